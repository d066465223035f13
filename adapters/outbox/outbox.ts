import type pg from 'pg';
import { startRounds, type Rounds } from '../rounds.js';
import { givenUp } from './messages.js';
import { PermanentFailure, type OutboxHandler, type OutboxKind } from './port.js';

const pollMs = 250;
/** Another worker takes a message when the one that delivers it has not been heard of for so long. */
const leaseSeconds = 8;
const renewEveryMs = 2_000;
const firstRetrySeconds = 5;
const lastRetrySeconds = 3_600;
/** The last attempt comes about 12 hours after the first. */
const maxAttempts = 20;
const keptDays = 30;
const cleanUpMs = 3_600_000;

export type Outbox = {
  start(): void;
  /** Finishes the delivery under way. */
  stop(): Promise<void>;
  /** Messages that wait, and those of them that nobody tries any more. */
  status(): Promise<{ readonly waiting: number; readonly givenUp: number }>;
};

/**
 * Delivers what was left in the outbox: at least once, with growing pauses after failures, by as many processes as there
 * are; what is refused for good is given up at once. Each kind has its own turn. A delivered message loses its payload
 * at once and its row after 30 days.
 */
export function openOutbox(options: {
  readonly pool: pg.Pool;
  /** Messages of kinds without a handler wait. */
  readonly handlers: Readonly<Partial<Record<OutboxKind, OutboxHandler>>>;
  readonly onTrouble?: (messageId: string | null, error: unknown) => void;
  /** Seconds to wait after a failed attempt; by default 5 s, doubled up to an hour. */
  readonly retrySeconds?: (attempt: number) => number;
}): Outbox {
  const { pool, handlers, onTrouble = () => undefined, retrySeconds = backOff } = options;
  let running: readonly Rounds[] = [];
  let cleanedUp = -Infinity;

  async function round(kind: string, handler: OutboxHandler): Promise<boolean> {
    await cleanUp();
    return deliverNext(kind, handler);
  }

  async function cleanUp(): Promise<void> {
    if (performance.now() - cleanedUp < cleanUpMs) return;
    await pool.query(`delete from outbox where sent_at < now() - make_interval(days => $1)`, [keptDays]);
    cleanedUp = performance.now();
  }

  async function deliverNext(kind: string, handler: OutboxHandler): Promise<boolean> {
    const message = await takeNext(pool, kind);
    if (message === null) return false;
    try {
      await whileHeld(pool, message, () =>
        handler({ id: message.id, payload: message.payload, attempt: message.attempts }),
      );
    } catch (error) {
      onTrouble(message.id, error);
      const isForGood = error instanceof PermanentFailure || message.attempts >= maxAttempts;
      await putBack(pool, message, error, isForGood ? null : retrySeconds(message.attempts));
      return true;
    }
    await pool.query(
      `update outbox set sent_at = now(), payload = '{}', last_error = null where id = $1 and sent_at is null`,
      [message.id],
    );
    return true;
  }

  return {
    start() {
      running = Object.entries(handlers).map(([kind, handler]) =>
        startRounds({
          round: () => round(kind, handler),
          pauseMs: pollMs,
          onTrouble: (error) => onTrouble(null, error),
        }),
      );
    },
    async stop() {
      await Promise.all(running.map((rounds) => rounds.stop()));
    },
    async status() {
      const { rows } = await pool.query<{ waiting: bigint; given_up: bigint }>(
        `select count(*) as waiting, count(*) filter (where ${givenUp}) as given_up from outbox where sent_at is null`,
      );
      return { waiting: Number(rows[0]?.waiting ?? 0), givenUp: Number(rows[0]?.given_up ?? 0) };
    },
  };
}

type Taken = {
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
};

/** Takes a due message for the time of the lease; other workers pass over it. */
async function takeNext(pool: pg.Pool, kind: string): Promise<Taken | null> {
  const { rows } = await pool.query<Taken>(
    `update outbox set attempts = attempts + 1, last_attempt_at = now(),
        next_attempt_at = now() + make_interval(secs => $1)
      where id = (
        select id from outbox where sent_at is null and next_attempt_at <= now() and kind = $2
        order by next_attempt_at limit 1 for update skip locked
      )
      returning id, payload, attempts`,
    [leaseSeconds, kind],
  );
  return rows[0] ?? null;
}

/** Keeps other workers off the message for as long as its delivery takes and this process lives. */
async function whileHeld(pool: pg.Pool, message: Taken, deliver: () => Promise<void>): Promise<void> {
  let renewal: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // When the database is away the lease runs out, and the message may go out twice.
    renewal = renew(pool, message).catch(() => undefined);
  }, renewEveryMs);
  try {
    await deliver();
  } finally {
    clearInterval(timer);
    await renewal;
  }
}

async function renew(pool: pg.Pool, { id, attempts }: Taken): Promise<void> {
  await pool.query(
    `update outbox set next_attempt_at = now() + make_interval(secs => $3)
      where id = $1 and attempts = $2 and sent_at is null and next_attempt_at > now()`,
    [id, attempts, leaseSeconds],
  );
}

/** For another attempt after so many seconds, null for none. Not when another worker has it by now. */
async function putBack(pool: pg.Pool, message: Taken, error: unknown, seconds: number | null): Promise<void> {
  await pool.query(
    `update outbox set last_error = $2, next_attempt_at = coalesce(now() + make_interval(secs => $3), 'infinity')
      where id = $1 and attempts = $4 and sent_at is null`,
    [message.id, withoutAddresses(String(error)).slice(0, 2_000), seconds, message.attempts],
  );
}

/** Handlers tell none; what comes from elsewhere might. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>"'()]+@[^\s<>"'()]+/g, '…');
}

function backOff(attempt: number): number {
  return Math.min(lastRetrySeconds, firstRetrySeconds * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2);
}
