import { createHash, randomUUID } from 'node:crypto';
import { fc } from '../../support/properties.js';
import t from 'tap';
import { z } from 'zod';
import { canonicalJson } from '../../../adapters/event-log/canonical-json.js';
import { chained, eventHash, type Hashable } from '../../../adapters/event-log/chain.js';
import { openEventLog } from '../../../adapters/event-log/event-log.js';
import { InvalidAppend, type EventStore, type NewEvent } from '../../../adapters/event-store/port.js';
import { defineEvent, personal, type EventMetadata } from '../../../domain/kernel/event.js';
import { newStream } from '../../support/new-events.js';
import { testLog } from '../../support/log.js';

t.test('the vectors of RFC 8785', async (t) => {
  t.equal(
    canonicalJson(
      JSON.parse(`{
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
        "literals": [null, true, false]
      }`),
    ),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    '3.2.2',
  );
  const unsorted = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  t.strictSame(
    Object.values(JSON.parse(canonicalJson(unsorted).replace('"1":', '"\\r1":'))),
    [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ],
    '3.2.3',
  );
  const numbers: Readonly<Record<string, string>> = {
    '0000000000000000': '0',
    '8000000000000000': '0',
    '0000000000000001': '5e-324',
    '8000000000000001': '-5e-324',
    '7fefffffffffffff': '1.7976931348623157e+308',
    ffefffffffffffff: '-1.7976931348623157e+308',
    '4340000000000000': '9007199254740992',
    c340000000000000: '-9007199254740992',
    '4430000000000000': '295147905179352830000',
    '44b52d02c7e14af5': '9.999999999999997e+22',
    '44b52d02c7e14af6': '1e+23',
    '44b52d02c7e14af7': '1.0000000000000001e+23',
    '444b1ae4d6e2ef4e': '999999999999999700000',
    '444b1ae4d6e2ef4f': '999999999999999900000',
    '444b1ae4d6e2ef50': '1e+21',
    '3eb0c6f7a0b5ed8c': '9.999999999999997e-7',
    '3eb0c6f7a0b5ed8d': '0.000001',
    '41b3de4355555553': '333333333.3333332',
    '41b3de4355555554': '333333333.33333325',
    '41b3de4355555555': '333333333.3333333',
    '41b3de4355555556': '333333333.3333334',
    '41b3de4355555557': '333333333.33333343',
    becbf647612f3696: '-0.0000033333333333333333',
    '43143ff3c1cb0959': '1424953923781206.2',
  };
  for (const [bits, text] of Object.entries(numbers)) {
    t.equal(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE()), text, `appendix B: ${bits}`);
  }
  for (const value of [NaN, Infinity, '\ud800', { '\udc00': 1 }, 1n, () => 1]) {
    t.throws(() => canonicalJson(value), TypeError, `refused: ${String(value)}`);
  }
  t.equal(canonicalJson({ a: undefined, b: [] }), '{"b":[]}', 'as JSON.stringify leaves it out');
});

const link: Hashable = {
  streamId: 'plant-1',
  revision: 3n,
  id: '0d3f4a5e-1111-4222-8333-944445555666',
  type: 'Moved',
  schemaVersion: 2,
  data: { b: 1.5, a: 'ü' },
  metadata: { actor: { kind: 'system', id: 'x' }, correlationId: 'c', hash: 'is not part of it' },
};

t.test('the hash covers everything that makes the fact', async (t) => {
  const text =
    '{"data":{"a":"ü","b":1.5},"id":"0d3f4a5e-1111-4222-8333-944445555666","metadata":{"actor":{"id":"x","kind":' +
    '"system"},"correlationId":"c"},"previous":"00","revision":"3","schemaVersion":2,"stream":"plant-1","type":"Moved"}';
  t.equal(eventHash(link, '00'), createHash('sha256').update(text).digest('hex'), 'as an auditor would compute it');
  t.equal(
    eventHash(link, null),
    'a702b6419436389a7bed34b563b29261ca08775c75aed81db0620f79208ec10c',
    'this value stands for the format: it may never change',
  );
  const changes: readonly Partial<Hashable>[] = [
    { streamId: 'plant-2' },
    { revision: 4n },
    { id: randomUUID() },
    { type: 'Gone' },
    { schemaVersion: 1 },
    { data: { b: 1.5 } },
    { metadata: { ...link.metadata, causationId: 'd' } },
    { metadata: { ...link.metadata, actor: { kind: 'system', id: 'y' } } },
  ];
  const hashes = [
    eventHash(link, null),
    eventHash(link, '00'),
    ...changes.map((c) => eventHash({ ...link, ...c }, null)),
  ];
  t.equal(new Set(hashes).size, hashes.length);
  const noText: NewEvent = { ...link, data: { text: '\ud800' } };
  t.throws(() => chained('plant-1', [noText], { revision: 'no_stream', hash: null }), { name: InvalidAppend.name });
});

const Noted = defineEvent('Noted', z.object({ by: z.string(), note: personal(z.string()), json: z.json() }), {
  subjectField: 'by',
});
const metadata: EventMetadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'c', causationId: 'e' };
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
/** What the store refuses. */
const unstorable = /\\u0000|\\ud[89a-f]/;

t.test('what is read from the store has the hash that was written', async (t) => {
  const { log, store } = await testLog(t, [Noted]);
  const numbers = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()));
  const by = randomUUID();
  await fc.assert(
    fc.asyncProperty(json, numbers, fc.string(), async (value, figures, note) => {
      fc.pre(!unstorable.test(JSON.stringify([value, note])));
      const stream = newStream();
      const event = { type: 'Noted', data: { by, note, json: { value, figures } } };
      const append = [randomUUID(), randomUUID()].map((id) => ({ id, event }));
      for (const time of ['first', 'again']) {
        const result = await log.append(stream, append, { revision: 'no_stream', hash: null }, metadata);
        t.match(result, { ok: true, revision: 1n }, time);
      }
      let previous: string | null = null;
      for (const recorded of (await store.readStream(stream)) ?? []) {
        const { hash } = recorded.metadata;
        if (hash !== eventHash(recorded, previous)) return false;
        previous = hash;
      }
      return (await log.load(stream)).hash === previous;
    }),
    { numRuns: 60 },
  );
});

t.test('an append that is repeated has the same bytes and hashes', async (t) => {
  const { store, personKeys } = await testLog(t, [Noted]);
  const sent: (readonly NewEvent[])[] = [];
  const watched: EventStore = { ...store, append: (...args) => (sent.push(args[1]), store.append(...args)) };
  const log = openEventLog({ store: watched, catalogue: [Noted], personKeys });
  const stream = newStream();
  const event = { type: 'Noted', data: { by: randomUUID(), note: 'sealed', json: -0 } };
  const append = [{ id: randomUUID().toUpperCase(), event }];
  for (const idempotent of [false, true]) {
    t.match(await log.append(stream, append, { revision: 'no_stream', hash: null }, metadata), {
      ok: true,
      idempotent,
    });
  }
  t.strictSame(sent[0], sent[1]);
  const [first] = (await store.readStream(stream)) ?? [];
  t.equal(first?.metadata.hash, sent[0]?.[0]?.metadata.hash);
  t.equal(first === undefined ? '' : eventHash(first, null), first?.metadata.hash);
  await log.append(stream, [{ id: randomUUID(), event }], await log.load(stream), metadata);
  const [, second] = (await store.readStream(stream)) ?? [];
  t.notSame(second?.data['note'], first?.data['note'], 'another event is sealed differently');
});
