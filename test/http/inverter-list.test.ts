import { sql } from 'kysely';
import t from 'tap';
import { sheetReader } from '../../adapters/spreadsheet/read.js';
import { uploadLimits } from '../../adapters/spreadsheet/limits.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { inverterListRoutes } from '../../http/routes/inverter-list.js';
import { plantRoutes } from '../../http/routes/plants.js';
import { testApp } from '../support/app.js';
import { clientOf, newPlant, plantBody, plantsApp, signIn, type Client } from '../support/plants-app.js';
import { xlsxFrom, xlsxOf } from '../support/spreadsheet-files.js';

const { app, db, deps, owner, stranger, seen, time } = await plantsApp(t);
const boundary = 'x-boundary';

const multipart = (file: Buffer, name = 'list.xlsx') => ({
  body: Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]),
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'accept-language': 'de' },
});

const upload = (client: Client, path: string, file: Buffer) => {
  const { body, headers } = multipart(file);
  return client('POST', `${path}/inverters/import`, body, headers);
};

const header = ['Seriennummer *', 'Aktivierungscode', 'Name', 'Teilanlage', 'Typ'];
const code = 'ABCD-1234';

t.test('a verdict per row, corrected, and only the chosen rows are added', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  await owner('POST', `${path}/subplants`, { name: 'Dach Ost' });
  await owner('POST', `${path}/inverters`, { serialNumber: 'REG4', activationCode: code, name: 'da' });
  const theirs = await newPlant(stranger);
  await stranger('POST', `/plants/${theirs}/inverters`, { serialNumber: 'REG3', activationCode: code, name: 'x' });
  seen.set('REG1', Temporal.Now.instant());

  const answer = await upload(
    owner,
    path,
    xlsxOf([
      header,
      ['BEISPIEL-0001', code, 'Dach Süd 1'],
      ['reg1', 'abcd 1234', 'WR 1', 'dach ost', ''],
      ['REG2', code],
      ['REG2', code, 'noch einmal'],
      ['REG3', code],
      ['REG4', code],
      ['REG2X', '', '', 'Dach West'],
      ['FELD 9', ''],
      ['', code, 'ohne Nummer'],
      ['FELD9', '', '', '', 'perpetuum'],
      ['FELD8', '', 'unbekannt', '', 'PVM10'],
      [],
    ]),
  );
  t.equal(answer.status, 201);
  const verdicts = (rows: { line: number; verdict: string }[]) => rows.map((row) => `${row.line} ${row.verdict}`);
  t.strictSame(verdicts(answer.body.rows), [
    '3 reporting',
    '4 awaitingData',
    '5 repeated',
    '6 taken',
    '7 inThisPlant',
    '8 invalid',
    '9 invalid',
    '10 invalid',
    '11 invalid',
    '12 unknownDevice',
  ]);
  const errorsOf = (index: number) => answer.body.rows[index].errors;
  t.match(errorsOf(5), [{ pointer: '/subplant', message: /Teilanlage/ }]);
  t.match(errorsOf(6), [{ pointer: '/serialNumber', message: /keine Seriennummer/ }]);
  t.match(errorsOf(7), [{ pointer: '/serialNumber', code: 'required', message: 'Bitte ausfüllen.' }]);
  t.match(errorsOf(8), [{ pointer: '/type', message: /typ ist nicht bekannt/ }]);
  t.equal((await owner('GET', `${path}/inverters`)).body.items.length, 1, 'nothing is added yet');

  const list = `${path}/inverters/import/${answer.body.id}`;
  const corrected = await owner('PATCH', list, {
    rows: [
      { line: 8, serialNumber: 'FELD7', subplant: 'Dach Ost' },
      { line: 4, activationCode: 'WRONG' },
    ],
  });
  t.match(corrected.body.rows[5], { verdict: 'unknownDevice', serialNumber: 'FELD7' });
  t.match(corrected.body.rows[1], { verdict: 'wrongCode' });
  t.match((await owner('GET', list)).body, corrected.body, 'corrections are kept');
  t.match(await owner('PATCH', list, { rows: [{ line: 99 }] }), {
    status: 400,
    body: { errors: [{ pointer: '/rows/0/line' }] },
  });

  const rows = [{ line: 3 }, { line: 4 }, { line: 8 }, { line: 10 }, { line: 12, name: 'Carport' }];
  const confirmed = await owner('POST', `${list}/confirm`, { rows }, { 'accept-language': 'de' });
  t.match(confirmed, { status: 200, body: { added: 3, refused: 2 } });
  t.match(confirmed.body.rows, [
    { line: 3, problem: null },
    { line: 4, inverterId: null, problem: { code: 'inverter.activation-code-wrong', title: /falsch/ } },
    { line: 8, problem: null },
    { line: 10, problem: { code: 'request.invalid' } },
    { line: 12, problem: null },
  ]);
  const { items } = (await owner('GET', `${path}/inverters`)).body;
  t.match(
    items.map((item: { name: string }) => item.name),
    ['da', 'WR 1', 'FELD7', 'Carport'],
    'without a name it is called by its serial number',
  );
  t.ok(items[1].subplantId, 'in its subplant');
  t.match(items[3], { type: { id: 'sinvert-pvm10' }, state: 'claimOpen' });

  const again = await owner('POST', `${list}/confirm`, { rows: [{ line: 3 }, { line: 4, activationCode: code }] });
  t.match(again.body, { added: 2, refused: 0 });
  t.equal(again.body.rows[0].inverterId, confirmed.body.rows[0].inverterId, 'the same again is the same inverter');
  t.equal((await owner('GET', `${path}/inverters`)).body.items.length, 5);
  t.match((await owner('GET', list)).body.rows[0], { verdict: 'added' });
});

