import { sql } from 'kysely';
import { openDailyRoots } from '../../../adapters/event-log/daily-roots.js';
import { openKeyCheck } from '../../../adapters/event-log/key-check.js';
import { missingEnd, readLog } from '../../../adapters/event-log/read-log.js';
import { openVerification } from '../../../adapters/event-log/verification.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { brokenLinkText } from '../verify-log.js';
import { goOn, type CheckOptions, type Finding, type RestoredCopy } from './port.js';

/** Chains, roots and the keys of persons, in one pass over the log; and whether anybody can read it. */
export async function checkLogAndKeys(
  { database: { db, pool }, store, masterKey, catalogue }: RestoredCopy,
  { against, signal, onProgress }: CheckOptions,
): Promise<{ readonly log: Finding; readonly keys: Finding; readonly canRead: boolean }> {
  const roots = openDailyRoots({ pool, store, clock: { now: () => Temporal.Now.instant() } });
  const stored = await roots.list();
  const verification = openVerification({
    ...{ roots: [...stored, ...against], recordedHeads: await roots.heads() },
    stride: store.stride,
  });
  const keyCheck = openKeyCheck({ pool, masterKey, catalogue });
  const head = await store.head();
  let position = 0n;
  let events = 0;
  for await (const page of readLog(store, { signal })) {
    for (const event of page) {
      verification.add(event);
      keyCheck.add(event);
    }
    position = page.at(-1)?.position ?? position;
    events += page.length;
    onProgress(`log: ${events} events`);
  }
  goOn(signal);
  const missing = missingEnd(store, { position, head });
  if (missing !== null) verification.report(missing);
  const verified = verification.finish();
  const more = verified.brokenCount - verified.broken.length;
  const keys = await keyCheck.finish();
  return {
    log: {
      looked: `${verified.events} events in ${verified.streams} streams, ${verified.rootsMatched} daily roots`,
      faults: [
        ...verified.broken.map(brokenLinkText),
        ...(more > 0 ? [`and ${more} more broken links`] : []),
        ...(await streamFaults(db)),
      ],
    },
    keys: { looked: `${keys.keys} keys of persons`, faults: keys.faults },
    canRead: keys.unopened === 0,
  };
}

/** With the log in PostgreSQL: where each stream ends, as appends believe it. Empty tables otherwise. */
async function streamFaults(db: RestoredCopy['database']['db']): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; said: bigint | null; found: bigint | null }>`
    select stream_id as id, nullif(stream.revision, -1) as said, event.revision as found
    from log.streams stream
    full join (select stream_id, max(stream_revision) as revision from log.events group by stream_id) event
      using (stream_id)
    where nullif(stream.revision, -1) is distinct from event.revision order by stream_id`.execute(db);
  return rows.map(({ id, said, found }) => `${id}: its store says revision ${said ?? '-'}, it ends at ${found ?? '-'}`);
}
