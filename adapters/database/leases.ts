import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { rest } from '../rest.js';
import { LeaseLost, type Leases } from './port.js';

/** A holder that is not heard of for this long is taken over. Renewed five times as often. */
const lengthMs = 5_000;
const renewEveryMs = 1_000;

/** Reads first: who only asks while another one holds the lease writes nothing. */
const take = `
  insert into log.leases as lease (name, holder, expires_at)
  select $1, $2, clock_timestamp() + make_interval(secs => $3)
  where not exists (
    select from log.leases where name = $1 and holder <> $2 and expires_at > clock_timestamp())
  on conflict (name) do update
    set holder = excluded.holder, expires_at = excluded.expires_at, taken_at = clock_timestamp()
    where lease.holder = excluded.holder or lease.expires_at <= clock_timestamp()
  returning name`;

const renew = `
  update log.leases set expires_at = clock_timestamp() + make_interval(secs => $3)
  where name = any($1::text[]) and holder = $2
  returning name`;

/**
 * Rows that expire, by the clock of the database, and are renewed from here; `pool` should have connections of its own
 * that give up soon, so that a busy or vanished database does not make the holder believe what is no longer so.
 */
export function openLeases(pool: pg.Pool): Leases {
  const holder = randomUUID();
  /** Until when each is ours for sure: counted from before the question, by a clock that goes on in a frozen process. */
  const heldUntil = new Map<string, number>();
  const closing = new AbortController();
  let renewing: Promise<void> | null = null;

  /** Not given back while its renewal was under way. */
  const isKept = (name: string) => heldUntil.has(name);
  const holds = (name: string) => (heldUntil.get(name) ?? 0) > performance.now();

  async function ask(
    statement: string,
    name: string | readonly string[],
    isStillWanted: (name: string) => boolean = () => true,
  ): Promise<void> {
    const askedAt = performance.now();
    const { rows } = await pool.query<{ name: string }>(statement, [name, holder, lengthMs / 1_000]);
    for (const { name: mine } of rows) if (isStillWanted(mine)) heldUntil.set(mine, askedAt + lengthMs);
  }

  async function renewAll(): Promise<void> {
    while (!closing.signal.aborted) {
      await rest(renewEveryMs, closing.signal);
      const names = [...heldUntil.keys()].filter(holds);
      // What cannot be renewed expires: nobody need be told, its holder asks `holds`.
      if (names.length > 0 && !closing.signal.aborted) await ask(renew, names, isKept).catch(() => undefined);
    }
  }

  return {
    holds,
    async acquire(name) {
      if (closing.signal.aborted) return false;
      renewing ??= renewAll();
      if (!holds(name)) await ask(take, name);
      return holds(name);
    },
    async confirm(client, name) {
      const { rowCount } = await client.query('select from log.leases where name = $1 and holder = $2 for share', [
        name,
        holder,
      ]);
      if (rowCount === 1) return;
      heldUntil.delete(name);
      throw new LeaseLost(name);
    },
    async release(name) {
      if (!heldUntil.delete(name)) return;
      await pool.query('delete from log.leases where name = $1 and holder = $2', [name, holder]);
    },
    async close() {
      closing.abort();
      await renewing;
      heldUntil.clear();
      // Who cannot say good-bye is taken over a few seconds later.
      await pool.query('delete from log.leases where holder = $1', [holder]).catch(() => undefined);
    },
  };
}
