import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import type { Clock } from '../../commands/ports.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { plainArray } from '../database/array-literal.js';

const writeEveryMs = 60_000;

/**
 * When each token was used last. Noted in memory, so that no request waits for it, and written once a minute, all of
 * them in one statement; what a crash loses is a minute.
 */
export function lastUses(
  db: Db,
  { clock, onError }: { readonly clock: Clock; readonly onError: (error: unknown) => void },
) {
  const noted = new Map<string, Temporal.Instant>();
  const timer = setInterval(() => void write().catch(onError), writeEveryMs);
  timer.unref();

  async function write(): Promise<void> {
    if (noted.size === 0) return;
    const uses = [...noted];
    const ids = plainArray(uses.map(([id]) => id));
    const times = plainArray(uses.map(([, at]) => at.toString()));
    await sql`
      update api_tokens set last_used_at = used.at
      from unnest(${ids}::uuid[], ${times}::timestamptz[]) as used (id, at)
      where api_tokens.id = used.id and (last_used_at is null or last_used_at < used.at)`.execute(db);
    for (const [id, at] of uses) if (noted.get(id) === at) noted.delete(id);
  }

  return {
    note: (tokenId: string) => void noted.set(tokenId, clock.now()),
    /** What is not written yet; null when nothing waits. */
    of: (tokenId: string): Temporal.Instant | null => noted.get(tokenId) ?? null,
    async close(): Promise<void> {
      clearInterval(timer);
      await write();
    },
  };
}
