import type pg from 'pg';
import { v5 as uuidV5 } from 'uuid';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../commands/ports.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import type { Db } from '../database/port.js';
import { inTransaction } from '../database/transaction.js';
import { putDown } from '../outbox/messages.js';
import { PermanentFailure } from '../outbox/port.js';
import { startRounds, type Rounds } from '../rounds.js';
import { eventsFor } from './cloud-event.js';
import { WebhookPayload } from './port.js';
import { webhookLimits, type Webhooks } from './webhooks.js';
import { postWebhook } from './webhook.js';

/** So many receivers are spoken to at a time by each process; one that is slow holds up nobody else for long. */
const lanes = 4;
/** Nobody else takes a webhook that somebody is busy with. */
const leaseS = 60;
/** So long one receiver is spoken to before the others have their turn. */
const turnMs = 30_000;
const perTurn = 50;
const firstRetryS = 10;
const lastRetryS = 3_600;
const cleanUpMs = 3_600_000;
/** Of the ids of mails that tell of a webhook that was switched off. */
const mailNamespace = '7d0a3b5e-2c1f-4f6a-9a41-1f2b3c4d5e6f';

export type WebhookWorkerOptions = {
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly webhooks: Pick<Webhooks, 'receiver'>;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Whether monitoring is open to an account for a plant that it sees. */
  readonly isOpenFor: (accountId: AccountId, plantId: PlantId) => Promise<boolean>;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
  readonly answerWithinMs?: number;
  /** Seconds to wait after the n-th failure in a row. */
  readonly retrySeconds?: (attempt: number) => number;
  /** A webhook that takes nothing for so long is switched off, and its owner is told. */
  readonly patienceSeconds?: number;
};

type Taken = {
  readonly id: string;
  readonly accountId: AccountId;
  readonly attempts: number;
  readonly leasedUntil: string;
};
type Waiting = { readonly position: string; readonly event: unknown };

/**
 * Sends to each webhook what waits for it, in order, at least once: what fails is tried again with growing pauses and
 * holds up what comes after it; what is refused for good is noted, and the next one has its turn.
 */
export function startWebhookWorker(options: WebhookWorkerOptions): Rounds {
  const { pool, onTrouble, pollMs = 1_000 } = options;
  let cleanedUp = -Infinity;

  async function round(signal: AbortSignal): Promise<boolean> {
    await cleanUp();
    const taken = await takeDueWebhook(pool);
    if (taken !== null) await serve(options, taken, signal);
    return taken !== null;
  }

  async function cleanUp(): Promise<void> {
    if (performance.now() - cleanedUp < cleanUpMs) return;
    cleanedUp = performance.now();
    await pool.query('delete from webhook_deliveries where created_at < now() - make_interval(days => $1)', [
      webhookLimits.keptDays,
    ]);
  }

  return startRounds({ round, pauseMs: pollMs, onTrouble, lanes });
}

/** A webhook for which something is due and with which nobody is busy, for the time of the lease; null when there is none. */
export async function takeDueWebhook(pool: pg.Pool): Promise<Taken | null> {
  const { rows } = await pool.query<Taken>(
    // From one webhook that has something waiting to the next: what all of them have waiting may be much.
    `with recursive waiting as (
       (select webhook_id from webhook_deliveries where state = 'waiting' order by webhook_id limit 1)
       union all
       select (select webhook_id from webhook_deliveries
               where state = 'waiting' and webhook_id > waiting.webhook_id order by webhook_id limit 1)
       from waiting where webhook_id is not null)
     update webhooks set leased_until = now() + make_interval(secs => $1)
     where id = (
       select id from webhooks
       where switched_off is null and next_attempt_at <= now() and (leased_until is null or leased_until <= now())
         and id in (select webhook_id from waiting)
       order by next_attempt_at limit 1 for update skip locked)
     returning id, account_id as "accountId", attempts, leased_until::text as "leasedUntil"`,
    [leaseS],
  );
  return rows[0] ?? null;
}

async function serve(options: WebhookWorkerOptions, webhook: Taken, signal: AbortSignal): Promise<void> {
  try {
    await takeTurn(options, webhook, signal);
  } catch (error) {
    // The fault is ours: the others have their turn before this one is tried again.
    await options.pool.query('update webhooks set next_attempt_at = now() + make_interval(secs => $2) where id = $1', [
      webhook.id,
      leaseS,
    ]);
    throw error;
  } finally {
    await letGo(options.pool, webhook);
  }
}

