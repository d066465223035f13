import { sql } from 'kysely';
import t from 'tap';
import {
  inverterCatalogue,
  removeInverterType,
  seedInverterTypes,
  setInverterType,
} from '../../../adapters/device-registry/catalogue.js';
import { parseCsv } from '../../../adapters/spreadsheet/csv.js';
import { importDevices } from '../../../adapters/device-registry/import.js';
import { deviceRegistry } from '../../../adapters/device-registry/registry.js';
import type { ClaimedPlace } from '../../../commands/ports.js';
import { InverterId, PlantId, SerialNumber } from '../../../domain/kernel/ids.js';
import { supportedInverterTypes } from '../../../domain/plant/supported-inverter-types.js';
import { testDatabase } from '../../support/database.js';

const { db } = await testDatabase(t);
const place = (n: number): ClaimedPlace => ({
  plantId: PlantId.parse(`0198a000-0000-7000-8000-00000000000${n}`),
  inverterId: InverterId.parse(`0198a000-0000-7000-8000-00000000001${n}`),
});
const serialNumber = SerialNumber.parse('LBAN02261010322');

t.test('a device is claimed for one place', async (t) => {
  const standing = new Set<string>();
  const registry = deviceRegistry(db, async (serial, { inverterId }) => standing.has(`${serial}/${inverterId}`));
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map((n) => registry.claim(serialNumber, place(n))));
  t.equal(outcomes.filter((outcome) => outcome === 'claimed').length, 1, 'exactly one of five wins');
  const winner = outcomes.indexOf('claimed') + 1;
  const loser = (winner % 5) + 1;
  t.equal(await registry.claim(serialNumber, place(winner)), 'claimed', 'the same place may ask again');
  t.strictSame(await registry.holder(serialNumber), place(winner));

  const age = () => sql`update device_registry.claims set claimed_at = now() - interval '61 seconds'`.execute(db);
  standing.add(`${serialNumber}/${place(winner).inverterId}`);
  await age();
  t.equal(await registry.claim(serialNumber, place(loser)), 'taken', 'an old claim of a standing device holds');
  await registry.release(serialNumber, place(winner));
  t.strictSame(await registry.holder(serialNumber), place(winner), 'and is not given up while it stands');

  standing.clear();
  t.equal(await registry.holder(serialNumber), null, 'an old claim without a device holds nobody off');
  const takers = await Promise.all([6, 7, 8].map((n) => registry.claim(serialNumber, place(n))));
  t.equal(takers.filter((outcome) => outcome === 'claimed').length, 1, 'exactly one takes it over');
  const taker = takers.indexOf('claimed') + 6;
  await registry.release(serialNumber, place(9));
  t.strictSame(await registry.holder(serialNumber), place(taker), 'somebody else cannot release it');
  await registry.release(serialNumber, place(taker));
  t.equal(await registry.holder(serialNumber), null);
});

t.test('the operator edits the catalogue, a new release does not undo it', async (t) => {
  const catalogue = inverterCatalogue(db);
  await seedInverterTypes(db, supportedInverterTypes);
  await seedInverterTypes(db, supportedInverterTypes);
  t.equal((await catalogue.list()).length, supportedInverterTypes.length);
  const type = await catalogue.find('refusol-020k');
  t.match(type, { nominalPowerW: 19_200, aliases: /802R020/ });
  if (type === null) return;
  await setInverterType(db, { ...type, nominalPowerW: 19_500, aliases: ['quote " , {}', '802R020'] });
  t.equal(await removeInverterType(db, 'refusol-008k'), true);
  t.equal(await removeInverterType(db, 'refusol-008k'), false);
  await seedInverterTypes(db, supportedInverterTypes);
  t.match(await catalogue.find('refusol-020k'), { nominalPowerW: 19_500, aliases: ['quote " , {}', '802R020'] });
  t.equal(await catalogue.find('refusol-008k'), null);
  await setInverterType(db, { ...type, id: 'refusol-008k' });
  t.ok(await catalogue.find('refusol-008k'), 'the operator can bring it back');
});

t.test('tables are read as spreadsheets write them', async (t) => {
  const rows = (text: string) => parseCsv(text).rows;
  t.strictSame(rows('\ufeffserialNumber;activationCode;type\r\n A1 ;"X;1";802R020\r\n\r\n"A""2";Y\r\n'), [
    { line: 2, values: { serialNumber: 'A1', activationCode: 'X;1', type: '802R020' } },
    { line: 4, values: { serialNumber: 'A"2', activationCode: 'Y', type: '' } },
  ]);
  t.strictSame(rows('a,b\n"two\nlines",1\n\n  "x" ,2'), [
    { line: 2, values: { a: 'two\nlines', b: '1' } },
    { line: 5, values: { a: 'x', b: '2' } },
  ]);
  t.strictSame(parseCsv(''), { columns: [], rows: [] });
  t.strictSame(rows('a\r1\r2'), [
    { line: 2, values: { a: '1' } },
    { line: 3, values: { a: '2' } },
  ]);
});

t.test('devices are imported with a verdict for each row', async (t) => {
  const types = supportedInverterTypes;
  const read = (text: string) => parseCsv(`serialNumber;activationCode;type\n${text}`).rows;
  const verdicts = async (text: string) => (await importDevices(db, read(text), types)).map(({ verdict }) => verdict);
  t.strictSame(await verdicts('A1;AB-12;802R020\nA2;CD 34;Xyz\nA 3;1;\nA4;- -;\na1;AB-12;\nA5;EF;'), [
    'imported',
    'typeUnknown',
    'serialNumberMalformed',
    'activationCodeMalformed',
    'repeatedInFile',
    'imported',
  ]);
  t.strictSame(await verdicts('A1;AB-12;\nA5;EF;PVM20\nA2;CD35;'), ['unchanged', 'updated', 'updated']);
  const registry = deviceRegistry(db, async () => false);
  t.match(await registry.find(SerialNumber.parse('a1')), { activationCode: 'AB-12', typeId: 'refusol-020k' });
  t.match(await registry.find(SerialNumber.parse('A5')), { typeId: 'sinvert-pvm20' });
  t.equal(await registry.find(SerialNumber.parse('A3')), null);

  const many = Array.from({ length: 100_000 }, (_, index) => `S${index};C${index};020K`).join('\n');
  const started = performance.now();
  const judged = await importDevices(db, read(many), types);
  t.ok(judged.every(({ verdict }) => verdict === 'imported'));
  t.comment(`100,000 rows in ${Math.round(performance.now() - started)} ms`);
});
