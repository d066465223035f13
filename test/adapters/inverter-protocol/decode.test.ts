import t from 'tap';
import { decodeMessage } from '../../../adapters/inverter-protocol/decode.js';
import { encodeControlRequest, encodeErrors, encodeRecords } from '../../../adapters/inverter-protocol/encode.js';
import { serialNumberOf } from '../../../adapters/inverter-protocol/identity.js';
import { clockReply, okReply } from '../../../adapters/inverter-protocol/replies.js';
import { SerialNumber } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { bytes, vectors } from './vectors.js';

const decode = (text: string) => decodeMessage(bytes(text));

function recordsOf(text: string) {
  const message = decode(text);
  if (message.kind !== 'data') throw new Error(`not data: ${JSON.stringify(message)}`);
  return message.records;
}

const record = (parameters: string, head = '<d t="1308642600" l="600">') =>
  `xmlData=<rd><m>502DF400489C</m><s>A0264</s>${head}${parameters}</d></rd>`;
const channelsOf = (parameters: string) => recordsOf(record(parameters))[0]?.channels;

t.test('the vectors of the protocol have the sizes and values of the reference', async (t) => {
  t.same(
    Object.values(vectors).map((text) => text.length),
    [187, 187, 379, 364, 60],
  );
  for (const [text, mac, serialNumber, deviceClockS] of [
    [vectors.r1, '502DF400489C', 'LBAN02261010322', Date.UTC(2020, 10, 7, 9, 35, 6) / 1000],
    [vectors.r2, '502DF40048AF', 'LBAN02261010321', Date.UTC(2021, 0, 31, 15, 7, 25) / 1000],
  ] as const) {
    const facts = { code: '0A010C', state: 2, stateAfter: 6, short: 0, long: 2048, type: 8 };
    t.same(decode(text), { kind: 'errors', records: [{ serialNumber, mac, deviceClockS, ...facts }] });
  }

  const [s1] = recordsOf(vectors.s1);
  t.equal(s1?.mac, '502DF400489C');
  t.equal(s1?.serialNumber, 'LBAN02261010322');
  t.equal(s1?.deviceClockS, Date.UTC(2011, 5, 21, 7, 50) / 1000);
  t.equal(s1?.intervalS, 600);
  t.same(Object.fromEntries(Object.entries(s1?.channels ?? {}).map(([name, value]) => [name, rounded(value)])), {
    acPowerW: 2429.1,
    acVoltageV: 228.6,
    acCurrentA: 10.6,
    acFrequencyHz: 50,
    dcPowerW: 2453.4,
    dcVoltageV: 526.2,
    dcCurrentA: 4.5,
    temperature1C: 33.2,
    temperature2C: 40.4,
    irradianceWPerM2: 163.7,
    moduleTemperatureC: 22.6,
    dayEnergyWh: 2_000,
    status: 4,
    totalEnergyWh: 22_384_000,
    operatingHoursRaw: 12_345,
    dayIrradiationWhPerM2: 153.2,
  });

  const [s2] = recordsOf(vectors.s2);
  t.equal(s2?.mac, '502DF40048AF');
  t.equal(s2?.serialNumber, 'LBAN02261010321');
  t.match(s2?.channels, {
    acPowerW: 0,
    acVoltageV: 230,
    dcVoltageV: 400,
    temperature1C: -5.3,
    temperature2C: -5.3,
    status: 6,
    totalEnergyWh: 22_384_000,
    powerLimitPercent: 100,
    unknown: { '11': '0' },
  });
  t.equal(rounded(s2?.channels.acFrequencyHz), 49.98);
  t.same(decode(vectors.controlRequest), {
    kind: 'controlRequest',
    serialNumber: 'LBAN02261010322',
    mac: '502DF400489C',
  });
});

t.test('replies are the bytes of the original portal', async (t) => {
  t.equal(Buffer.byteLength(okReply), 83);
  t.equal(okReply, '<?xml version="1.0" encoding="utf-8"?>\r\n<string xmlns="InverterService">OK</string>');
  const clock = clockReply(Temporal.PlainDateTime.from('2021-04-05T18:11:53.999'));
  t.equal(Buffer.byteLength(clock), 204);
  t.equal(
    clock,
    '<?xml version="1.0" encoding="utf-8"?>\r\n<string xmlns="InverterService">&lt;crqr&gt;&lt;c n="SETINVERTERTIME" i="0"&gt;&lt;p n="date" t="3"&gt;05.04.2021 18:11:53&lt;/p&gt;&lt;/c&gt;&lt;/crqr&gt;</string>',
  );
});