/** Not when the lease ran out and somebody else is busy with it. */
export async function letGo(pool: pg.Pool, { id, leasedUntil }: Pick<Taken, 'id' | 'leasedUntil'>): Promise<void> {
  await pool.query('update webhooks set leased_until = null where id = $1 and leased_until = $2::timestamptz', [
    id,
    leasedUntil,
  ]);
}

/** Until nothing waits, something fails, or the turn is over. */
async function takeTurn(options: WebhookWorkerOptions, webhook: Taken, signal: AbortSignal): Promise<void> {
  const { pool } = options;
  const { rows } = await pool.query<Waiting>(
    `select position::text, event from webhook_deliveries where webhook_id = $1 and state = 'waiting'
     order by position limit $2`,
    [webhook.id, perTurn],
  );
  const endsAt = performance.now() + turnMs;
  for (const waiting of rows) {
    if (performance.now() > endsAt || signal.aborted) break;
    if (!(await deliver(options, webhook, waiting))) return;
  }
  await pool.query('update webhooks set next_attempt_at = now() where id = $1', [webhook.id]);
}

/** Whether the next one may follow. */
async function deliver(options: WebhookWorkerOptions, webhook: Taken, waiting: Waiting): Promise<boolean> {
  const { pool, dispatcher, clock, answerWithinMs } = options;
  const notice = WebhookPayload.parse(waiting.event);
  const [event] = await eventsFor(options, webhook.accountId, [notice]);
  if (event === undefined) {
    // Who does not see the plant any more, or may not monitor it, is told nothing of it.
    await pool.query('delete from webhook_deliveries where webhook_id = $1 and position = $2', [
      webhook.id,
      waiting.position,
    ]);
    return true;
  }
  const receiver = await options.webhooks.receiver(webhook.id);
  // Its owner has switched it off, or removed it, in the meantime.
  if (receiver === null || !receiver.isOn) return false;
  try {
    await postWebhook({ url: receiver.url, secrets: receiver.secrets, dispatcher }, event, clock, answerWithinMs);
  } catch (error) {
    const answer = error instanceof Error ? error.message : String(error);
    const isForGood = error instanceof PermanentFailure;
    await note(pool, webhook, waiting, { state: isForGood ? 'refused' : 'waiting', answer });
    await failed(options, webhook, isForGood);
    return isForGood;
  }
  await note(pool, webhook, waiting, { state: 'delivered', answer: null });
  await pool.query('update webhooks set failing_since = null, attempts = 0 where id = $1', [webhook.id]);
  return true;
}

async function note(
  pool: pg.Pool,
  { id }: Taken,
  { position }: Waiting,
  { state, answer }: { readonly state: string; readonly answer: string | null },
): Promise<void> {
  await pool.query(
    `update webhook_deliveries set state = $3, answer = $4, attempts = attempts + 1, last_attempt_at = now()
     where webhook_id = $1 and position = $2`,
    [id, position, state, answer],
  );
}

/** Tries again later; after days in which nothing arrived switches the webhook off and tells its owner, in one step. */
async function failed(options: WebhookWorkerOptions, webhook: Taken, isForGood: boolean): Promise<void> {
  const { pool, retrySeconds = backOff, patienceSeconds = 3 * 86_400 } = options;
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ since: Date; off: string | null }>(
      `update webhooks set failing_since = coalesce(failing_since, now()), attempts = attempts + 1,
         next_attempt_at = now() + make_interval(secs => $2),
         switched_off = case when failing_since < now() - make_interval(secs => $3) then 'failing' else switched_off end
       where id = $1 returning failing_since as since, switched_off as off`,
      [webhook.id, isForGood ? leaseS : retrySeconds(webhook.attempts + 1), patienceSeconds],
    );
    const [row] = rows;
    if (row?.off !== 'failing') return;
    const id = uuidV5(`${webhook.id}/${row.since.toISOString()}`, mailNamespace);
    const payload = { template: 'webhook-switched-off', accountId: webhook.accountId };
    await putDown(client, [{ id, kind: 'mail', payload, eventId: null }]);
  });
}

function backOff(attempt: number): number {
  return Math.min(lastRetryS, firstRetryS * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2);
}
