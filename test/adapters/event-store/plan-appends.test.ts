import { deepStrictEqual, equal } from 'node:assert/strict';
import { fc } from '../../support/properties.js';
import t from 'tap';
import type { AppendResult, ExpectedRevision } from '../../../adapters/event-store/port.js';
import {
  planAppends,
  planAsAssumed,
  type KnownPlace,
  type PlannedRequest,
  type StreamState,
} from '../../../adapters/event-store/postgres/plan-appends.js';

/** The plainest store there is: lists, one request at a time. What a plan must amount to. */
class Model {
  readonly log: string[] = [];
  readonly streams = new Map<string, string[]>();
  readonly hidden = new Map<string, number>();
  readonly tombstones = new Set<string>();

  append({ streamId, events, expected }: PlannedRequest): AppendResult {
    if (this.tombstones.has(streamId)) return { ok: false, reason: 'stream-deleted' };
    const ids = events.map(({ id }) => id);
    const stream = this.streams.get(streamId) ?? [];
    const hidden = this.hidden.get(streamId) ?? 0;
    const place =
      typeof expected === 'bigint'
        ? Number(expected) + 1
        : expected === 'no_stream'
          ? hidden
          : stream.indexOf(ids[0] ?? '');
    const standing = place < 0 ? [] : ids.filter((id, ordinal) => stream[place + ordinal] === id);
    if (standing.length === ids.length) {
      const revision = BigInt(place + ids.length - 1);
      return { ok: true, revision, position: this.positionOf(ids.at(-1)), idempotent: true };
    }
    if (standing.length > 0) return { ok: false, reason: 'idempotency-corrupted' };
    const exists = stream.length > hidden;
    const fits =
      typeof expected === 'bigint'
        ? BigInt(stream.length - 1) === expected
        : { any: true, no_stream: !exists, stream_exists: exists }[expected];
    if (!fits) {
      return { ok: false, reason: 'wrong-revision', actual: exists ? BigInt(stream.length - 1) : 'no_stream' };
    }
    if (ids.some((id) => this.log.includes(id))) return { ok: false, reason: 'idempotency-corrupted' };
    this.log.push(...ids);
    this.streams.set(streamId, [...stream, ...ids]);
    return {
      ok: true,
      revision: BigInt(stream.length + ids.length - 1),
      position: BigInt(this.log.length),
      idempotent: false,
    };
  }

  delete(streamId: string): void {
    this.hidden.set(streamId, this.streams.get(streamId)?.length ?? 0);
  }

  positionOf(id: string | undefined): bigint {
    return BigInt(this.log.indexOf(id ?? '') + 1);
  }

  streamStates(): Map<string, StreamState> {
    const names = new Set([...this.streams.keys(), ...this.tombstones, ...this.hidden.keys()]);
    return new Map(
      [...names].map((name) => [
        name,
        {
          revision: BigInt((this.streams.get(name)?.length ?? 0) - 1),
          visibleFrom: BigInt(this.hidden.get(name) ?? 0),
          tombstoned: this.tombstones.has(name),
        },
      ]),
    );
  }

  knownPlaces(): Map<string, KnownPlace> {
    const places = new Map<string, KnownPlace>();
    for (const [streamId, ids] of this.streams) {
      for (const [index, id] of ids.entries()) {
        places.set(id, { streamId, revision: BigInt(index), position: this.positionOf(id) });
      }
    }
    return places;
  }
}

const streamId = fc.constantFrom('a-1', 'b-2');
const expected = fc.oneof(
  fc.constantFrom<ExpectedRevision>('any', 'no_stream', 'stream_exists'),
  fc.bigInt({ min: 0n, max: 5n }),
);
// Few ids and few streams, so that repetitions, overlaps and conflicts are the rule.
const events = fc
  .record({ first: fc.nat(11), size: fc.integer({ min: 1, max: 3 }) })
  .map(({ first, size }) => Array.from({ length: size }, (_, n) => ({ id: `e${first + n}` })));
