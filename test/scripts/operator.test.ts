import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { inverterCatalogue, seedInverterTypes } from '../../adapters/device-registry/catalogue.js';
import { deviceRegistry } from '../../adapters/device-registry/registry.js';
import { addInverter } from '../../commands/plant/add-inverter.js';
import { addPlant } from '../../commands/plant/add-plant.js';
import { standsByHistory } from '../../commands/plant/manage.js';
import { AccountId, SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { plantEvents } from '../../domain/plant/events.js';
import type { PlantDetails } from '../../domain/plant/state.js';
import { supportedInverterTypes } from '../../domain/plant/supported-inverter-types.js';
import { openProjections } from '../../projections/engine/engine.js';
import { grantsProjection } from '../../projections/grants.js';
import { plantsProjection } from '../../projections/plants.js';
import { importDevicesCommand } from '../../scripts/operator/import-devices.js';
import { inverterTypesCommand } from '../../scripts/operator/inverter-types.js';
import { testLog } from '../support/log.js';
import { xlsxOf } from '../support/spreadsheet-files.js';

const { db, pool, leases, log } = await testLog(t, plantEvents);
await seedInverterTypes(db, supportedInverterTypes);
const registry = deviceRegistry(db, standsByHistory(log));
const clock = { now: () => Temporal.Now.instant() };
const catalogue = inverterCatalogue(db);
const databasePlace = 'the database of this test';
const house = { db, databasePlace, log, clock, registry, catalogue, close: async () => undefined };
const folder = await mkdtemp(join(tmpdir(), 'sitelink-'));
t.teardown(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function run(tool: typeof importDevicesCommand | typeof inverterTypesCommand, ...args: readonly string[]) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => void (written.out += `${text}\n`),
    err: (text: string) => void (written.err += `${text}\n`),
  };
  const code = await tool(args, async () => house, output);
  return { code, ...written };
}

t.test('import-devices tells what became of each row', async (t) => {
  const good = await file('good.csv', '\ufeffSerial Number;Activation_Code;TYPE\r\nD1;AA-11;802R020\r\nD2;BB;\r\n');
  t.match(await run(importDevicesCommand, good), {
    code: 0,
    out: 'line 2\tD1\timported\nline 3\tD2\timported\n',
    err: 'Into the database of this test.\n2 imported\n',
  });
  t.match(await registry.find(SerialNumber.parse('D1')), { activationCode: 'AA-11', typeId: 'refusol-020k' });

  const mixed = await file('mixed.csv', Buffer.from('serialNumber,activationCode\nD1,AA-11\nD\xfc,CC\n', 'latin1'));
  const judged = await run(importDevicesCommand, mixed, '--json');
  t.equal(judged.code, 1);
  t.strictSame(JSON.parse(judged.out), {
    rows: [
      { line: 2, serialNumber: 'D1', verdict: 'unchanged' },
      { line: 3, serialNumber: 'Dü', verdict: 'serialNumberMalformed' },
    ],
    counts: { unchanged: 1, serialNumberMalformed: 1 },
  });

  const sheet = xlsxOf([
    ['Serial number', 'activation code', 'Type'],
    ['X1', 'XX-1', 'PVM10'],
    [4711, 1234],
  ]);
  const spread = await run(importDevicesCommand, await file('devices.xlsx', sheet), '--json');
  t.equal(spread.code, 0);
  t.match(JSON.parse(spread.out), {
    rows: [
      { line: 2, serialNumber: 'X1', verdict: 'imported' },
      { line: 3, serialNumber: '4711', verdict: 'imported' },
    ],
  });

  t.match(await run(importDevicesCommand, '--help'), { code: 0, out: /Exit code/ });
  for (const [args, mistake] of [
    [[], /name one file/],
    [['--wrong', good], /wrong/],
    [[join(folder, 'none.csv')], /no such file/],
    [[join(folder, 'none.xlsx')], /no such file/],
    [[await file('page.xlsx', '<html></html>')], /neither .xlsx nor .csv/],
    [[await file('cut.xlsx', xlsxOf([['serialNumber']]).subarray(0, 500))], /damaged/],
    [[await file('head.csv', 'serial,code\n')], /missing: serialNumber, activationCode/],
  ] as const) {
    t.match(await run(importDevicesCommand, ...args), { code: 2, err: mistake });
  }
});

