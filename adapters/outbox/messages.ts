import type pg from 'pg';
import { pageFrom, type Page } from '../../projections/engine/page.js';
import type { OutboxEntry } from './port.js';

type Queryable = Pick<pg.ClientBase, 'query'>;

/** Puts messages down in the caller's transaction; those that are there already stay as they are. */
export async function putDown(client: Queryable, entries: readonly OutboxEntry[]): Promise<void> {
  await client.query(
    `insert into outbox (id, kind, payload, event_id)
      select * from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::uuid[]) on conflict (id) do nothing`,
    [
      entries.map(({ id }) => id),
      entries.map(({ kind }) => kind),
      entries.map(({ payload }) => JSON.stringify(payload)),
      entries.map(({ eventId }) => eventId),
    ],
  );
}

export type MessageState = 'waiting' | 'given-up' | 'sent';

/** What may be told of a message: ids and times, neither names nor addresses nor what it says. */
export type MessageView = {
  readonly id: string;
  readonly kind: string;
  /** Which text it is; null once it was delivered. */
  readonly template: string | null;
  readonly state: MessageState;
  /** The event that it answers to; null when it answers to none. */
  readonly eventId: string | null;
  /** Whom it is about; null for nobody, and once it was delivered. */
  readonly accountId: string | null;
  /** Since it was put down, or since it was last sent again. */
  readonly attempts: number;
  /** Why the last attempt failed; null when none has. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  /** Null before the first attempt. */
  readonly lastAttemptAt: Date | null;
  /** Null when there will be none. */
  readonly nextAttemptAt: Date | null;
  readonly sentAt: Date | null;
};

/** Given up: nobody tries any more until somebody sends it again. */
export const givenUp = `(sent_at is null and not isfinite(next_attempt_at))`;

const columns = `id, kind, payload ->> 'template' as template, event_id as "eventId", payload ->> 'accountId' as "accountId",
  case when sent_at is not null then 'sent' when ${givenUp} then 'given-up' else 'waiting' end as state,
  attempts, last_error as "lastError", created_at as "createdAt", last_attempt_at as "lastAttemptAt",
  case when sent_at is null and not ${givenUp} then next_attempt_at end as "nextAttemptAt", sent_at as "sentAt"`;

/** What became of messages, by id; those that were delivered long ago are left out. */
export async function findMessages(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, MessageView>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<MessageView>(`select ${columns} from outbox where id = any($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether the last message of the page before was waiting still, since when it is there, and its id. */
export type MessageCursor = readonly [string, string, string];

type ListOptions = {
  /** Default: both. */
  readonly state?: Exclude<MessageState, 'sent'> | undefined;
  readonly after?: MessageCursor | null;
  /** At most so many, default 200. */
  readonly limit?: number | undefined;
};

/** What has not been delivered, those that were given up first, then the oldest first; page by page. */
export async function listMessages(
  db: Queryable,
  { state, after = null, limit = 200 }: ListOptions = {},
): Promise<Page<MessageView, MessageCursor>> {
  const { rows } = await db.query<MessageView & { readonly key: MessageCursor }>(
    `select ${columns}, array[isfinite(next_attempt_at)::text, created_at::text, id::text] as key from outbox
      where sent_at is null
        ${state === undefined ? '' : `and ${state === 'waiting' ? '' : 'not'} isfinite(next_attempt_at)`}
        ${after === null ? '' : 'and (isfinite(next_attempt_at), created_at, id) > ($2::bool, $3::timestamptz, $4::uuid)'}
      order by isfinite(next_attempt_at), created_at, id limit $1`,
    [limit + 1, ...(after ?? [])],
  );
  const { items, next } = pageFrom(rows, limit, ({ key }) => key);
  return { items: items.map(({ key: _, ...message }) => message), next };
}

/** When the last message of the page before was delivered, and its id. */
export type SentCursor = readonly [string, string];

/** What was delivered in the last weeks, the latest first, page by page. What it said is not kept. */
export async function listSentMessages(
  db: Queryable,
  { after, limit }: { readonly after: SentCursor | null; readonly limit: number },
): Promise<Page<MessageView, SentCursor>> {
  const { rows } = await db.query<MessageView & { readonly key: SentCursor }>(
    `select ${columns}, array[sent_at::text, id::text] as key from outbox
      where sent_at is not null ${after === null ? '' : 'and (sent_at, id) < ($2::timestamptz, $3::uuid)'}
      order by sent_at desc, id desc limit $1`,
    [limit + 1, ...(after ?? [])],
  );
  const { items, next } = pageFrom(rows, limit, ({ key }) => key);
  return { items: items.map(({ key: _, ...message }) => message), next };
}

export async function findMessage(db: Queryable, id: string): Promise<MessageView | null> {
  const { rows } = await db.query<MessageView>(`select ${columns} from outbox where id = $1`, [id]);
  return rows[0] ?? null;
}

/**
 * Lets messages that were given up be tried again, with as many attempts as a new one; `all` of them, or one. Its
 * receiver knows it by the same id. Answers how many: 0 also when the message waits anyway or was delivered.
 */
export async function sendAgain(db: Queryable, which: { readonly id: string } | 'all'): Promise<number> {
  const { rowCount } = await db.query(
    `update outbox set attempts = 0, next_attempt_at = now() where ${givenUp} and ($1::uuid is null or id = $1)`,
    [which === 'all' ? null : which.id],
  );
  return rowCount ?? 0;
}
