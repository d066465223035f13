import { sql } from 'kysely';
import type { Tx } from '../database/port.js';
import { messageId, policyContext, type Policy } from '../../commands/policies/engine.js';
import { ensureCheckpoint } from '../../projections/engine/checkpoints.js';
import type { Follower } from '../../projections/engine/follower.js';
import { openFollowers, type Followers, type FollowersOptions } from '../../projections/engine/followers.js';

const version = 1;

/**
 * Runs policies: each follows the log from its first event with a checkpoint of its own. Messages are written in the
 * transaction that moves the checkpoint; commands are idempotent, because they go out before it ends.
 */
export function openPolicies(options: FollowersOptions & { readonly policies: readonly Policy[] }): Followers {
  const { db, policies } = options;
  const followers = policies.map(asFollower);
  return openFollowers(options, followers, async () => {
    for (const follower of followers) await ensureCheckpoint(db, follower);
  });
}

function asFollower(policy: Policy): Follower {
  return {
    name: `policy/${policy.name}`,
    version,
    prefixes: policy.prefixes,
    // Small, because commands of the events before are sent again when one of a batch fails.
    batchSize: 20,
    // No later release comes back to what was passed over.
    unknown: 'stop',
    async apply(tx, events) {
      for (const event of events) {
        const messages = await keptAlive(tx, () => policy.react(event, policyContext(policy, event)));
        if (messages.length === 0) continue;
        const rows = messages.map(({ kind, payload }, ordinal) => ({
          id: messageId(policy, event, ordinal),
          kind,
          payload: JSON.stringify(payload),
          event_id: event.id,
        }));
        await insertMessages(tx, rows);
      }
    },
  };
}

const beatEveryMs = 1_000;

/** The server ends a transaction that is silent for 5 s, as that of a frozen process; one that only waits says so. */
async function keptAlive<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  let lost: unknown = null;
  const beat = setInterval(() => void sql`select`.execute(tx).catch((error: unknown) => (lost ??= error)), beatEveryMs);
  try {
    const done = await work();
    if (lost !== null) throw lost;
    return done;
  } finally {
    clearInterval(beat);
  }
}

async function insertMessages(
  tx: Tx,
  rows: readonly { readonly id: string; readonly kind: string; readonly payload: string; readonly event_id: string }[],
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values(rows)
    .onConflict((oc) => oc.column('id').doNothing())
    .execute();
}
