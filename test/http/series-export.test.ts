import { randomUUID } from 'node:crypto';
import t from 'tap';
import { sheetReader } from '../../adapters/spreadsheet/read.js';
import { streamTable } from '../../adapters/spreadsheet/stream.js';
import { uploadLimits } from '../../adapters/spreadsheet/limits.js';
import { inverterId } from '../support/readings.js';
import { productionApp, subplantId } from '../support/production-app.js';

const { viewer, plant, base, get } = await productionApp(t);
const read = sheetReader({ ...uploadLimits, maxRows: 100_000 });
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lines of a CSV, each split at its separator. */
function table(csv: string, separator = ','): readonly (readonly string[])[] {
  t.ok(csv.startsWith('\ufeff'), 'with a byte order mark');
  t.ok(csv.endsWith('\r\n'));
  return csv
    .slice(1, -2)
    .split('\r\n')
    .map((line) => line.split(separator));
}

t.test('the file holds what the series hold', async (t) => {
  for (const range of [
    'metrics=acPowerW,energyWh&from=2026-07-20&to=2026-07-23&resolution=PT10M&by=inverter',
    'metrics=energyWh,acPowerW&from=2026-06-01&to=2026-08-01&resolution=P1D&by=subplant',
    'metrics=energyWh&from=2026-01-01&to=2027-01-01&resolution=P1M',
    `lines=acVoltageV@${inverterId(1)},energyWh,acPowerW@${subplantId}&from=2026-07-21&to=2026-07-22&resolution=PT1H`,
  ]) {
    const json = (await get(`${base}/series?${range}`)).json();
    const answer = await get(`${base}/series.csv?${range}`);
    t.match(answer.headers, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': /^attachment; filename="Scheune-2026-\d\d-\d\d-2026-\d\d-\d\d\.csv"$/,
      'cache-control': 'private, no-store',
    });
    const [head, ...rows] = table(answer.body);
    t.equal(head?.length, 2 + json.series.length);
    t.strictSame(
      rows.map(([, utc]) => utc),
      json.times,
      range,
    );
    const values = rows.map((row) => row.slice(2).map((cell) => (cell === '' ? null : Number(cell))));
    const expected = json.times.map((_: string, index: number) =>
      json.series.map((series: { values: (number | null)[] }) => series.values[index] ?? null),
    );
    t.strictSame(values, expected, range);
    t.ok(values.flat().some((value) => value !== null));

    const file = await read((await get(`${base}/series.xlsx?${range}`)).rawPayload);
    t.ok(file.ok, 'an .xlsx that can be read');
    if (!file.ok) return;
    const [titles, ...cells] = file.rows.map((row) => row.cells);
    t.strictSame(titles, head);
    t.strictSame(
      cells.map((row) => head?.slice(2).map((_, index) => row[index + 2] ?? null)),
      expected,
      'the same numbers',
    );
  }
});

t.test('wall clock and UTC, also in the doubled hour', async (t) => {
  const rows = async (query: string) => table((await get(`${base}/series.csv?metrics=energyWh&${query}`)).body);
  const autumn = await rows('from=2026-10-25&to=2026-10-26&resolution=PT1H');
  t.equal(autumn.length, 1 + 25);
  t.strictSame(
    autumn.slice(3, 6).map(([local, utc]) => [local, utc]),
    [
      ['2026-10-25 02:00', '2026-10-25T00:00:00Z'],
      ['2026-10-25 02:00', '2026-10-25T01:00:00Z'],
      ['2026-10-25 03:00', '2026-10-25T02:00:00Z'],
    ],
  );
  t.equal((await rows('from=2026-03-29&to=2026-03-30&resolution=PT1H')).length, 1 + 23);
  t.equal((await rows('from=2026-07-01&to=2026-08-01&resolution=P1M'))[1]?.[0], '2026-07');
  t.equal((await rows('from=2026-01-01&to=2027-01-01&resolution=P1Y'))[1]?.[0], '2026');
});

t.test('as German spreadsheets read it', async (t) => {
  const query = 'metrics=acPowerW,energyWh&from=2026-07-21&to=2026-07-22&resolution=PT1H&by=plant';
  const point = table((await get(`${base}/series.csv?${query}`)).body);
  const comma = table((await get(`${base}/series.csv?${query}&numbers=comma`)).body, ';');
  t.strictSame(
    comma.map((row) => row.map((cell, column) => (column < 2 ? cell : cell.replace(',', '.')))),
    point,
  );
});