t.test('what was added before a crash is found again', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const { body } = await upload(owner, path, xlsxOf([header, ['CRASH1'], ['CRASH2']]));
  const confirm = (...rows: object[]) => owner('POST', `${path}/inverters/import/${body.id}/confirm`, { rows });
  const { inverterLists } = deps;
  const first = await confirm({ line: 2 });
  // As if the process had ended before the list was marked.
  const list = await inverterLists.find(body.id, await accountOf(path));
  if (list === null) throw new Error('the list is gone');
  await inverterLists.save({ ...list, rows: list.rows.map((row) => ({ ...row, inverterId: null })) });
  const second = await confirm({ line: 2 }, { line: 3 });
  t.match(second.body, { added: 2, refused: 0, rows: [{ inverterId: first.body.rows[0].inverterId }, {}] });
  await inverterLists.save({ ...list, rows: list.rows.map((row) => ({ ...row, inverterId: null })) });
  t.match((await confirm({ line: 2, name: 'Anders' })).body, {
    refused: 1,
    rows: [{ problem: { code: 'inverter.list-row-done' } }],
  });
  t.equal((await owner('GET', `${path}/inverters`)).body.items.length, 2);
});

async function accountOf(path: string): Promise<AccountId> {
  const { events } = await deps.log.load(`plant-${path.slice('/plants/'.length)}`);
  return AccountId.parse(events[0]?.data['ownerId']);
}

t.test('a list belongs to its owner and its plant, for a day', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const { body } = await upload(owner, path, xlsxOf([header, ['DAY1']]));
  const list = `${path}/inverters/import/${body.id}`;
  const gone = { status: 404, body: { code: 'inverter.list-not-found' } };
  t.match(await stranger('GET', list), gone);
  t.match(await stranger('POST', `${list}/confirm`, { rows: [{ line: 2 }] }), gone);
  t.match(await owner('GET', `/plants/${await newPlant(owner)}/inverters/import/${body.id}`), gone);
  t.match(await upload(stranger, path, xlsxOf([header, ['DAY1']])), { status: 404, body: { code: 'plant.not-found' } });
  t.equal((await app.inject({ method: 'POST', url: `/api/v1${path}/inverters/import` })).statusCode, 401);
  for (let round = 0; round < 10; round++) await upload(owner, path, xlsxOf([header, [`MORE${round}`]]));
  t.match(await owner('GET', list), gone, 'only the latest ten stay');

  const kept = await upload(owner, path, xlsxOf([header, ['DAY2']]));
  time.ahead = Temporal.Duration.from({ hours: 25 });
  t.teardown(() => void (time.ahead = Temporal.Duration.from({ seconds: 0 })));
  t.match(await owner('GET', `${path}/inverters/import/${kept.body.id}`), gone, 'over after a day');
  await deps.inverterLists.removeOld();
  t.same((await sql`select 1 from device_registry.inverter_lists`.execute(db)).rows, [], 'and forgotten');
});

