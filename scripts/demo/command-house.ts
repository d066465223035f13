import { randomUUID } from 'node:crypto';
import type { Db } from '../../adapters/database/database.js';
import { importDevices } from '../../adapters/device-registry/import.js';
import type { ReadingsIntake } from '../../adapters/readings/port.js';
import { registerAccount, type RegisterAccountDeps } from '../../commands/account/register-account.js';
import { handle, type CommandContext } from '../../commands/handle.js';
import { addInverter } from '../../commands/plant/add-inverter.js';
import { addPlant } from '../../commands/plant/add-plant.js';
import type { InverterDeps } from '../../commands/plant/ports.js';
import { addSubplant } from '../../commands/plant/subplants.js';
import { accountDecider } from '../../domain/account/account.js';
import type { Rejection } from '../../domain/kernel/decider.js';
import { AccountId, PlantId, SerialNumber, streamOf, SubplantId } from '../../domain/kernel/ids.js';
import { detailsOf, subplantDetailsOf } from '../../http/routes/plant-answers.js';
import { RegisterBody } from '../../http/schemas/accounts.js';
import { InverterBody, PlantBody, SubplantBody } from '../../http/schemas/plants.js';
import type { DemoHouse } from './house.js';

export type CommandHouseDeps = RegisterAccountDeps &
  InverterDeps & {
    readonly db: Db;
    readonly intake: ReadingsIntake;
    /** Whether the read models know everything up to a position, within their patience. */
    readonly waitFor: (position: bigint) => Promise<boolean>;
    readonly settle: () => Promise<void>;
  };

/** The system behind its own commands, as the routes call them; a refusal is an error, because the demo is ours. */
export function commandHouse(deps: CommandHouseDeps): DemoHouse {
  const done = async <T extends Outcome>(outcome: T): Promise<T & { readonly ok: true }> => {
    if (!outcome.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(outcome.rejection)}`);
    if (outcome.position !== null && !(await deps.waitFor(outcome.position))) {
      throw new Error('the read models did not follow in time');
    }
    return outcome as T & { readonly ok: true };
  };
  return {
    intake: deps.intake,
    settle: deps.settle,
    accountExists: async (userName) => (await deps.credentials.findByUserName(userName)) !== null,

    async createAccount(account) {
      const documents = deps.documents.currentDocuments(account.language);
      const versionOf = (kind: string) => documents.find((document) => document.kind === kind)?.version ?? '';
      const accepted = { terms: versionOf('terms'), privacy: versionOf('privacy') };
      const { company: _none, ...form } = RegisterBody.parse({ ...account, accepted });
      await done(await registerAccount(deps, { ...form, company: null }, asSystem()));
      const found = await deps.credentials.findByUserName(account.userName);
      if (found === null) throw new Error(`${account.userName} was not registered`);
      const { accountId } = found;
      const validate = { type: 'ValidateEmail', at: deps.clock.now() } as const;
      await done(await handle(deps.log, accountDecider, streamOf.account(accountId), validate, asSystem()));
      return accountId;
    },

    async registerDevices(devices) {
      const rows = devices.map(({ serialNumber, activationCode, typeId }, index) => ({
        line: index + 2,
        values: { serialNumber, activationCode, type: typeId },
      }));
      await importDevices(deps.db, rows, await deps.catalogue.list());
    },

    async addPlant(accountId, body) {
      const wish = { ownerId: AccountId.parse(accountId), details: detailsOf(PlantBody.parse(body)) };
      return (await done(await addPlant(deps, wish, asOwner(accountId)))).plantId;
    },

    async addSubplant(accountId, plantId, body) {
      const wish = { plantId: PlantId.parse(plantId), details: subplantDetailsOf(SubplantBody.parse(body)) };
      return (await done(await addSubplant(deps, wish, asOwner(accountId)))).subplantId;
    },

    async addInverter(accountId, plantId, body) {
      const { serialNumber, subplantId, ...rest } = InverterBody.parse(body);
      const wish = {
        ...rest,
        plantId: PlantId.parse(plantId),
        serialNumber: SerialNumber.parse(serialNumber),
        subplantId: subplantId === undefined || subplantId === null ? null : SubplantId.parse(subplantId),
      };
      return (await done(await addInverter(deps, wish, asOwner(accountId)))).inverterId;
    },
  };
}

type Outcome =
  { readonly ok: true; readonly position: bigint | null } | { readonly ok: false; readonly rejection: Rejection };

function asSystem(): CommandContext {
  return { actor: { kind: 'system', id: 'demo' }, correlationId: randomUUID() };
}

function asOwner(accountId: string): CommandContext {
  return { actor: { kind: 'account', id: accountId }, correlationId: randomUUID() };
}
