import { sql } from 'kysely';
import t from 'tap';
import { openProjections } from '../../../projections/engine/engine.js';
import { RebuildCancelled } from '../../../projections/engine/fill.js';
import { PoisonEvent } from '../../../projections/engine/follower.js';
import { keyedRows } from '../../../projections/engine/keyed-rows.js';
import type { Projection } from '../../../projections/engine/projection.js';
import { rebuildProjection, type RebuildContext } from '../../../projections/engine/rebuild.js';
import { isOneOf, upsertRows } from '../../../projections/engine/rows.js';
import { count, Counted } from '../../support/counting.js';
import { testLog } from '../../support/log.js';

type Tally = { readonly seen: readonly number[] };

type Seams = {
  readonly onLoad?: (keys: readonly string[]) => void;
  readonly onEvolve?: (by: number) => void;
  readonly onStore?: (keys: readonly string[]) => void;
};

/** Remembers all numbers of a stream in their order: a number that is lost, doubled or out of turn shows. */
function tallies(name: string, seams: Seams = {}): Projection {
  const idOf = (streamId: string) => streamId.slice('counter-'.length);
  return {
    name,
    version: 1,
    prefixes: ['counter-'],
    create: (db) =>
      db.schema
        .createTable('tallies')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('length', 'int8', (column) => column.notNull())
        .addColumn('tally', 'json', (column) => column.notNull())
        .execute(),
    ...keyedRows<Tally, Parameters<Projection['apply']>[1][number]>({
      keyOf: ({ streamId }) => idOf(streamId),
      async load(db, ids) {
        seams.onLoad?.(ids);
        const rows = await db.selectFrom('tallies').select(['id', 'tally']).where(isOneOf('id', ids)).execute();
        return new Map(rows.map((row) => [row['id'], row['tally']]));
      },
      evolve(tally = { seen: [] }, { data }) {
        seams.onEvolve?.(Number(data['by']));
        return { seen: [...tally.seen, Number(data['by'])] };
      },
      async store(tx, states) {
        seams.onStore?.([...states.keys()]);
        const rows = [...states].map(([id, tally]) => ({ id, length: BigInt(tally.seen.length), tally }));
        await upsertRows(tx, 'tallies', rows, { key: 'id', documents: ['tally'] });
      },
    }),
  };
}

t.test('many batches are folded in memory before they are stored', async (t) => {
  const { db, pool, leases, log } = await testLog(t, [Counted]);
  const streams = Array.from(
    { length: 12 },
    (_, n) => `counter-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  );
  const events = 240;
  for (let by = 0; by < events; by++) {
    // One comes in every batch, the others for a while and once more much later.
    const stream = by % 3 === 0 ? streams[0] : streams[Math.floor(by / 10) % streams.length];
    await count(log, stream ?? '', { by });
  }
  const context = (overrides: Partial<RebuildContext> = {}): RebuildContext => ({
    ...{ db, pool, log, batchSize: 3, signal: new AbortController().signal },
    ...overrides,
  });
  const follow = async (projection: Projection) => {
    const following = openProjections({ db, pool, leases, log, projections: [projection] });
    await following.start();
    t.ok(await following.waitFor(await log.head(), { timeoutMs: 20_000 }));
    await following.stop();
  };
  const checkpoint = async (name: string) => {
    const { rows } = await sql<{ position: bigint; failed_position: bigint | null }>`
      select position, failed_position from log.checkpoints where name = ${name}`.execute(db);
    return rows[0];
  };

  await t.test('each row once in a span, and nothing else comes of it', async (t) => {
    const loaded: string[] = [];
    const stored: string[][] = [];
    await follow(tallies('folded'));
    const seams: Seams = { onLoad: (keys) => loaded.push(...keys), onStore: (keys) => stored.push([...keys]) };
    const report = await rebuildProjection(context(), tallies('folded', seams));
    t.match(report, { events, comparison: { equal: true } });
    t.ok(stored.length > 3, 'more than one span');
    t.ok(stored.length < events / 3 / 2, `${stored.length} commits instead of one a batch`);
    const written = stored.flat().length;
    t.ok(loaded.length < written, 'what was stored just now is not read again');
    t.ok(loaded.length > streams.length, 'what was stored long ago is');
  });

  await t.test('a poison event is found exactly, and the rest follows once it is mended', async (t) => {
    await follow(tallies('poisoned'));
    let isBroken = true;
    const poison = 150;
    const projection = tallies('poisoned', {
      onEvolve(by) {
        if (isBroken && by === poison) throw new Error('cannot digest this');
      },
    });
    const failed = await rebuildProjection(context(), projection).catch((error: unknown) => error);
    t.type(failed, PoisonEvent);
    const at = failed instanceof PoisonEvent ? failed.position : 0n;
    t.match(await checkpoint('poisoned/next'), { position: at - 1n, failed_position: at }, 'all before it is there');
    isBroken = false;
    const report = await rebuildProjection(context(), projection);
    t.match(report, { events: events - poison, comparison: { equal: true } });
  });

  await t.test('a span that cannot be stored is done again in batches', async (t) => {
    await follow(tallies('refused'));
    let refusals = 0;
    const onStore = () => {
      if (refusals++ === 1) throw new Error('not this time');
    };
    const report = await rebuildProjection(context(), tallies('refused', { onStore }));
    t.ok(refusals > 10);
    t.match(report, { events, comparison: { equal: true } });
  });

  await t.test('what was folded when somebody stopped it is kept', async (t) => {
    await follow(tallies('stopped'));
    const cancelling = new AbortController();
    const onEvolve = (by: number) => {
      if (by === 100) cancelling.abort();
    };
    const built = rebuildProjection(context({ signal: cancelling.signal }), tallies('stopped', { onEvolve }));
    const cancelled = await built.catch((error: unknown) => error);
    t.type(cancelled, RebuildCancelled);
    const at = cancelled instanceof RebuildCancelled ? cancelled.position : 0n;
    t.ok(at > 0n);
    t.equal((await checkpoint('stopped/next'))?.position, at);
    const report = await rebuildProjection(context(), tallies('stopped'));
    t.match(report, { comparison: { equal: true } });
    t.ok(report.events < events);
  });
});
