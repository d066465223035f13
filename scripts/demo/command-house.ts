import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AlertLooks } from '../../adapters/alerting/port.js';
import type { Db } from '../../adapters/database/port.js';
import { importDevices } from '../../adapters/device-registry/import.js';
import type { ReadingsIntake } from '../../adapters/readings/port.js';
import type { WeatherKeeper } from '../../adapters/weather/kept-weather.js';
import { loadAccount } from '../../commands/account/load-account.js';
import { registerAccount, type RegisterAccountDeps } from '../../commands/account/register-account.js';
import { addAlertRule, alertRuleIdOf } from '../../commands/alerting/alert-rules.js';
import { noteFindings } from '../../commands/alerting/note-findings.js';
import { handle, type CommandContext } from '../../commands/handle.js';
import { addInverter } from '../../commands/plant/add-inverter.js';
import { addPlant } from '../../commands/plant/add-plant.js';
import { correctEnergy, correctionIdOf } from '../../commands/correction/corrections.js';
import { setForecast } from '../../commands/plant/set-forecast.js';
import type { InverterDeps } from '../../commands/plant/ports.js';
import { addSubplant } from '../../commands/plant/subplants.js';
import { accountDecider } from '../../domain/account/account.js';
import { alertDecider } from '../../domain/alerting/alerts.js';
import { noIncidents } from '../../domain/alerting/incidents.js';
import { alertPresets } from '../../domain/alerting/presets.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import type { Rejection } from '../../domain/kernel/decider.js';
import { AccountId, InverterId, PlantId, SerialNumber, streamOf, SubplantId } from '../../domain/kernel/ids.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import { detailsOf, subplantDetailsOf } from '../../http/routes/plant-answers.js';
import { RegisterBody } from '../../http/schemas/accounts.js';
import { incidentsOf } from '../../projections/incidents.js';
import { activePlants } from '../../projections/plant-queries.js';
import { InverterBody, PlantBody, SubplantBody } from '../../http/schemas/plants.js';
import type { DemoAccount, DemoHouse } from './house.js';

