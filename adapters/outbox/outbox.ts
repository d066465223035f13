import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { OutboxMessage } from '../../commands/policies/engine.js';

const pollMs = 250;
/** Within this time a delivery succeeds or fails; after it, another worker takes the message. */
const leaseSeconds = 120;
const firstRetrySeconds = 5;
const lastRetrySeconds = 3_600;
/** The last attempt comes about 12 hours after the first. */
const maxAttempts = 20;
const keptDays = 30;
const cleanUpMs = 3_600_000;

export type Delivery = {
  /** The same for every attempt: the key by which a receiver knows a message that it has seen. */
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 for the first. */
  readonly attempt: number;
};

/** Delivers a message, or throws: then it is tried again later. */
export type OutboxHandler = (delivery: Delivery) => Promise<void>;

export type Outbox = {
  start(): void;
  /** Finishes the delivery under way. */
  stop(): Promise<void>;
  /** Messages that wait, and those of them that nobody tries any more. */
  status(): Promise<{ readonly waiting: number; readonly givenUp: number }>;
};

/**
 * Delivers what policies left in the outbox: at least once, with growing pauses after failures, by as many processes
 * as there are. A delivered message loses its payload at once and its row after 30 days.
 */
export function openOutbox(options: {
  readonly pool: pg.Pool;
  readonly handlers: Readonly<Record<OutboxMessage['kind'], OutboxHandler>>;
  readonly onTrouble?: (messageId: string | null, error: unknown) => void;
  /** Seconds to wait after a failed attempt; by default 5 s, doubled up to an hour. */
  readonly retrySeconds?: (attempt: number) => number;
}): Outbox {
  const { pool, handlers, onTrouble = () => undefined, retrySeconds = backOff } = options;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    let cleanedUp = -Infinity;
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() - cleanedUp > cleanUpMs) {
          await pool.query(`delete from outbox where sent_at < now() - make_interval(days => $1)`, [keptDays]);
          cleanedUp = performance.now();
        }
        if (await deliverNext()) continue;
      } catch (error) {
        onTrouble(null, error);
      }
      await pause(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function deliverNext(): Promise<boolean> {
    const message = await takeNext(pool);
    if (message === null) return false;
    try {
      await handlers[message.kind]({ id: message.id, payload: message.payload, attempt: message.attempts });
    } catch (error) {
      onTrouble(message.id, error);
      await putBack(pool, message, error, retrySeconds(message.attempts));
      return true;
    }
    await pool.query(`update outbox set sent_at = now(), payload = '{}', last_error = null where id = $1`, [
      message.id,
    ]);
    return true;
  }

  return {
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
    async status() {
      const { rows } = await pool.query<{ waiting: bigint; given_up: bigint }>(
        `select count(*) as waiting, count(*) filter (where next_attempt_at = 'infinity') as given_up
          from outbox where sent_at is null`,
      );
      return { waiting: Number(rows[0]?.waiting ?? 0), givenUp: Number(rows[0]?.given_up ?? 0) };
    },
  };
}

type Taken = {
  readonly id: string;
  readonly kind: OutboxMessage['kind'];
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
};

/** Takes a due message for the time of the lease; other workers pass over it. */
async function takeNext(pool: pg.Pool): Promise<Taken | null> {
  const { rows } = await pool.query<Taken>(
    `update outbox set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $1)
      where id = (
        select id from outbox where sent_at is null and next_attempt_at <= now()
        order by next_attempt_at limit 1 for update skip locked
      )
      returning id, kind, payload, attempts`,
    [leaseSeconds],
  );
  return rows[0] ?? null;
}

async function putBack(pool: pg.Pool, message: Taken, error: unknown, seconds: number): Promise<void> {
  await pool.query(
    `update outbox set last_error = $2,
        next_attempt_at = case when $3::int >= $4::int then 'infinity' else now() + make_interval(secs => $5) end
      where id = $1`,
    [message.id, String(error).slice(0, 2_000), message.attempts, maxAttempts, seconds],
  );
}

function backOff(attempt: number): number {
  return Math.min(lastRetrySeconds, firstRetrySeconds * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2);
}
