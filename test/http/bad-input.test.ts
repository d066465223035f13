import pg from 'pg';
import t from 'tap';
import { request } from 'undici';
import { encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import { DeviceSocket, deviceHead } from '../support/device-socket.js';
import { newInverter, newOwner, newPlant, plantBody } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { record } from '../support/readings.js';

const portal = await testPortal(t);
const port = Number(new URL(portal.url).port);
const pool = new pg.Pool({ connectionString: portal.databaseUrl });
t.teardown(() => pool.end());
const owner = await newOwner(portal.url);
const plantId = await newPlant(owner);
const device = await DeviceSocket.open(port);
t.teardown(async () => device.close());

const mac = '502DF400489C';
const xml = (serialNumber: string, records: string) => `xmlData=<rd><m>${mac}</m><s>${serialNumber}</s>${records}</rd>`;
/** Ten in the morning of a June day, wall clock. */
const morningS = Date.UTC(2026, 5, 1, 10) / 1000;

async function rows<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> {
  return (await pool.query<T>(text, [...values])).rows;
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A device with a place, whose first record has arrived. */
async function standingDevice(serialNumber: string): Promise<void> {
  await newInverter(owner, plantId, serialNumber);
  const first = xml(serialNumber, `<d t="${morningS}" l="600"><p i="1">4517d19a</p><p i="C">14</p><p i="E">64</p></d>`);
  await eventually(async () => {
    if ((await device.send(first))?.body !== okReply) throw new Error(`${serialNumber} was refused`);
    return (await readingsOf(serialNumber)).length > 0;
  });
}

type Reading = {
  readonly clock: string;
  readonly power: number | null;
  readonly day: number | null;
  readonly total: number | null;
};
const readingsOf = (serialNumber: string) =>
  rows<Reading>(
    `select device_clock_s::text as clock, ac_power_w as power, day_energy_wh as day, total_energy_wh as total
     from readings join devices on devices.id = device_id where serial_number = $1 order by measured_at`,
    [serialNumber],
  );

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${portal.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

const bomb = `<!DOCTYPE rd [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, n) => `<!ENTITY b${n} "${`&b${n - 1};`.repeat(10)}">`).join('')}]>`;
const unreadable: Readonly<Record<string, string>> = {
  'cut off': xml('BAD1', `<d t="${morningS}" l="600"><p i="1">45`).slice(0, -9),
  'tags that cross': `xmlData=<rd><s>BAD1</s><d t="${morningS}"></rd></d>`,
  'an entity bomb': `xmlData=${bomb}<rd><s>BAD1</s><d t="${morningS}"><p i="1">&b11;</p></d></rd>`,
  'an external entity': `xmlData=<!DOCTYPE rd [<!ENTITY f SYSTEM "file:///etc/passwd">]><rd><s>&f;</s></rd>`,
  'no serial number': `xmlData=<rd><m>${mac}</m><d t="${morningS}" l="600"><p i="1">0</p></d></rd>`,
  'no time': xml('BAD1', '<d l="600"><p i="1">0</p></d>'),
  'a time that is none': xml('BAD1', '<d t="now" l="600"><p i="1">0</p></d>'),
  'no XML': 'xmlData=hello',
  nothing: '',
  bytes: '\u0000\u00ff\u00fe<\u0001>',
  '20 000 elements': `xmlData=<rd><s>BAD1</s>${'<d>'.repeat(20_000)}`,
};

t.test('what no device of ours would send gets the answer of the protocol and is kept as it came', async (t) => {
  for (const [name, body] of Object.entries(unreadable)) {
    t.match(await device.send(body), { status: 200, body: okReply }, name);
  }
  const kept = await rows<{ body: Buffer }>('select body from raw_messages order by id');
  t.same(
    kept.map(({ body }) => body.toString('latin1')),
    Object.values(unreadable).map((body) => body.slice(0, 65_536)),
  );
  t.equal((await rows('select from readings')).length, 0);
});

t.test('broken values are left out, the rest of their record is kept', async (t) => {
  await standingDevice('VALUES');
  const cases: readonly (readonly [name: string, parameter: string])[] = [
    ['bad hex', '<p i="1">xyz</p>'],
    ['too many digits', '<p i="1">4517d19a4517d19a</p>'],
    ['not a number', '<p i="1">7fc00000</p>'],
    ['infinity', '<p i="1">7f800000</p>'],
    ['minus infinity', '<p i="1">ff800000</p>'],
    ['a power beyond everything', '<p i="1">7f7fffff</p>'],
    ['negative day energy', '<p i="1"></p><p i="C">-5</p>'],
    ['negative day energy, as 32 bits', '<p i="1"></p><p i="C">fffffffb</p>'],
  ];
  for (const [n, [name, parameter]] of cases.entries()) {
    const body = xml('VALUES', `<d t="${morningS + 600 * (n + 1)}" l="600">${parameter}<p i="E">65</p></d>`);
    t.match(await device.send(body), { status: 200, body: okReply }, name);
  }
  const [good, ...broken] = await readingsOf('VALUES');
  t.match(good, { day: 2_000, total: 10_000 });
  t.same(
    broken.map(({ power, day, total }) => [power, day, total]),
    cases.map(() => [null, null, 10_100]),
  );
  t.ok((await metric('sitelink_device_values_dropped_total')) >= 6);
  t.ok((await metric('sitelink_intake_implausible_values')) >= 1);
});

t.test('times of 1970 and of the future are kept aside', async (t) => {
  const before = (await readingsOf('VALUES')).length;
  const nowS = Math.floor(Date.now() / 1000);
  for (const clockS of [0, 60, nowS + 10 * 86_400, 4_294_967_295, 99_999_999_999_999]) {
    t.match(await device.send(xml('VALUES', `<d t="${clockS}" l="600"><p i="1">0</p></d>`)), { status: 200 });
  }
  t.equal((await readingsOf('VALUES')).length, before);
  t.ok((await metric('sitelink_intake_implausible_clocks')) >= 4);
});

t.test('the same record a thousand times, over many connections, is one', async (t) => {
  await standingDevice('AGAIN');
  const body = xml('AGAIN', `<d t="${morningS + 600}" l="600"><p i="1">4517d19a</p><p i="C">1e</p><p i="E">6e</p></d>`);
  const sockets = await Promise.all(Array.from({ length: 20 }, () => DeviceSocket.open(port)));
  let acknowledged = 0;
  await Promise.all(
    sockets.map(async (socket) => {
      for (let n = 0; n < 50; n++) if ((await socket.send(body))?.body === okReply) acknowledged++;
      socket.close();
    }),
  );
  t.equal(acknowledged, 1_000);
  t.equal((await readingsOf('AGAIN')).length, 2);
  t.ok((await metric('sitelink_intake_duplicates_ignored')) >= 999);
  await portal.system.sumsSettled();
  const sums = await rows(`select energy_wh from device_days join devices on devices.id = device_id
    where serial_number = 'AGAIN'`);
  t.same(sums, [{ energy_wh: 3_000 }]);
});

t.test('a second device with the same serial number changes nothing of the first', async (t) => {
  await standingDevice('TWINS');
  const before = await readingsOf('TWINS');
  const twin = (clockS: number) =>
    xml('TWINS', `<d t="${clockS}" l="600"><p i="1">0</p><p i="C">3e8</p></d>`).replace(mac, '502DF40048AF');
  for (const clockS of [morningS, morningS + 600]) t.match(await device.send(twin(clockS)), { status: 200 });
  t.same(await readingsOf('TWINS'), before);
  const apart = await rows(`select mac from unclaimed_messages where serial_number = 'TWINS'`);
  t.same(apart, [{ mac: '502DF40048AF' }, { mac: '502DF40048AF' }], 'kept apart');
  t.ok((await metric('sitelink_intake_foreign_macs')) >= 2);
});

t.test('masses of unknown devices, garbage and 10 MB bodies: bounded on disk and in memory', async (t) => {
  const good = await readingsOf('VALUES');
  const garbage = Object.values(unreadable).filter((body) => body.length < 2_000);
  const large = Buffer.alloc(10 * 1024 * 1024, 'x');
  let next = 0;
  async function attack(messages: number): Promise<void> {
    const end = next + messages;
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        const socket = await DeviceSocket.open(port);
        while (next < end) {
          const n = next++;
          const unknown = encodeRecord(record(`MASS${n}`, '2026-06-01T10:00', { acPowerW: n % 1_000 }), 'attribute');
          const answer = await socket.send(n % 3 === 0 ? (garbage[n % garbage.length] ?? '') : unknown);
          if (answer?.body !== okReply) t.fail(`message ${n}: ${JSON.stringify(answer)}`);
        }
        socket.close();
      }),
    );
  }
  async function flood(bodies: number): Promise<void> {
    for (let n = 0; n < bodies; n++) {
      const socket = await DeviceSocket.open(port);
      const answer = await socket.send(large);
      if (answer?.status !== 413) t.fail(`10 MB: ${JSON.stringify(answer)}`);
      socket.close();
    }
  }
  await attack(2_000);
  await flood(3);
  const beforeBytes = process.memoryUsage.rss();
  await attack(10_000);
  await flood(10);
  const grownMb = (process.memoryUsage.rss() - beforeBytes) / 1024 ** 2;
  t.ok(grownMb < 200, `${grownMb.toFixed(0)} MB more`);

  t.same(await rows('select count(*)::int as devices from unclaimed_devices'), [{ devices: 5_000 }]);
  t.ok((await metric('sitelink_intake_unclaimed_dropped')) > 1_000);
  t.match(await rows(`select from unclaimed_devices where serial_number = 'TWINS'`), [{}], 'who waits longer stays');
  t.same(await readingsOf('VALUES'), good, 'nothing stored is lost');
  t.equal((await fetch(`${portal.url}/readyz`)).status, 200);
});