t.test(
  'bodies come raw, url-encoded, without prefix, behind other fields, with padding and cp1252 bytes',
  async (t) => {
    const expected = recordsOf(vectors.s1);
    const xml = vectors.s1.slice('xmlData='.length);
    for (const text of [
      xml,
      `XMLDATA=${xml}`,
      `xmlData=${encodeURIComponent(xml)}`,
      `xmlData=${encodeURIComponent(xml).replaceAll('%20', '+')}&other=1`,
      `xmlData=%3c${encodeURIComponent(xml.slice(1))}`,
      `source=pmu&xmlData=${xml}`,
      `xmlData=\r\n ${xml}\r\n\0`,
      `\u00ef\u00bb\u00bf${xml}`,
      `xmlData=<?xml version="1.0" encoding="utf-8"?>\r\n${xml}`,
      `xmlData=${xml.replace('<d ', '<!-- Zähler für \u0080 --><d ')}`,
      `xmlData=${xml.replace('<d ', '<note>K\u00fchlk\u00f6rper \u0080</note><d ')}`,
      `xmlData=${xml.replaceAll('"', "'").replaceAll('><', '>\n  <')}`,
      `xmlData=${xml.replace('t="1308642600" l="600"', 'l="600" t="1308642600"')}`,
    ]) {
      t.same(recordsOf(text), expected, text.slice(0, 60));
    }
  },
);

t.test('numbers: digits, signs, sensor floats, unknown keys and broken words', async (t) => {
  t.match(channelsOf('<p i="1">43660000</p><p i="4">42480000</p>'), { acPowerW: 230, acFrequencyHz: 50 });
  t.match(channelsOf('<p i="1">bfc00000</p><p i="2">80000000</p>'), { acPowerW: -1.5, acVoltageV: 0 });
  t.match(channelsOf('<p i="8">FFCB</p><p i="9">FfFfFfCb</p>'), { temperature1C: -5.3, temperature2C: -5.3 });
  t.match(channelsOf('<p i="A">447a0000</p><p i="B">41cc0000</p>'), {
    irradianceWPerM2: 1000,
    moduleTemperatureC: 25.5,
  });
  t.match(channelsOf('<p i="A">00000665</p><p i="B">ffffffcb</p>'), {
    irradianceWPerM2: 163.7,
    moduleTemperatureC: -5.3,
  });
  t.match(channelsOf('<p i="E">ffffffff</p>'), { totalEnergyWh: 429_496_729_500 }, 'counters are unsigned');
  t.same(channelsOf('<p i="a">665</p><p i="0C">14</p>'), { irradianceWPerM2: 163.7, dayEnergyWh: 2000 });
  t.same(channelsOf('<p i="13">ABc</p><p i="1F">0</p>'), { unknown: { '13': 'ABc', '1F': '0' } });

  const message = decode(
    record(
      '<p i="1">7fc00000</p><p i="2">7f800000</p><p i="3">ff7fffff</p><p i="4">50.0</p><p i="x">1</p><p i="5">1</p>',
    ),
  );
  t.match(message, {
    records: [{ channels: { dcPowerW: Number } }],
    dropped: [
      { key: '1', text: '7fc00000', reason: 'not-finite' },
      { key: '2', reason: 'not-finite' },
      { key: '3', reason: 'implausible' },
      { key: '4', text: '50.0', reason: 'not-hex' },
      { key: 'x', reason: 'bad-key' },
    ],
  });
});

t.test('several records and several errors, and the time of an error as an attribute', async (t) => {
  const backlog = record(
    '<p i="C">1</p></d><d t="1308643200" l="600"><p i="C">2</p></d><d t="1308643800" l="0"><p i="C">3</p>',
  );
  t.same(
    recordsOf(backlog).map((entry) => [entry.deviceClockS, entry.intervalS, entry.channels.dayEnergyWh]),
    [
      [1308642600, 600, 100],
      [1308643200, 600, 200],
      [1308643800, null, 300],
    ],
  );
  const errors = decode(
    'xmlData=<re m="502df40048af" s="nb212"><e t="1604741706" code="800A0016"/><e t="1" code="4"/></re>',
  );
  t.match(errors, {
    kind: 'errors',
    records: [
      {
        serialNumber: 'NB212',
        mac: '502DF40048AF',
        deviceClockS: 1604741706,
        code: '0A0016',
        state: null,
        stateAfter: null,
      },
      { deviceClockS: 1, code: '000004' },
    ],
  });
});

t.test('the time of errors on the message', async (t) => {
  const errors = decode('xmlData=<re m="502df40048af" s="nb212" t="1604741706"><e code="4"/><e t="7" code="5"/></re>');
  t.match(errors, {
    kind: 'errors',
    records: [
      { deviceClockS: 1604741706, code: '000004' },
      { deviceClockS: 7, code: '000005' },
    ],
  });
});