t.test('inverter-types edits the catalogue; standing inverters keep their power until it is applied', async (t) => {
  const projections = openProjections({ db, pool, leases, log, projections: [plantsProjection, grantsProjection] });
  await projections.start();
  t.teardown(() => projections.stop());
  const ownerId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
  const context = { actor: { kind: 'account', id: ownerId }, correlationId: 'test' } as const;
  const details: PlantDetails = {
    ...{ name: 'Dach', description: '', moduleName: '', kind: 'pv' as const, timeZone: 'Europe/Berlin', public: false },
    address: { street: 'Weg 1', postcode: '1', town: 'Ort', country: 'DE' },
    location: { latitudeDeg: 48, longitudeDeg: 9, altitudeM: 0 },
    ...{ powerTemperatureCoefficientPercentPerK: -0.4, azimuthDeg: 180, tiltDeg: 30, moduleAreaM2: 10 },
    ...{ generatorPowerW: 24_000, feedInTariffs: [] },
  };
  const { plantId } = await addPlant(house, { ownerId, details }, context);
  const wish = {
    plantId,
    serialNumber: SerialNumber.parse('D1'),
    activationCode: 'aa11',
    name: 'WR',
    subplantId: null,
  };
  const added = await addInverter(house, wish, context);
  t.match(added, { ok: true, state: { power: { nominalPowerW: 19_200 } } });
  if (!added.ok || added.position === null) return;
  await projections.waitFor(added.position);

  const types = (...args: readonly string[]) => run(inverterTypesCommand, ...args);
  t.match(await types('list'), { code: 0, out: /refusol-020k\t.*\t19200 W/ });
  t.match(await types('set', 'refusol-020k', '--power', '19500'), { code: 0, err: /from now on/ });
  t.match(await house.catalogue.find('refusol-020k'), { nominalPowerW: 19_500, aliases: /802R020/ });
  const before = await log.load(`plant-${plantId}`);
  t.match(await types('apply', 'refusol-020k'), { code: 0, err: /1 inverters changed/ });
  t.match(await types('apply', 'refusol-020k'), { code: 0, err: /0 inverters changed, 1 had it already/ });
  t.match((await log.load(`plant-${plantId}`)).events.slice(before.events.length), [
    { type: 'InverterTypeDetermined', data: { reason: 'catalogueCorrected', nominalPowerW: 19_500 } },
    { type: 'NominalPowerChanged', data: { nominalPowerW: 19_500 } },
  ]);

  const table = await file(
    'types.csv',
    'id,maker,model,nominalPowerW,aliases\nx-1,X,One,1000,"a|b"\nx-2,X,Two,2000,\n',
  );
  t.match(await types('import', table), { code: 0, err: /2 types/ });
  t.match(
    JSON.parse((await types('list', '--json')).out).find(({ id }: { id: string }) => id === 'x-1'),
    {
      aliases: ['a', 'b'],
      source: 'Operator',
    },
  );
  t.match(await types('remove', 'x-2'), { code: 0 });
  t.match(await types('remove', 'x-2'), { code: 1, err: /no type x-2/ });
  t.match(await types('apply', 'x-2'), { code: 1 });

  const wrong = await file('wrong.csv', 'id,maker,model,nominalPowerW\nx-3,X,Three,3000\nX 4,X,Four,none\n');
  t.match(await types('import', wrong), { code: 2, err: /line 3: id: .*nominalPowerW/ });
  t.equal(await house.catalogue.find('x-3'), null, 'nothing of a wrong table is stored');
  for (const args of [[], ['fly'], ['set'], ['set', 'y-1', '--power', '-5'], ['list', 'x'], ['remove', 'a', 'b']]) {
    t.match(await types(...args), { code: 2 }, args.join(' '));
  }
});
