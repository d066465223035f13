import t from 'tap';
import { decimalOf, dotNetNumber, element, envelope, escapeText } from '../../../adapters/data-service/reply.js';
import type { DataQuery } from '../../../adapters/data-service/request.js';
import type { MeasuredRecord } from '../../../adapters/readings/port.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { measuredChannels } from '../../../domain/production/channels.js';
import { callGate } from '../../../http/legacy/call-gate.js';
import { answerOf, type AnswerDeps } from '../../../http/legacy/data-service-answers.js';
import type { ShownObject } from '../../../http/legacy/data-service-objects.js';
import { rewriteDataServiceUrl } from '../../../http/legacy/data-service.js';
import { xmlDataOf } from '../../../http/legacy/xml-data.js';
import { inverterDataSample, plain } from './samples.js';

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
      emissionFactor: { gramsPerKwh: 400, source: 'Test', year: 2025 },
      ratedPowerW: 10_000,
      model: null,
      measured: null,
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
