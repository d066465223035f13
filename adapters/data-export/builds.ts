import { v5 as uuidV5 } from 'uuid';
import type pg from 'pg';
import type { AccountLanguage } from '../../domain/account/person.js';
import { exportLifetime } from '../../domain/account/data-export.js';
import { AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { inTransaction } from '../database/transaction.js';
import type { MailPayload } from '../mail/port.js';
import { putDown } from '../outbox/messages.js';

/** An archive that somebody works on; `attempt` fences off whoever slept while another one took over. */
export type Build = {
  readonly id: string;
  readonly accountId: AccountId;
  readonly language: AccountLanguage;
  readonly attempt: number;
};

/** Another process has taken over, the wish was replaced, or the account is gone. */
export class BuildOver extends Error {
  override readonly name = 'BuildOver';
}

const maxAttempts = 5;
const retryAfterMinutes = 1;
/** Namespace of the ids of mails, which follow from the archive. */
const mailNamespace = '5a4a1c1e-4b6d-4a55-9f0e-1d7a8a3e2c64';

/**
 * Takes the oldest wish that waits, or one that a process left unfinished: what that one had written is dropped. Only one
 * process asks at a time. Null when there is none.
 */
export async function takeBuild(pool: pg.Pool): Promise<Build | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; account_id: string; language: AccountLanguage; attempt: number }>(
      `update data_exports set state = case when attempt < $1 then 'building' else 'failed' end,
          attempt = attempt + 1, progress = 0
        where id = (
          select id from data_exports where state in ('waiting', 'building') and not_before <= now()
          order by requested_at limit 1)
        returning id, account_id, language, attempt`,
      [maxAttempts],
    );
    const [row] = rows;
    if (row === undefined) return null;
    await client.query('delete from data_export_chunks where export_id = $1', [row.id]);
    const { id, language, attempt } = row;
    return attempt > maxAttempts ? null : { id, accountId: AccountId.parse(row.account_id), language, attempt };
  });
}

const isOurs = `id = $1 and attempt = $2 and state = 'building'`;

/** Throws `BuildOver`. */
export async function writeChunk(pool: pg.Pool, { id, attempt }: Build, ordinal: number, content: Buffer) {
  const { rowCount } = await pool.query(
    `insert into data_export_chunks (export_id, ordinal, content)
      select id, $3, $4 from data_exports where ${isOurs} for share`,
    [id, attempt, ordinal, content],
  );
  if (rowCount !== 1) throw new BuildOver();
}

export async function noteProgress(pool: pg.Pool, { id, attempt }: Build, done: number): Promise<void> {
  await pool.query(`update data_exports set progress = $3 where ${isOurs}`, [id, attempt, done]);
}

/** From now on it can be fetched, and its owner is told. Throws `BuildOver`. */
export async function finishBuild(
  pool: pg.Pool,
  { id, attempt, accountId }: Build,
  { sizeBytes, at }: { readonly sizeBytes: number; readonly at: Temporal.Instant },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update data_exports set state = 'ready', progress = 1, size_bytes = $3, ready_at = $4, expires_at = $5
        where ${isOurs}`,
      [id, attempt, sizeBytes, at.toString(), at.add(exportLifetime).toString()],
    );
    if (rowCount !== 1) throw new BuildOver();
    const payload: MailPayload = { template: 'data-export-ready', accountId };
    await putDown(client, [{ id: uuidV5(id, mailNamespace), kind: 'mail', payload, eventId: null }]);
  });
}

/** It is tried again in a while, by whoever is there; after several attempts no more. */
export async function putBack(pool: pg.Pool, { id, attempt }: Build): Promise<void> {
  await pool.query(`update data_exports set not_before = now() + make_interval(mins => $3) where ${isOurs}`, [
    id,
    attempt,
    retryAfterMinutes,
  ]);
}

export async function removeExpired(pool: pg.Pool, at: Temporal.Instant): Promise<void> {
  await pool.query('delete from data_exports where expires_at <= $1', [at.toString()]);
}