t.test('by the header that asks for a kind of file', async (t) => {
  const url = `${base}/series?metrics=energyWh&from=2026-07-21&to=2026-07-22&resolution=P1D`;
  for (const [accept, type] of [
    ['text/csv', 'text/csv; charset=utf-8'],
    [xlsxType, xlsxType],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json, text/csv;q=0.5', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ] as const) {
    const { headers } = await get(url, { accept });
    t.match(headers, { 'content-type': type, vary: /accept/ }, accept);
  }
});

t.test('names are data', async (t) => {
  const [first, second, third] = plant.inverters;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three inverters');
  viewer.shown = {
    ...plant,
    name: '=cmd|"/C calc"!A0 <Süd>/[*]?:\u0001',
    inverters: [
      { ...first, name: 'a,"b"\u0002' },
      { ...second, name: 'same' },
      { ...third, name: 'same' },
    ],
  };
  const query = 'metrics=energyWh&from=2026-07-21&to=2026-07-22&resolution=P1D&by=inverter';
  const csv = await get(`${base}/series.csv?${query}`);
  t.match(csv.body, '"energyWh a,""b""\u0002",energyWh same,energyWh same (2)\r\n');
  t.equal(csv.headers['content-disposition'], 'attachment; filename="cmd-C-calc-A0-Sud-2026-07-21-2026-07-21.csv"');
  const file = await read((await get(`${base}/series.xlsx?${query}`)).rawPayload);
  t.match(file, { ok: true, rows: [{ cells: ['localTime', 'utc', 'energyWh a,"b"'] }] });
  viewer.shown = plant;
  let formula = '';
  const rows = (async function* () {
    yield ['=1+1', '@x', -5, true, null];
  })();
  for await (const part of streamTable('csv', { name: 'x', columns: ['+a'], rows })) formula += String(part);
  t.equal(formula, "\ufeff'+a\r\n'=1+1,'@x,-5,true,\r\n");
});

t.test('long ranges are read piece by piece', async (t) => {
  viewer.shown = { ...plant, removedInverterIds: Array.from({ length: 122 }, () => randomUUID()) };
  const query = 'metrics=acPowerW&from=2026-07-15&to=2026-07-25&resolution=PT10M&by=plant';
  const pieces = table((await get(`${base}/series.csv?${query}`)).body);
  viewer.shown = plant;
  const whole = table((await get(`${base}/series.csv?${query}`)).body);
  t.equal(whole.length, 1 + 10 * 144);
  t.strictSame(pieces, whole, 'windows of two days as of 83');

  const years = await get(`${base}/series.xlsx?metrics=energyWh&from=2024-01-01&to=2026-07-22&resolution=PT1H`);
  const file = await read(years.rawPayload);
  t.equal(file.ok && file.rows.length, 1 + 933 * 24 - 1, 'a head, and one hour less in summer');
});

t.test('what cannot be a file', async (t) => {
  const refused = async (file: string, query: string) => {
    const answer = await get(`${base}/${file}?${query}`);
    return [answer.statusCode, answer.json().code];
  };
  const days = 'from=2001-01-01&to=2026-01-01&metrics=energyWh';
  t.strictSame(await refused('series.xlsx', `${days}&resolution=PT10M`), [422, 'series.too-many-rows']);
  t.strictSame(await refused('series.csv', 'from=1970-01-01&to=2026-01-01'), [422, 'series.range-too-large']);
  t.strictSame(await refused('series.csv', 'from=2026-01-02&to=2026-01-01'), [422, 'series.range-empty']);
  t.strictSame(await refused('series.csv', 'from=2026-01-01&to=2026-01-02&metrics=beauty'), [
    422,
    'series.metric-unknown',
  ]);
  viewer.shown = { ...plant, removedInverterIds: Array.from({ length: 200 }, () => randomUUID()) };
  const year = 'from=2026-01-01&to=2027-01-01&metrics=acPowerW&resolution=P1Y';
  t.strictSame(await refused('series.csv', year), [422, 'series.interval-too-large']);
  viewer.shown = { ...plant, licence: { ...plant.licence, state: 'expired' } };
  t.strictSame(await refused('series.csv', days), [402, 'licence.required']);
  viewer.shown = null;
  t.strictSame(await refused('series.xlsx', days), [404, 'request.not-found']);
  viewer.shown = plant;
});

t.test('rows are made no faster than they are read', async (t) => {
  for (const format of ['csv', 'xlsx'] as const) {
    let made = 0;
    let isEnded = false;
    const rows = (async function* () {
      try {
        for (; made < 1_000_000; made++) yield [made, 'a text of some length that fills the buffers soon', made / 7];
      } finally {
        isEnded = true;
      }
    })();
    const file = streamTable(format, { name: 'long', columns: ['n', 'text', 'seventh'], rows });
    let bytes = 0;
    for await (const part of file) if ((bytes += part.length) > 400_000) break;
    t.ok(made < 200_000, `${format}: ${made} rows were made for ${bytes} bytes`);
    if (format === 'csv') t.ok(isEnded, 'nothing is made for a reader that has gone');
  }
});