t.test('wrong lengths and senders that give up leave the door open', async (t) => {
  const body = xml('VALUES', `<d t="${morningS + 60_000}" l="600"><p i="1">0</p></d>`);
  const before = (await readingsOf('VALUES')).length;
  const gone = await DeviceSocket.open(port);
  gone.write(deviceHead(body.length + 100) + body);
  gone.close();
  for (const head of [deviceHead(-1), deviceHead(1).replace(/Length: 1/, 'Length: 1, 2')]) {
    const odd = await DeviceSocket.open(port);
    odd.write(head + body);
    t.equal((await odd.answer())?.status, 400);
    odd.close();
  }
  t.equal((await readingsOf('VALUES')).length, before, 'half a message is none');
  // The connection from the beginning may have been idle for longer than the server keeps one.
  const fresh = await DeviceSocket.open(port);
  t.match(await fresh.send(body), { status: 200, body: okReply });
  fresh.close();
  t.equal((await readingsOf('VALUES')).length, before + 1);
});

t.test('the JSON API answers with a problem document that points at the mistake', async (t) => {
  const pointers = (answer: { readonly body: { readonly errors?: readonly { readonly pointer: string }[] } }) =>
    answer.body.errors?.map(({ pointer }) => pointer);
  const wrongTypes = await owner.call('POST', '/plants', {
    ...plantBody,
    name: 7,
    tiltDeg: '30',
    location: { ...plantBody.location, latitudeDeg: 91, timeZone: 'Mars/Olympus' },
    colour: 'green',
  });
  t.match(wrongTypes, { status: 400, headers: { 'content-type': /^application\/problem\+json/ } });
  t.same(pointers(wrongTypes)?.toSorted(), ['/colour', '/location/latitudeDeg', '/name', '/tiltDeg']);
  const zone = await owner.call('POST', '/plants', {
    ...plantBody,
    location: { ...plantBody.location, timeZone: 'Mars/Olympus' },
  });
  t.match(zone, { status: 422 });
  t.same(pointers(zone), ['/location/timeZone']);

  const send = async (body: string | Buffer, headers: Record<string, string>) => {
    const answer = await request(`${portal.url}/api/v1/plants`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${owner.accessToken}`, 'content-type': 'application/json', ...headers },
    });
    return { status: answer.statusCode, code: ((await answer.body.json()) as { code: string }).code };
  };
  t.same(await send('{"name":', {}), { status: 400, code: 'request.json-malformed' });
  t.same(await send('name=x', { 'content-type': 'application/x-www-form-urlencoded' }), {
    status: 415,
    code: 'request.content-type-unsupported',
  });
  t.same(await send(Buffer.from('7b226e616d65223a22ff227d', 'hex'), {}), {
    status: 400,
    code: 'request.encoding-malformed',
  });
  const oversize = { ...plantBody, description: 'x'.repeat(300_000) };
  t.same(await send(JSON.stringify(oversize), {}), { status: 413, code: 'request.too-large' });

  const before = (await owner.call('GET', `/plants/${plantId}`)).headers['etag'];
  const change = (ifMatch: unknown) =>
    owner.call('PATCH', `/plants/${plantId}`, { name: 'Neu' }, { 'if-match': ifMatch });
  t.match(await change(before), { status: 200 });
  t.match(await change(before), { status: 412, body: { code: 'revision.stale' } });
  t.match(await change('nonsense'), { status: 400 });
  t.match((await owner.call('GET', `/plants/${plantId}`)).body, { name: 'Neu' });
});
