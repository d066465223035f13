import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { request } from 'undici';
import { parseXml, type XmlElement } from '../../../adapters/inverter-protocol/xml.js';
import { decimalOf, dotNetNumber, element, envelope, escapeText } from '../../../adapters/data-service/reply.js';
import type { DataQuery } from '../../../adapters/data-service/request.js';
import type { MeasuredRecord } from '../../../adapters/readings/port.js';
import { PlantId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { measuredChannels } from '../../../domain/production/channels.js';
import { callGate } from '../../../http/legacy/call-gate.js';
import { answerOf, type AnswerDeps } from '../../../http/legacy/data-service-answers.js';
import type { ShownObject } from '../../../http/legacy/data-service-objects.js';
import { rewriteDataServiceUrl } from '../../../http/legacy/data-service.js';
import { xmlDataOf } from '../../../http/legacy/xml-data.js';
import { eventually } from '../../support/accounts.js';
import { earlierOwner } from '../../support/earlier-owner.js';
import { callJson, newInverter, newOwner, newPlant, password, sharePlant, type Owner } from '../../support/owner.js';
import { testPortal } from '../../support/portal.js';
import { codeAt } from '../../support/totp.js';
import { vectors } from '../../adapters/inverter-protocol/vectors.js';

/** Without what a reader of a sample sets it with: line breaks and blanks between elements. */
const plain = (sample: string) => sample.replaceAll(/>\s+</g, '><').trim();

t.test('numbers and texts as the original wrote them', (t) => {
  for (const [value, dec, integer] of [
    [2429.1, 1, 24291],
    [50, 0, 50],
    [0.1532, 4, 1532],
    [1_241_020.25, 2, 124102025],
    [-5.3, 1, -53],
    [49.98, 2, 4998],
    [0.30000000000000004, 1, 3],
    [-0.00001, 0, 0],
  ] as const) {
    t.strictSame(decimalOf(value), { dec, integer }, String(value));
  }
  for (const [value, text] of [
    [Math.fround(894.7), '894.700012207031'],
    [594.7, '594.7'],
    [1 / 3, '0.333333333333333'],
    [20, '20'],
    [0, '0'],
    [-1.5, '-1.5'],
    [0.0000123, '1.23E-05'],
    [1.5e16, '1.5E+16'],
  ] as const) {
    t.equal(dotNetNumber(value), text);
  }
  t.equal(element('d', { name: `a'b<c>&"\n\u0001` }, ''), `<d name='a&apos;b&lt;c&gt;&amp;"&#10;'></d>`);
  t.equal(
    envelope(`<x>${escapeText('<&')}</x>`),
    '<?xml version="1.0" encoding="utf-8"?>\r\n<string xmlns="DataService.API">&lt;x&gt;&amp;lt;&amp;amp;&lt;/x&gt;</string>',
  );
  t.end();
});

t.test('addresses and parameters', (t) => {
  const route = '/DataServiceApi.asmx/GetInverterData';
  for (const url of [
    route,
    '/DataServiceapi.asmx/GetInverterData',
    '/dataservice/DATASERVICEAPI.ASMX/getinverterdata',
  ]) {
    t.equal(rewriteDataServiceUrl(`${url}?xmlData=%3Ca`), `${route}?xmlData=%3Ca`);
  }
  for (const url of [
    '/DataServiceApi.asmx/Other',
    '/DataServiceApi.asmx',
    '/api/v1/plants?x=/DataServiceApi.asmx/GetInverterData',
  ]) {
    t.equal(rewriteDataServiceUrl(url), url);
  }
  const posted = (text: string, encoding: BufferEncoding = 'utf8') =>
    xmlDataOf({ body: Buffer.from(text, encoding), url: '/' });
  t.equal(posted('xmlData=<a>1+1 & 2</a>'), '<a>1+1 & 2</a>', 'pasted in as it is');
  t.equal(posted('xmlData=%3Ca%3E%C3%BC+%2B%3C%2Fa%3E&x=1'), '<a>ü +</a>');
  t.equal(posted('x=1&XMLDATA=%3Ca%3E%FC%3C/a%3E'), '<a>ü</a>', 'the code page of old programs');
  t.equal(posted('xmlData=<a>ü</a>', 'latin1'), '<a>ü</a>');
  t.equal(posted('xmlData=%3Ca%3E%zz%3C/a%3E'), '<a>%zz</a>');
  t.equal(xmlDataOf({ body: undefined, url: '/x?xmlData=<a>%201+1</a>' }), '<a> 1+1</a>');
  t.equal(xmlDataOf({ body: undefined, url: '/x' }), null);
  t.end();
});

t.test('a gate lets through what is allowed, whatever knocks meanwhile', (t) => {
  let nowMs = 0;
  const gate = callGate({ burst: 3, pauseMs: 1_000 }, () => nowMs);
  const passed = (key: string, calls: number) =>
    Array.from({ length: calls }, () => gate.pass(key)).filter(Boolean).length;
  t.equal(passed('a', 1_000), 3);
  t.equal(passed('b', 2), 2, 'others are not hurt');
  let heard = 0;
  for (let ms = 0; ms < 5_000; ms++) {
    nowMs++;
    heard += passed('a', 1);
  }
  t.equal(heard, 5);
  nowMs += 60_000;
  t.equal(passed('a', 10), 3);
  t.end();
});

/** Answers of the documentation, from the data that they show. */
t.test('the samples of the documentation, byte for byte', async (t) => {
  const numbers = new Map<string, number>([
    ...[['duenn', 3] as const, ['mono', 46] as const, ['poly', 39] as const],
    ...[['i1', 1] as const, ['i2', 2] as const, ['i3', 3] as const, ['i4', 4] as const],
  ]);
  const inverter = (id: string, name: string, serialNumber: string) => ({
    id,
    name,
    serialNumber,
    subplantId: 'duenn',
    nominalPowerW: 2_500,
  });
  const object: ShownObject = {
    kind: 'plant',
    number: 3,
    inverterIds: ['i1', 'i2', 'i3', 'i4'],
    powerW: 10_000,
    ratedPowerW: 10_000,
    plant: {
      name: 'REFU Metzingen / Neuhausen',
      timeZone: 'Europe/Berlin',
      feedInTariffs: [],
      ratedPowerW: 10_000,
      model: null,
      ownForecasts: new Map(),
      subplants: [
        { id: 'poly', name: 'Polykristalin' },
        { id: 'duenn', name: 'Dünnschicht' },
        { id: 'mono', name: 'Monokristalin' },
      ],
      inverters: [
        inverter('i4', '214', 'A0268'),
        inverter('i1', '211', 'A0264'),
        inverter('i2', '212', 'NB212'),
        inverter('i3', '213', 'NB213'),
      ],
      inverterIds: ['i1', 'i2', 'i3', 'i4'],
      numberOf: (id) => numbers.get(id) ?? 0,
    },
  };
  const nothing = Object.fromEntries(measuredChannels.map((channel) => [channel, null])) as Omit<MeasuredRecord, 'atS'>;
  const record: MeasuredRecord = {
    ...nothing,
    ...{ atS: 1308642600 - 7200, acPowerW: 2429.1, acCurrentA: 10.6, acVoltageV: 228.6, acFrequencyHz: 50 },
    ...{ dcPowerW: 2453.4, dcCurrentA: 4.5, dcVoltageV: 526.2, temperature1C: 33.2, temperature2C: 40.4 },
    ...{ irradianceWPerM2: 163.7, moduleTemperatureC: 22.6, dayEnergyWh: 2_000, totalEnergyWh: 22_384_000 },
    ...{ dayIrradiationWhPerM2: 153.2, status: 4 },
  };
  /** kWh of the four inverters on each of the four days. */
  const yields = [
    [100.2, 100.9, 101.5, 292.1],
    [894.7, 0, 0, 0],
    [127.4, 128.1, 128.7, 600],
    [127.4, 128.1, 128.7, 689.5],
  ];
  const deps: AnswerDeps = {
    production: {
      dailyEnergy: async (ids, bounds) =>
        new Map(
          ids.map((id, of) => [
            id,
            bounds.slice(0, -1).map((day) => (yields[day - 15_156]?.[of] ?? NaN) * 1000 || null),
          ]),
        ),
    },
    records: {
      records: async () => ({ records: [record], count: 1 }),
      errorCount: async () => 279,
      errors: async () => [
        { atS: 1329322671 - 3600, code: '0A0004', state: 4, stateAfter: null },
        { atS: 1329321817 - 3600, code: '100002', state: 4, stateAfter: null },
      ],
      dailyIrradiation: async () => new Map(),
    },
    clock: { now: () => Temporal.Instant.from('2026-07-01T10:00:00Z') },
  };
  const answers = async (query: DataQuery, sample: string, to = object) =>
    t.equal(await answerOf(deps, query, to), plain(sample), query.operation);
  const name = { kind: 'plant', number: 3 } as const;
  await answers(
    { operation: 'GetInverterList', object: name },
    `<rws_response>
    <Plant id='3' name='REFU Metzingen / Neuhausen'>
        <Subplant id='3' name='Dünnschicht'>
            <Inverter serial='A0264' name='211' id='1' />
            <Inverter serial='NB212' name='212' id='2' />
            <Inverter serial='NB213' name='213' id='3' />
            <Inverter serial='A0268' name='214' id='4' />
        </Subplant>
        <Subplant id='46' name='Monokristalin'></Subplant>
        <Subplant id='39' name='Polykristalin'></Subplant>
    </Plant>
</rws_response>`,
  );
  const range = { fromS: 1309478400, toS: 1309737600 };
  await answers({ operation: 'GetInverterData', object: name, range }, inverterDataSample, { ...object, number: 2 });
  await answers(
    { operation: 'GetObjectDataForInterval', object: name, dataType: 'Energy', intervalType: 'Month', range },
    `<rws_response>
    <d t='1309478400'>594.700004577637</d>
    <d t='1309564800'>894.700012207031</d>
    <d t='1309651200'>984.200004577637</d>
    <d t='1309737600'>1073.70000457764</d>
</rws_response>`,
  );
  await answers(
    { operation: 'GetObjectErrorsCount', object: name },
    `<rws_response><Errors count='279'></Errors></rws_response>`,
  );
  await answers(
    { operation: 'GetObjectErrors', object: name, pageSize: 2, pageNumber: 1 },
    `<rws_response>
    <Error code='0A0004' date='1329322671' stateId='4' state='Run'><Text>Regulator voltage 4</Text></Error>
    <Error code='100002' date='1329321817' stateId='4' state='Run'><Text>Ethernet connectn. 2</Text></Error>
</rws_response>`,
  );
});

const inverterDataSample = `<rws_response>
    <InverterData InverterId='2' RecordsLeft='0'>
        <Data Time='1308642600'>
            <p i='PAC' dec='1'>24291</p>
            <p i='IAC' dec='1'>106</p>
            <p i='UAC' dec='1'>2286</p>
            <p i='FAC' dec='0'>50</p>
            <p i='PDC' dec='1'>24534</p>
            <p i='IDC' dec='1'>45</p>
            <p i='UDC' dec='1'>5262</p>
            <p i='Temp1' dec='1'>332</p>
            <p i='Temp2' dec='1'>404</p>
            <p i='Rad' dec='1'>1637</p>
            <p i='PanelTemp' dec='1'>226</p>
            <p i='Energy' dec='0'>2</p>
            <p i='TotalEnergy' dec='0'>22384</p>
            <p i='DaySunEnergy' dec='4'>1532</p>
            <p i='State' dec='0'>4</p>
        </Data>
    </InverterData>
</rws_response>`;

const denied = "<error>Access denied. The requested plant's data is not accessible for the specified user</error>";
const failed = '<error>Authentication failed</error>';

t.test('over HTTP', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1', ARGON2: 'm=7168,t=1,p=1' });
  const { url, system } = portal;
  const owner = await newOwner(url);
  const name = `Hof "Süd" & <Söhne> O'Hara; drop table plants;--`;
  const feedInTariffs = [{ from: '2011-01-01', centsPerKwh: 10 }];
  const plantId = await newPlant(owner, { name, feedInTariffs });
  const roof = await owner.call('POST', `/plants/${plantId}/subplants`, { name: 'Dach <1>' });
  const inRoof = await newInverter(owner, plantId, 'LBAN02261010322');
  await newInverter(owner, plantId, 'LBAN02261010321');
  await owner.call('PATCH', `/plants/${plantId}/inverters/${inRoof}`, { subplantId: roof.body.id });
  const number = (await owner.call('GET', `/plants/${plantId}`)).body.number;
  t.equal(number, 1);

  const push = (body: string) =>
    request(`${url}/x/InverterService/InverterService.asmx/CollectInverterData`, { method: 'POST', body });
  const s1 = vectors.s1;
  await push(s1);
  await push(vectors.r1);
  await push(vectors.s2);
  const record = (clockS: number, wh: number) =>
    `xmlData=<rd><m>502DF400489C</m><s>LBAN02261010322</s><d t="${clockS}" l="600"><p i="1">43660000</p><p i="C">${(wh / 100).toString(16)}</p></d></rd>`;
  // 30 October 2011 in Berlin has 25 hours; 144 records of the next day.
  const october31 = 1320019200;
  for (let n = 0; n < 144; n++) await push(record(october31 + n * 600, Math.max(0, n - 40) * 100));
  await system.sumsSettled();

  let hosts = 0;
  const answerTo = async (
    operation: string,
    xml: string,
    how: { method?: 'GET' | 'POST'; prefix?: string; address?: string; raw?: boolean; status?: number } = {},
  ) => {
    const {
      method = 'POST',
      prefix = '/DataServiceApi.asmx',
      address = `10.1.${hosts >> 8}.${hosts++ & 255}`,
      raw = false,
    } = how;
    const parameter = `xmlData=${raw ? xml : encodeURIComponent(xml)}`;
    const answer = await request(`${url}${prefix}/${operation}${method === 'GET' ? `?${parameter}` : ''}`, {
      method,
      headers: { 'x-forwarded-for': address, 'content-type': 'application/x-www-form-urlencoded' },
      body: method === 'GET' ? null : parameter,
    });
    const text = await answer.body.text();
    t.equal(answer.statusCode, how.status ?? 200);
    t.equal(answer.headers['content-type'], 'text/xml; charset=utf-8');
    t.equal(Number(answer.headers['content-length']), Buffer.byteLength(text));
    const inner =
      /^<\?xml version="1\.0" encoding="utf-8"\?>\r\n<string xmlns="DataService\.API">([^<>]*)<\/string>$/.exec(
        text,
      )?.[1];
    if (inner === undefined) throw new Error(`no envelope: ${text}`);
    return inner.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#13;', '\r').replaceAll('&amp;', '&');
  };
  const requestOf = (who: { userName: string; password?: string }, operation: string, fields: object) => {
    const content = Object.entries(fields)
      .map(([field, value]) => `<${field}>${String(value)}</${field}>`)
      .join('\n ');
    return `<?xml version='1.0' encoding='utf-8'?>
      <rws_request><Auth><Username> ${who.userName}
      </Username><Password>${escapeText(who.password ?? password)}</Password></Auth><${operation}>${content}</${operation}></rws_request>`;
  };
  const ask = (who: { userName: string; password?: string }, operation: string, fields: object, how = {}) =>
    answerTo(operation, requestOf(who, operation, fields), how);
  const contentOf = (inner: string) => /^<rws_response>(.*)<\/rws_response>$/s.exec(inner)?.[1];
  const inner = (found: string) => parseXml(found) as XmlElement;

  await t.test('GetInverterList, by POST and GET, under any prefix and in any case', async (t) => {
    const list = await ask(owner, 'GetInverterList', { Plant: number });
    t.equal(
      list,
      `<rws_response><Plant id='1' name='Hof "Süd" &amp; &lt;Söhne&gt; O&apos;Hara; drop table plants;--'>` +
        `<Subplant id='1' name='Dach &lt;1&gt;'><Inverter serial='LBAN02261010322' name='LBAN02261010322' id='1' /></Subplant>` +
        `<Inverter serial='LBAN02261010321' name='LBAN02261010321' id='2' /></Plant></rws_response>`,
    );
    t.equal(inner(list).children[0]?.children.length, 2);
    for (const how of [
      { method: 'GET' },
      { prefix: '/dataservice/DataServiceapi.asmx' },
      { prefix: '/a/b/DATASERVICEAPI.asmx', method: 'GET' },
      { raw: true },
    ] as const) {
      t.equal(await ask(owner, 'GetInverterList', { Plant: ` ${number}\n` }, how), list);
    }
    t.equal(await ask({ userName: owner.userName.toUpperCase() }, 'GetInverterList', { Plant: number }), list);
    const other = await request(`${url}/dataserviceapi.asmx/getinverterlist`, { method: 'PUT', body: '' });
    t.equal(other.statusCode, 405);
    await other.body.dump();
  });

  await t.test('GetInverterData', async (t) => {
    const day = { FromDate: 1308614400, ToDate: 1308700799 };
    t.equal(
      await ask(owner, 'GetInverterData', { InverterId: 1, ...day }),
      plain(inverterDataSample).replace("InverterId='2'", "InverterId='1'"),
    );
    const full = inner(
      await ask(owner, 'GetInverterData', { InverterId: 1, FromDate: october31, ToDate: october31 + 86_399 }),
    );
    t.match(full.children[0]?.attributes.get('RecordsLeft'), '44');
    const times = full.children[0]?.children.map((data) => Number(data.attributes.get('Time'))) ?? [];
    t.strictSame(
      times,
      Array.from({ length: 100 }, (_, n) => october31 + n * 600),
      'the first 100, by the local clock',
    );
    t.ok(full.children[0]?.children.every(({ children }) => children.length === 15));
    t.equal(
      await ask(owner, 'GetInverterData', { InverterId: 2, ...day }),
      "<rws_response><InverterData InverterId='2' RecordsLeft='0'></InverterData></rws_response>",
    );
    t.match(
      await ask(owner, 'GetInverterData', { InverterId: 1, FromDate: 0, ToDate: '9'.repeat(25) }),
      /RecordsLeft='45'/,
    );
  });

  await t.test('GetObjectDataForInterval', async (t) => {
    const asked = async (fields: object) =>
      contentOf(
        await ask(owner, 'GetObjectDataForInterval', {
          ObjectId: 1,
          ObjectType: 'PLANT',
          FromDate: 0,
          ToDate: 4e9,
          ...fields,
        }),
      );
    const [month, year, overall] = [october31, 1317427200, 1293840000];
    for (const [IntervalType, t0] of [
      ['MontH', month],
      ['Year', year],
      ['overall', overall],
    ] as const) {
      for (const ObjectType of ['Plant', 'subPLANT', 'Inverter']) {
        const energy = await asked({ IntervalType, ObjectType, DataType: 'dailyYIELD' });
        t.match(energy, `<d t='${t0}'>${IntervalType === 'overall' ? '' : '10.'}`, `${ObjectType} ${IntervalType}`);
      }
      t.match(await asked({ IntervalType, DataType: 'Income' }), `<d t='${t0}'>1.`);
      t.match(
        await asked({ IntervalType, DataType: 'ReducedCO2' }),
        `<d t='${t0}'>${IntervalType === 'overall' ? '4.6' : '3.'}`,
      );
      t.match(await asked({ IntervalType, DataType: 'DailyEnergyNormalized' }), `<d t='${t0}'>0.`);
      t.match(
        await asked({ IntervalType, DataType: 'DailySunEnergy', FromDate: 1308528000, ToDate: 1308700000 }),
        /0\.153/,
      );
      t.match(
        await asked({ IntervalType, DataType: 'PerformanceRatio', FromDate: 1308528000, ToDate: 1308700000 }),
        /<d t='\d+'>\d/,
      );
      t.equal(await asked({ IntervalType, DataType: 'ACpower' }), '');
    }
    const one = { IntervalType: 'Month', DataType: 'NormalizedEnergyDeviationPercent' };
    t.match(await asked({ ...one, ObjectType: 'Inverter' }), /<d t='\d+'>[\d.]+<\/d>/);
    t.match(await asked(one), /<error>NormalizedEnergyDeviationPercent does not exist/);
    const year2011 = { FromDate: overall, ToDate: overall + 86_400, ObjectType: 'Inverter' };
    const forecast = /^<d t='1293840000'>(\d+)\.?\d*<\/d>$/;
    const [, wholeYear] =
      forecast.exec((await asked({ ...year2011, IntervalType: 'Overall', DataType: 'IdealEnergy' })) ?? '') ?? [];
    t.ok(Number(wholeYear) > 5_000 && Number(wholeYear) < 20_000, `${wholeYear} kWh of half of 24 kW in a usual year`);
    const [, january] =
      forecast.exec((await asked({ ...year2011, IntervalType: 'Year', DataType: 'EnergyForecast' })) ?? '') ?? [];
    t.ok(Number(january) > 100 && Number(january) < Number(wholeYear) / 12, `${january} kWh in January`);
    t.match(await asked({ ...year2011, IntervalType: 'Overall', DataType: 'IncomeForecast' }), forecast);
    t.match(await asked({ IntervalType: 'Month', DataType: 'IdealIncome', ObjectType: 'Inverter' }), /<error>/);
  });

  await t.test('errors of devices and their pages', async (t) => {
    const object = { ObjectId: 1, ObjectType: 'Inverter' };
    t.equal(contentOf(await ask(owner, 'GetObjectErrorsCount', object)), "<Errors count='1'></Errors>");
    t.equal(
      contentOf(await ask(owner, 'GetObjectErrorsCount', { ...object, ObjectId: 2 })),
      "<Errors count='0'></Errors>",
    );
    const page = (PageNumber: unknown, PageSize: unknown = 100) =>
      ask(owner, 'GetObjectErrors', { ObjectId: 1, ObjectType: 'Plant', PageSize, PageNumber }).then(contentOf);
    t.equal(
      await page(1),
      "<Error code='0A010C' date='1604741706' stateId='2' state='Activation'><Text>Error 0A010C</Text></Error>",
    );
    for (const beyond of [2, 999_999_999_999]) t.equal(await page(beyond), '');
    t.equal(await page(1, 101), '<error>Maximum size of a page is 100.</error>');
    for (const [number, size] of [
      [0, 10],
      [1, 0],
      [-1, 10],
      ['x', 10],
      [1, ''],
    ] as const)
      t.match(await page(number, size), /^<error>/);
  });

  await t.test('who is let in', async (t) => {
    const list = { Plant: number };
    const stranger = await newOwner(url);
    for (const Plant of [number, 999, 0, -1, '9'.repeat(20)]) {
      t.equal(contentOf(await ask(stranger, 'GetInverterList', { Plant })), denied, `${Plant}: the same as unknown`);
    }
    t.equal(contentOf(await ask(owner, 'GetObjectErrorsCount', { ObjectId: 7, ObjectType: 'Subplant' })), denied);
    t.equal(contentOf(await ask({ userName: 'nobody' }, 'GetInverterList', list)), failed);
    await sharePlant(owner, plantId, stranger, 'viewer');
    t.match(await ask(stranger, 'GetInverterList', list), /<Plant id='1'/, 'shared');

    const limited = async (scopes: string[], plantIds: string[] | null = null) => {
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      const made = await owner.call('POST', '/me/tokens', { name: 'x', scopes, plantIds, expiresAt, password });
      return { userName: owner.userName, password: made.body.token as string };
    };
    const reader = await limited(['plants:read']);
    t.match(await ask(reader, 'GetInverterList', list), /<Plant/, 'a token in place of the password');
    t.equal(contentOf(await ask(reader, 'GetObjectErrorsCount', { ObjectId: 1, ObjectType: 'Plant' })), denied);
    t.equal(contentOf(await ask({ ...reader, userName: stranger.userName }, 'GetInverterList', list)), failed);
    const otherPlant = await newPlant(owner);
    t.equal(contentOf(await ask(await limited(['plants:read'], [otherPlant]), 'GetInverterList', list)), denied);

    const setUp = await owner.call('POST', '/me/totp', { password });
    const confirmed = await owner.call('POST', '/me/totp/confirmation', {
      code: codeAt(setUp.body.secret, Temporal.Now.instant()),
    });
    t.ok(confirmed.status < 300, JSON.stringify([setUp.body, confirmed.body]).slice(0, 300));
    t.equal(contentOf(await ask(owner, 'GetInverterList', list)), failed, 'a second factor that no program shows');
    t.match(await ask(reader, 'GetInverterList', list), /<Plant/);
  });

  await t.test('lock-out: as at the sign-in, and for both', async (t) => {
    const person = await newOwner(url);
    const own = await newPlant(person);
    const Plant = (await person.call('GET', `/plants/${own}`)).body.number;
    t.match(await ask(person, 'GetInverterList', { Plant }), /<Plant/);
    for (let n = 0; n < 5; n++)
      t.equal(contentOf(await ask({ ...person, password: 'Falsch#1' }, 'GetInverterList', { Plant })), failed);
    t.equal(
      contentOf(await ask(person, 'GetInverterList', { Plant })),
      failed,
      'locked, though the password was right before',
    );
    const signIn = await callJson(
      `${url}/api/v1/sessions`,
      'POST',
      { userName: person.userName, password },
      { 'x-forwarded-for': '10.9.0.1' },
    );
    t.equal(signIn.status, 423);
  });

  await t.test('only licensed plants, only with accepted documents', async (t) => {
    const person = await newOwner(url);
    const own = await newPlant(person);
    const Plant = (await person.call('GET', `/plants/${own}`)).body.number;
    const data = {
      plantId: PlantId.parse(own),
      at: '2026-01-01T00:00:00Z',
      firstDay: '2026-01-01',
      lastDay: '2026-02-09',
    };
    const head = await system.log.load(`licence-${own}`);
    const metadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const id = '0198a000-0000-7000-8000-0000000000aa';
    const appended = await system.log.append(
      `licence-${own}`,
      [{ id, event: { type: 'TrialStarted', data } }],
      head,
      metadata,
    );
    if (!appended.ok) throw new Error(appended.reason);
    await system.readModels.waitFor(appended.position);
    t.equal(contentOf(await ask(person, 'GetInverterList', { Plant })), denied);

    const early = await earlierOwner(portal, Temporal.Instant.from('2026-11-24T12:00:00Z'));
    t.match(
      await ask(early, 'GetInverterList', { Plant: 1 }),
      /<error>The terms of use or the privacy policy have changed.*\/accept<\/error>/,
    );
  });

  await t.test('bad input', async (t) => {
    const person = await newOwner(url);
    const auth = `<Auth><Username>${person.userName}</Username><Password>${password}</Password></Auth>`;
    const wrong = (content: string) => `<rws_request>${auth}${content}</rws_request>`;
    for (const [xml, message] of [
      ['', /not valid XML/],
      ['no xml', /not valid XML/],
      ['<rws_request>', /not valid XML/],
      ['<!DOCTYPE x [<!ENTITY a "b">]><rws_request/>', /document type/],
      [
        `<!DOCTYPE lolz [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]><rws_request>${auth}<GetInverterList><Plant>&m;</Plant></GetInverterList></rws_request>`,
        /document type/,
      ],
      ['<x/>', /root element must be rws_request/],
      ['<RWS_REQUEST/>', /root element/],
      ['<rws_request/>', /Auth is missing/],
      ['<rws_request><Auth><Username>x</Username></Auth></rws_request>', /Password is missing/],
      [wrong(''), /GetInverterList is missing/],
      [wrong('<getinverterlist><Plant>1</Plant></getinverterlist>'), /GetInverterList is missing/],
      [wrong('<GetInverterList/>'), /Plant is missing/],
      [wrong('<GetInverterList><plant>1</plant></GetInverterList>'), /Plant is missing/],
      [wrong("<GetInverterList><Plant>1' or '1'='1</Plant></GetInverterList>"), /Plant must be a whole number/],
      [wrong('<GetInverterList><Plant>&#0;&lt;x</Plant></GetInverterList>'), /whole number/],
      [wrong('<GetInverterList><Plant>1\u0000</Plant></GetInverterList>'), /not valid XML/],
      [`<rws_request>${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}</rws_request>`, /<error>/],
      [wrong(`<GetInverterList><Plant>${'1'.repeat(20_000)}</Plant></GetInverterList>`), /too large/],
    ] as const) {
      t.match(await answerTo('GetInverterList', xml), message, xml.slice(0, 60));
    }
    const range = (FromDate: unknown, ToDate: unknown) =>
      ask(person, 'GetInverterData', { InverterId: 1, FromDate, ToDate });
    t.match(await range(2, 1), /FromDate must not be after ToDate/);
    t.match(await range('2011-01-01', 1), /FromDate must be a whole number/);
    t.equal(contentOf(await range(-5, 1e9)), denied);
    const missing = await request(`${url}/DataServiceApi.asmx/GetInverterList`, { method: 'POST' });
    t.match(await missing.body.text(), /xmlData is missing/);
    for (const [DataType, IntervalType, ObjectType] of [
      ['x', 'Month', 'Plant'],
      ['Energy', 'Week', 'Plant'],
      ['Energy', 'Month', 'constructor'],
    ]) {
      const fields = { ObjectId: 1, ObjectType, DataType, IntervalType, FromDate: 0, ToDate: 1 };
      t.match(await ask(person, 'GetObjectDataForInterval', fields), /has an unknown value/);
    }
  });

  await t.test('a thousand calls of one user hurt nobody else', async (t) => {
    const [loud, quiet] = [await newOwner(url), await newOwner(url)];
    const plants = await Promise.all([loud, quiet].map((one) => newPlant(one)));
    const numberOf = async (one: Owner, id: string | undefined) =>
      (await one.call('GET', `/plants/${id}`)).body.number as number;
    const [loudNumber, quietNumber] = [await numberOf(loud, plants[0]), await numberOf(quiet, plants[1])];
    const address = '10.8.8.8';
    const flood = Array.from({ length: 1_000 }, () => ask(loud, 'GetInverterList', { Plant: loudNumber }, { address }));
    t.match(
      await ask(quiet, 'GetInverterList', { Plant: quietNumber }, { address }),
      /<Plant/,
      'from the same address',
    );
    const answers = await Promise.all(flood);
    const refused = answers.filter((answer) => answer.includes('The quota of calls is exceeded'));
    t.ok(refused.length > 800, `${refused.length} refused`);
    t.ok(answers.some((answer) => answer.includes('<Plant')));
    await eventually(async () => {
      await pause(200);
      return (await ask(loud, 'GetInverterList', { Plant: loudNumber }, { address })).includes('<Plant') ? true : null;
    });
  });

  await t.test('the address that plants had', async (t) => {
    const leadsTo = async (path: string) => {
      const answer = await request(`${url}${path}`);
      await answer.body.dump();
      return [answer.statusCode, answer.headers['location']];
    };
    t.strictSame(await leadsTo('/PlantDetails.aspx?id=1'), [302, '/plants/number/1']);
    t.strictSame(await leadsTo('/plantdetails.ASPX?id=999'), [302, '/plants/number/999'], 'nothing is said');
    t.strictSame(await leadsTo('/PlantDetails.aspx?id=//evil.example'), [302, '/plants']);
    const found = await owner.call('GET', `/plants?number=${number}`);
    t.match(found.body, { items: [{ id: plantId }], next: null });
    const foreign = await newPlant(await newOwner(url));
    t.ok(foreign);
    t.strictSame((await owner.call('GET', '/plants?number=999999')).body, { items: [], next: null });
  });
});