type CommandHouseDeps = RegisterAccountDeps &
  InverterDeps & {
    readonly db: Db;
    readonly intake: ReadingsIntake;
    readonly alertLooks: AlertLooks;
    readonly weather: WeatherKeeper;
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
  async function register(account: DemoAccount): Promise<void> {
    const accepted = deps.documents.versionsInForce(deps.clock.now());
    const { company: _none, spelling: _plain, ...form } = RegisterBody.parse({ ...account, accepted });
    await done(await registerAccount(deps, { ...form, company: null, origin: null }, asSystem()));
  }

  return {
    intake: deps.intake,
    settle: deps.settle,
    keepWeather: (place, intervals, issuedS) =>
      deps.weather.keep(cellOf(place), { source: 'Simulation', issuedS, intervals }),
    newestRecordS: (serialNumbers) => newestRecordS(deps.db, serialNumbers),

    async account(account) {
      const holder = await deps.credentials.findByUserName(account.userName);
      const known = holder === null ? null : await loadAccount(deps.log, holder.accountId);
      // A name without a history is a registration that was broken off: registering takes it over in a moment.
      const isNew = holder === null || known?.status === 'unregistered';
      if (isNew) await register(account);
      else if ((await deps.credentials.findByEmail(account.email)) !== holder.accountId) return null;
      const found = await deps.credentials.findByUserName(account.userName);
      if (found === null) throw new Error(`${account.userName} was not registered`);
      const { accountId } = found;
      const validate = { type: 'ValidateEmail', proof: 'password', at: deps.clock.now() } as const;
      const state = await loadAccount(deps.log, accountId);
      if (state.status === 'registered') {
        await done(await handle(deps.log, accountDecider, streamOf.account(accountId), validate, asSystem()));
      }
      const registered = await loadAccount(deps.log, accountId);
      if (registered.status !== 'active') return null;
      return { accountId, registeredAt: registered.registeredAt, isNew };
    },

    async registerDevices(devices) {
      const rows = devices.map(({ serialNumber, activationCode, typeId }, index) => ({
        line: index + 2,
        values: { serialNumber, activationCode, type: typeId },
      }));
      await importDevices(deps.db, rows, await deps.catalogue.list());
    },

    async addPlant(accountId, body, key) {
      const wish = { ownerId: AccountId.parse(accountId), details: detailsOf(PlantBody.parse(body)) };
      return (await done(await addPlant(deps, wish, asOwner(accountId, key)))).plantId;
    },

    async addSubplant(accountId, plantId, body, key) {
      const wish = { plantId: PlantId.parse(plantId), details: subplantDetailsOf(SubplantBody.parse(body)) };
      return (await done(await addSubplant(deps, wish, asOwner(accountId, key)))).subplantId;
    },

    async addInverter(accountId, plantId, body, key) {
      const { serialNumber, subplantId, ...rest } = InverterBody.parse(body);
      const wish = {
        ...rest,
        plantId: PlantId.parse(plantId),
        serialNumber: SerialNumber.parse(serialNumber),
        subplantId: subplantId === undefined || subplantId === null ? null : SubplantId.parse(subplantId),
      };
      return (await done(await addInverter(deps, wish, asOwner(accountId, key)))).inverterId;
    },

    async expect(accountId, id, monthsWh, key) {
      const wish = { plantId: PlantId.parse(id), inverterId: null, monthsWh };
      await done(await setForecast(deps, wish, asOwner(accountId, key)));
    },

    async correct(accountId, id, { now, daysAgo, inverterId, ...correction }, key) {
      const [plantId, owner] = [PlantId.parse(id), AccountId.parse(accountId)];
      const day = now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().subtract({ days: daysAgo }).toString();
      const wish = {
        ...{ ...correction, plantId, accountId: owner, inverterId: InverterId.parse(inverterId) },
        ...{ correctionId: correctionIdOf(plantId, accountId, key), firstDay: day, lastDay: day },
      };
      await done(await correctEnergy(deps, wish, asOwner(accountId, key)));
    },

    async watch(accountId, id, { conditions, now, days }, key) {
      const plantId = PlantId.parse(id);
      const keyed = conditions.map((condition, index) => ({ condition, key: `${key}/${index}` }));
      const { delivery } = alertPresets.balanced;
      const plant = (await activePlants(deps.db, [plantId])).get(plantId);
      if (plant === undefined) throw new Error('the plant to be watched is not there');
      // Nobody is written to about what was long ago.
      const rules = keyed.map((rule): AlertRule => {
        const ruleId = alertRuleIdOf(plantId, rule.key);
        return { ruleId, version: 1, condition: rule.condition, delivery: { ...delivery, recipients: [] }, isOn: true };
      });
      let state = (await incidentsOf(deps.db, [plantId])).get(plantId) ?? noIncidents;
      for (const look of await deps.alertLooks.looks(plant, { rules, now, days })) {
        const decision = alertDecider.decide(look, state);
        if (!decision.ok || decision.events.length === 0) continue;
        state = (await done(await noteFindings(deps, look))).state;
      }
      const recipients = [{ accountId: AccountId.parse(accountId), language: 'de' as const }];
      for (const rule of keyed) {
        const settings = { condition: rule.condition, delivery: { ...delivery, recipients }, isOn: true };
        await done(await addAlertRule(deps, { plantId, settings }, asOwner(accountId, rule.key)));
      }
    },
  };
}

type Outcome =
  { readonly ok: true; readonly position: bigint | null } | { readonly ok: false; readonly rejection: Rejection };

function asSystem(): CommandContext {
  return { actor: { kind: 'system', id: 'demo' }, correlationId: randomUUID() };
}

function asOwner(accountId: string, idempotencyKey: string): CommandContext {
  return { actor: { kind: 'account', id: accountId }, correlationId: randomUUID(), idempotencyKey };
}

async function newestRecordS(db: Db, serialNumbers: readonly string[]): Promise<number | null> {
  const { rows } = await sql<{ newest: number | null }>`
    select extract(epoch from max(newest.measured_at))::double precision as newest
    from devices device, lateral (
      select measured_at from readings where device_id = device.id order by measured_at desc limit 1
    ) newest
    where serial_number = any(${serialNumbers}::text[])`.execute(db);
  return rows[0]?.newest ?? null;
}
