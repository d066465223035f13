import type pg from 'pg';
import type { Clock } from '../../commands/ports.js';
import { dayIn, legalTimeZone } from '../../domain/kernel/time.js';
import { inTransaction, lockUntilEnd } from '../database/transaction.js';
import type { EventStore } from '../event-store/port.js';
import type { NightlyJob } from '../jobs/nightly.js';
import { clearFaults, readFaults, recordFault, type LogFault } from './log-faults.js';
import type { RootedHead } from './log-root.js';
import { missingEnd, readLog } from './read-log.js';
import { endIsMissing, openVerification, type BrokenLink, type DailyRoot } from './verification.js';

export type DailyRoots = {
  /**
   * Makes the root of the day that has ended, unless it is there. Null when there is nothing to do: it is there, another
   * node was faster, the log is empty, or `signal` aborted. Throws `BrokenLog` instead of vouching for a changed log.
   */
  make(signal?: AbortSignal): Promise<DailyRoot | null>;
  /** From the oldest on. */
  list(): Promise<readonly DailyRoot[]>;
  /** Where each stream stood in the last root. */
  heads(): Promise<ReadonlyMap<string, RootedHead>>;
  /** Faults that `make` found and that stand until it finds the log whole again. */
  faults(): Promise<readonly LogFault[]>;
};

/** The log is not what it was: somebody changed it behind the store's back. */
export class BrokenLog extends Error {
  override readonly name = 'BrokenLog';
  constructor(readonly link: BrokenLink) {
    super(`${link.streamId ?? 'the log'}, revision ${link.revision ?? '-'}: ${link.what}`);
  }
}

/** Something that somebody should be told: once for each root and each fault, whichever node found it. */
export type LogNotice =
  { readonly kind: 'root'; readonly root: DailyRoot } | { readonly kind: 'broken'; readonly fault: LogFault };

export type RootsOptions = {
  readonly pool: pg.Pool;
  readonly store: Pick<EventStore, 'head' | 'readAll' | 'stride'>;
  readonly clock: Clock;
  /** Leaves what is to be told in the transaction that records it. */
  readonly tell?: (tx: pg.ClientBase, notice: LogNotice) => Promise<void>;
};

/** Roots in tables beside the read models, over the log of any store. */
export function openDailyRoots(options: RootsOptions): DailyRoots {
  const { pool, store, clock, tell = async () => undefined } = options;
  const list = () => readRoots(pool);
  const heads = () => readHeads(pool);

  async function make(signal?: AbortSignal): Promise<DailyRoot | null> {
    const day = dayIn(legalTimeZone, clock.now()).subtract({ days: 1 }).toString();
    const { roots, heads: lastHeads } = await readAnchors(pool);
    const last = roots.at(-1);
    if (last !== undefined && last.day >= day) return null;
    let position = last?.position ?? 0n;
    const verification = openVerification({
      ...(last === undefined ? {} : { from: { root: last, heads: lastHeads } }),
      ...{ stride: store.stride, after: position },
    });
    const head = await store.head();
    if (head < position) throw new BrokenLog(endIsMissing(`position ${position}`));
    for await (const page of readLog(store, { after: position, ...(signal === undefined ? {} : { signal }) })) {
      for (const event of page) verification.add(event);
      position = page.at(-1)?.position ?? position;
    }
    if (signal?.aborted === true) return null;
    const cutOff = missingEnd(store, { position, head });
    if (cutOff !== null) verification.report(cutOff);
    const [broken] = verification.finish().broken;
    if (broken !== undefined) throw new BrokenLog(broken);
    await verification.prepareRoot();
    const root = { day, ...verification.root() };
    if (root.events === 0) return null;
    const isRecorded = await inTransaction(pool, async (client) => {
      await clearFaults(client);
      if (!(await record(client, { ...root, position }, last, verification.changedHeads()))) return false;
      await tell(client, { kind: 'root', root });
      return true;
    });
    return isRecorded ? root : null;
  }

  return {
    list,
    heads,
    faults: () => readFaults(pool),
    async make(signal) {
      try {
        return await make(signal);
      } catch (error) {
        if (error instanceof BrokenLog) await raiseAlarm(options, [error.link]);
        throw error;
      }
    },
  };
}

/** Each is told once, however often and by how many nodes it is found. */
export async function raiseAlarm({ pool, clock, tell }: RootsOptions, links: readonly BrokenLink[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const link of links) {
      const fault = await recordFault(client, link, new Date(clock.now().epochMilliseconds));
      if (fault !== null) await tell?.(client, { kind: 'broken', fault });
    }
  });
}

/** Soon after each midnight in Europe/Berlin. */
export function dailyRootJob(options: {
  readonly roots: DailyRoots;
  readonly onRoot: (root: DailyRoot) => void;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  const { roots, onRoot, onError } = options;
  return {
    name: 'daily-root',
    notBefore: '00:05',
    onError,
    async run(signal) {
      const root = await roots.make(signal);
      if (root !== null) onRoot(root);
    },
  };
}

type StoredRoot = DailyRoot & { readonly position: bigint };

/** In one snapshot: another node may make a root at any moment, and heads of one do not belong to another. */
export async function readAnchors(pool: pg.Pool) {
  return inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    return { roots: await readRoots(client), heads: await readHeads(client) };
  });
}

async function readRoots(pool: Pick<pg.ClientBase, 'query'>): Promise<readonly StoredRoot[]> {
  const { rows } = await pool.query<Omit<StoredRoot, 'events' | 'streams'> & Record<'events' | 'streams', bigint>>(
    'select day::text, events, streams, sequence, root, position from log.daily_roots order by day',
  );
  return rows.map((row) => ({ ...row, events: Number(row.events), streams: Number(row.streams) }));
}

async function readHeads(pool: Pick<pg.ClientBase, 'query'>): Promise<ReadonlyMap<string, RootedHead>> {
  const { rows } = await pool.query<RootedHead & { readonly stream_id: string }>(
    'select stream_id, revision, hash from log.stream_heads',
  );
  return new Map(rows.map(({ stream_id: streamId, revision, hash }) => [streamId, { revision, hash }]));
}

/** False when another node recorded a root since `last` was read: heads and roots belong together. */
async function record(
  client: pg.ClientBase,
  root: StoredRoot,
  last: DailyRoot | undefined,
  changed: ReadonlyMap<string, RootedHead>,
): Promise<boolean> {
  await lockUntilEnd(client, 'daily root');
  const { rows } = await client.query<{ day: string | null }>('select max(day)::text as day from log.daily_roots');
  if ((rows[0]?.day ?? null) !== (last?.day ?? null)) return false;
  await client.query(
    `insert into log.daily_roots (day, events, streams, sequence, root, position) values ($1, $2, $3, $4, $5, $6)`,
    [root.day, root.events, root.streams, root.sequence, root.root, root.position],
  );
  const heads = [...changed];
  await client.query(
    `insert into log.stream_heads (stream_id, revision, hash)
      select * from unnest($1::text[], $2::bigint[], $3::text[])
      on conflict (stream_id) do update set revision = excluded.revision, hash = excluded.hash`,
    [heads.map(([id]) => id), heads.map(([, { revision }]) => revision), heads.map(([, { hash }]) => hash)],
  );
  return true;
}