const requests = fc.array(fc.record({ streamId, events, expected }), { minLength: 1, maxLength: 8 });
const round = fc.record({
  requests,
  after: fc.constantFrom('nothing', 'nothing', 'nothing', 'delete', 'tombstone'),
  streamId,
});

t.test('a plan is what the requests come to one after another', async (t) => {
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 5 }), (rounds) => {
      const model = new Model();
      for (const { requests, after, streamId } of rounds) {
        const head = BigInt(model.log.length);
        const plan = planAppends(head, model.streamStates(), model.knownPlaces(), requests);
        const wanted = requests.map((request) => model.append(request));
        deepStrictEqual(plan.results, wanted);
        equal(plan.head, BigInt(model.log.length));
        const written = plan.writes.flatMap(({ request }) => requests[request]?.events.map(({ id }) => id) ?? []);
        deepStrictEqual(written, model.log.slice(Number(head)), 'exactly the accepted events, in order');
        for (const write of plan.writes) {
          const first = requests[write.request]?.events[0]?.id;
          equal(write.firstPosition, model.positionOf(first), 'positions are dense');
          equal(write.firstRevision, model.knownPlaces().get(first ?? '')?.revision, 'and so are revisions');
        }
        for (const [stream, revision] of plan.revisions) {
          equal(revision, BigInt((model.streams.get(stream)?.length ?? 0) - 1));
        }
        if (after === 'delete') model.delete(streamId);
        if (after === 'tombstone') model.tombstones.add(streamId);
      }
    }),
    { numRuns: 500 },
  );
  t.pass('500 random histories');
});

t.test('where everything stands as assumed, the assumed plan is the plan', async (t) => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 5 }), (rounds) => {
      const model = new Model();
      for (const { requests, after, streamId } of rounds) {
        const head = BigInt(model.log.length);
        const states = model.streamStates();
        const assumption = planAsAssumed(requests);
        const holds =
          assumption !== null &&
          [...assumption.assumed].every(([stream, revision]) => {
            const state = states.get(stream);
            return state === undefined ? revision === null : !state.tombstoned && state.revision === revision;
          }) &&
          !requests.some(({ events }) => events.some(({ id }) => model.knownPlaces().has(id)));
        if (assumption !== null && holds) {
          compared++;
          const { plan } = assumption;
          const wanted = planAppends(head, states, model.knownPlaces(), requests);
          const shifted = plan.results.map((result) =>
            result.ok ? { ...result, position: result.position + head } : result,
          );
          deepStrictEqual(shifted, wanted.results);
          deepStrictEqual(plan.revisions, wanted.revisions);
          equal(plan.head + head, wanted.head);
        }
        for (const request of requests) model.append(request);
        if (after === 'delete') model.delete(streamId);
        if (after === 'tombstone') model.tombstones.add(streamId);
      }
    }),
    { numRuns: 2_000 },
  );
  t.ok(compared > 20, `${compared} batches stood as assumed`);
});

t.test('a batch decides by what its earlier requests wrote', async (t) => {
  const request = (id: string, expected: ExpectedRevision): PlannedRequest => ({
    streamId: 'a-1',
    events: [{ id }],
    expected,
  });
  const plan = planAppends(7n, new Map(), new Map(), [
    request('x', 'no_stream'),
    request('y', 'no_stream'),
    request('x', 'no_stream'),
    request('z', 0n),
  ]);
  t.strictSame(plan.results, [
    { ok: true, revision: 0n, position: 8n, idempotent: false },
    { ok: false, reason: 'wrong-revision', actual: 0n },
    { ok: true, revision: 0n, position: 8n, idempotent: true },
    { ok: true, revision: 1n, position: 9n, idempotent: false },
  ]);
  t.strictSame([...plan.revisions], [['a-1', 1n]]);
});