t.test('files that are none get a sentence that says what to do', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const refusal = async (file: Buffer) => {
    const { status, body } = await upload(owner, path, file);
    return [status, body.code];
  };
  t.strictSame(await refusal(Buffer.alloc(0)), [422, 'spreadsheet.empty']);
  t.strictSame(await refusal(Buffer.from('<html></html>')), [422, 'spreadsheet.notASpreadsheet']);
  t.strictSame(await refusal(xlsxOf([header]).subarray(0, 900)), [422, 'spreadsheet.damaged']);
  t.strictSame(await refusal(xlsxOf([['Nummer'], ['1']])), [422, 'spreadsheet.columnsMissing']);
  t.strictSame(await refusal(xlsxOf([header, ['BEISPIEL-0001']])), [422, 'spreadsheet.empty']);
  const bomb = xlsxFrom('', { 'xl/sharedStrings.xml': Buffer.alloc(30 * 1024 * 1024) });
  t.strictSame(await refusal(bomb), [422, 'spreadsheet.suspicious']);
  t.strictSame(await refusal(Buffer.alloc(3 * 1024 * 1024)), [413, 'spreadsheet.tooLarge']);
  t.strictSame(await refusal(xlsxOf([header, ...Array.from({ length: 501 }, (_, index) => [`S${index}`])])), [
    422,
    'spreadsheet.tooManyRows',
  ]);
  t.match(await upload(owner, path, Buffer.from('seriennummer;name\nCSV1;Eins\n')), {
    status: 201,
    body: { rows: [{ line: 2, serialNumber: 'CSV1', name: 'Eins' }] },
  });

  const url = `${path}/inverters/import`;
  t.match(await owner('POST', url, { rows: [] }), { status: 415 });
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  t.match(await owner('POST', url, Buffer.from('no parts at all'), headers), { status: 400 });
  t.match(await owner('POST', url, Buffer.from(`--${boundary}--\r\n`), headers), { status: 422 });
  t.match(await owner('POST', url, multipart(Buffer.from('x')).body.subarray(0, -20), headers), { status: 400 });
});

t.test('a list is no faster way of trying codes out', async (t) => {
  const strict = await testApp(t, {
    routes: [signIn, plantRoutes(deps), inverterListRoutes({ ...deps, wrongCodesPerHour: 2 })],
  });
  const guesser = await clientOf(strict);
  const path = `/plants/${await newPlant(guesser)}`;
  const guess = (...codes: readonly string[]) =>
    upload(guesser, path, xlsxOf([header, ...codes.map((wrong) => ['REG2', wrong])]));
  t.strictSame(
    (await guess('A', 'B', 'C')).body.rows.map(({ verdict }: { verdict: string }) => verdict),
    ['wrongCode', 'repeated', 'repeated'],
    'one code per device and upload',
  );
  const { body } = await guess('D');
  t.match(await guess('E'), { status: 429, body: { code: 'inverter.list-codes-paused' } });
  const list = `${path}/inverters/import/${body.id}`;
  t.match(await guesser('POST', `${list}/confirm`, { rows: [{ line: 2 }] }), { status: 429 });
});

t.test('the template is filled in and comes back', async (t) => {
  const { token } = (await app.inject({ method: 'POST', url: '/api/v1/test-sign-in' })).json();
  const headers = { authorization: `Bearer ${token}` };
  const plant = await app.inject({ method: 'POST', url: '/api/v1/plants', headers, payload: plantBody });
  const url = `/api/v1/plants/${plant.json().id}/inverters`;
  for (const [language, head, example] of [
    ['de', 'Seriennummer *', 'BEISPIEL-0001'],
    ['en', 'Serial number *', 'EXAMPLE-0001'],
  ] as const) {
    const asked = { ...headers, 'accept-language': language };
    const answer = await app.inject({ method: 'GET', url: `${url}/template.xlsx`, headers: asked });
    t.equal(answer.statusCode, 200);
    t.match(answer.headers['content-disposition'], /attachment; filename="\w+\.xlsx"/);
    const sheet = await sheetReader(uploadLimits)(answer.rawPayload);
    t.match(sheet, {
      ok: true,
      rows: [
        { line: 1, cells: [head] },
        { line: 2, cells: [example] },
      ],
    });
    const back = multipart(answer.rawPayload);
    const sent = await app.inject({
      method: 'POST',
      url: `${url}/import`,
      headers: { ...headers, ...back.headers },
      payload: back.body,
    });
    t.match(sent.json(), { code: 'spreadsheet.empty' }, 'the example is no device');
  }
  t.equal((await app.inject({ method: 'GET', url: `${url}/template.xlsx` })).statusCode, 401);
});
