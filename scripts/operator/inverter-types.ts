import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { removeInverterType, setInverterType } from '../../adapters/device-registry/catalogue.js';
import { determineType } from '../../commands/plant/determine-type.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import { InverterId, PlantId } from '../../domain/kernel/ids.js';
import { InverterType } from '../../domain/plant/inverter-types.js';
import { invertersOfType } from '../../projections/plant-queries.js';
import { readTableFile } from './table-file.js';
import type { RegistryHouse } from './import-devices.js';
import { runTool, UsageError, type Output } from './output.js';

export type CatalogueHouse = RegistryHouse & PlantDeps;

const help = `Shows and edits the catalogue of supported inverter types.

  inverter-types list [--json]
  inverter-types set <id> [--maker <name>] [--model <name>] [--power <W>] [--alias <name>]...
                          [--firmware <version>] [--source <text>]
  inverter-types import <file.csv|.xlsx>
  inverter-types remove <id>
  inverter-types apply <id>

set      adds a type, or changes what you name of a known one (--alias replaces all aliases)
import   the same for a table with the columns id, maker, model, nominalPowerW, and if wanted aliases (separated
         by |), minimumFirmware, source; nothing is changed when a row is wrong
remove   takes a type out of the catalogue
apply    records the present power of a type for the inverters that have it already

A changed power counts for inverters that are added from then on. What was recorded for standing inverters is a fact
and stays, because licences were sold on it; only "apply" changes it, and may end licences whose power is exceeded.
New releases never overwrite what you set or removed.

Exit code 0: done; 1: there is no such type, or it could not be applied everywhere; 2: wrong arguments or file.`;

export function inverterTypesCommand(
  args: readonly string[],
  openHouse: () => Promise<CatalogueHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [action, subject, ...more] = positionals;
    const work = actions[action ?? ''];
    if (work === undefined) throw new UsageError('Please say what to do: list, set, import, remove or apply.');
    if (more.length > 0 || (action === 'list') !== (subject === undefined)) {
      throw new UsageError(action === 'list' ? 'list takes no name.' : `${action} needs one name.`);
    }
    const house = await openHouse();
    try {
      return await work({ house, subject: subject ?? '', values, output });
    } finally {
      await house.close();
    }
  });
}

const options = {
  json: { type: 'boolean', default: false },
  maker: { type: 'string' },
  model: { type: 'string' },
  power: { type: 'string' },
  alias: { type: 'string', multiple: true },
  firmware: { type: 'string' },
  source: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Task = {
  readonly house: CatalogueHouse;
  readonly subject: string;
  readonly values: Values;
  readonly output: Output;
};

const actions: Readonly<Record<string, (task: Task) => Promise<number>>> = {
  async list({ house, values, output }) {
    const types = await house.catalogue.list();
    if (values.json) output.out(JSON.stringify(types));
    else
      output.out(types.map((type) => `${type.id}\t${type.maker}\t${type.model}\t${type.nominalPowerW} W`).join('\n'));
    return 0;
  },

  async set({ house, subject: id, values, output }) {
    const before = await house.catalogue.find(id);
    const type = checked(`type ${id}`, {
      id,
      maker: values.maker ?? before?.maker,
      model: values.model ?? before?.model,
      nominalPowerW: values.power === undefined ? before?.nominalPowerW : Number(values.power),
      aliases: values.alias ?? before?.aliases ?? [],
      minimumFirmware: values.firmware ?? before?.minimumFirmware ?? null,
      source: values.source ?? before?.source ?? 'Operator',
    });
    await setInverterType(house.db, type);
    output.err(`${id}: ${type.nominalPowerW} W, for inverters that are added from now on.`);
    return 0;
  },

  async import({ house, subject: file, output }) {
    const required = ['id', 'maker', 'model', 'nominalPowerW'];
    const rows = await readTableFile(file, { required, optional: ['aliases', 'minimumFirmware', 'source'] });
    const types = rows.map(({ line, values }) =>
      checked(`${file}, line ${line}`, {
        ...values,
        nominalPowerW: Number(values['nominalPowerW']),
        aliases: (values['aliases'] ?? '').split('|').flatMap((alias) => (alias.trim() === '' ? [] : [alias])),
        minimumFirmware: values['minimumFirmware'] === '' ? null : values['minimumFirmware'],
        source: values['source'] === '' ? 'Operator' : values['source'],
      }),
    );
    for (const type of types) await setInverterType(house.db, type);
    output.err(`${types.length} types are set, for inverters that are added from now on.`);
    return 0;
  },

  async remove({ house, subject: id, output }) {
    const removed = await removeInverterType(house.db, id);
    output.err(removed ? `${id} is removed.` : `There is no type ${id}.`);
    return removed ? 0 : 1;
  },

  async apply({ house, subject: id, output }) {
    const type = await house.catalogue.find(id);
    if (type === null) {
      output.err(`There is no type ${id}.`);
      return 1;
    }
    const context = { actor: { kind: 'operator', id: 'inverter-types' }, correlationId: randomUUID() } as const;
    const counts = { changed: 0, unchanged: 0, failed: 0 };
    for await (const place of invertersOfType(house.db, id)) {
      const plantId = PlantId.parse(place.plantId);
      const inverterId = InverterId.parse(place.inverterId);
      const wish = { plantId, inverterId, type, reason: 'catalogueCorrected' } as const;
      const handled = await determineType(house, wish, context);
      counts[!handled.ok ? 'failed' : handled.events.length > 0 ? 'changed' : 'unchanged']++;
    }
    output.err(`${counts.changed} inverters changed, ${counts.unchanged} had it already, ${counts.failed} failed.`);
    return counts.failed > 0 ? 1 : 0;
  },
};

function checked(where: string, type: unknown): InverterType {
  const result = InverterType.safeParse(type);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new UsageError(`${where}: ${faults.join('; ')}`);
}