t.test('what is not known or not readable is kept as it came, and nothing is ever expanded', async (t) => {
  const unknown = bytes('xmlData=<cfg m="502DF400489C" s="A0264"><type>802R020</type></cfg>');
  t.same(decodeMessage(unknown), {
    kind: 'unknown',
    raw: { serialNumber: 'A0264', mac: '502DF400489C', root: 'cfg', reason: 'unknown-message', body: unknown },
  });
  const bomb = '<!DOCTYPE rd [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + vectors.s1.slice(8);
  for (const [text, reason] of [
    [bomb, 'document-type'],
    ['<!DOCTYPE rd SYSTEM "file:///etc/passwd"><rd/>', 'document-type'],
    ['', 'no-xml'],
    ['hello', 'no-xml'],
    ['xmlData=', 'no-xml'],
    ['xmlData=%ZZ', 'no-xml'],
    [vectors.s1.slice(0, 200), 'not-well-formed'],
    [`${vectors.s1}${vectors.s1.slice(8)}`, 'not-well-formed'],
    ['xmlData=<rd><s>A</s>', 'not-well-formed'],
    [`xmlData=${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'not-well-formed'],
    [`xmlData=<rd><s>A</s>${'<x/>'.repeat(20_000)}</rd>`, 'too-many-elements'],
    [record('<p i="1">0</p>'.repeat(129)), 'too-many-elements'],
    ['xmlData=<rd><m>502DF400489C</m><d t="1" l="1"></d></rd>', 'no-serial-number'],
    ['xmlData=<rd><s>&lol;</s><d t="1" l="1"></d></rd>', 'no-serial-number'],
    ['xmlData=<rd><s>A</s></rd>', 'no-records'],
    ['xmlData=<re><s>A</s></re>', 'no-records'],
    [record('', '<d l="600">'), 'bad-time'],
    [record('', '<d t="-5" l="600">'), 'bad-time'],
    [record('', '<d t="99999999999" l="600">'), 'bad-time'],
    ['xmlData=<re><s>A</s><e><ts>1</ts><code>zz</code></e></re>', 'bad-code'],
  ] as const) {
    const body = bytes(text);
    const message = decodeMessage(body);
    t.match(message, { kind: 'unreadable', raw: { reason } }, `${reason}: ${text.slice(0, 50)}`);
    if (message.kind === 'unreadable') t.equal(message.raw.body, body);
  }
});

t.test('one bad record takes no good one along, and the message is kept with the reason', async (t) => {
  const good = (n: number) => `<d t="${1308642600 + n * 600}" l="600"><p i="C">14</p></d>`;
  const backlog = (...parts: readonly string[]) => `xmlData=<rd><m>502DF400489C</m><s>A0264</s>${parts.join('')}</rd>`;
  const hundred = (bad: string) => backlog(...Array.from({ length: 99 }, (_, n) => (n === 50 ? bad : '') + good(n)));
  for (const [text, records, reason] of [
    [hundred('<d t="x" l="600"><p i="C">14</p></d>'), 99, 'bad-time'],
    [hundred(`<d t="1" l="600">${'<p i="1">0</p>'.repeat(129)}</d>`), 99, 'too-many-elements'],
    [backlog(...Array.from({ length: 1_001 }, (_, n) => good(n))), 1_000, 'too-many-elements'],
    ['xmlData=<re><s>A0264</s><e><ts>1</ts><code>zz</code></e><e><ts>2</ts><code>4</code></e></re>', 1, 'bad-code'],
  ] as const) {
    const body = bytes(text);
    const message = decodeMessage(body);
    if (message.kind !== 'data' && message.kind !== 'errors') return t.fail(`${reason}: ${message.kind}`);
    t.equal(message.records.length, records, reason);
    t.match(message.rest, { serialNumber: 'A0264', reason, body });
  }
});

t.test('what is encoded decodes to itself, in both firmware forms', async (t) => {
  const [s1] = recordsOf(vectors.s1);
  const [s2] = recordsOf(vectors.s2);
  if (s1 === undefined || s2 === undefined) return t.fail('no records');
  t.equal(encodeRecords([s1], 'element'), vectors.s1);
  t.same(recordsOf(encodeRecords([s2, { ...s2, deviceClockS: 5 }], 'attribute')), [s2, { ...s2, deviceClockS: 5 }]);
  const errors = decode(vectors.r1);
  if (errors.kind !== 'errors') return t.fail('no errors');
  t.equal(encodeErrors(errors.records, 'element'), vectors.r1);
  t.same(decode(encodeErrors(errors.records, 'attribute')), errors);
  t.equal(encodeControlRequest(s1, 'element'), vectors.controlRequest);
  t.match(decode(encodeControlRequest(s2, 'attribute')), { kind: 'controlRequest', serialNumber: s2.serialNumber });
  t.throws(() => encodeRecords([], 'element'), RangeError);
});

t.test('serial numbers are those of the domain', async (t) => {
  for (const text of ['LBAN02261010322', ' a0264 ', 'x'.repeat(40), 'x'.repeat(41), '', ' ', 'ä', 'a b', 'NB-21.2_3']) {
    const parsed = SerialNumber.safeParse(text);
    t.equal(serialNumberOf(text), parsed.success ? parsed.data : null, JSON.stringify(text));
  }
});

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
