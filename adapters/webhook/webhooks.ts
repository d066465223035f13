import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { ServerSecrets } from '../crypto/secrets.js';
import type { OutboxHandler } from '../outbox/port.js';
import { pageFrom, type Page } from '../../projections/engine/page.js';
import { WebhookPayload, type Webhook, type WebhookDelivery } from './port.js';

export const webhookLimits = { perAccount: 10, deliveriesShown: 50, keptDays: 30 } as const;

const columns = `id, account_id as "accountId", url, switched_off as off, created_at as "createdAt",
  failing_since as "failingSince",
  (select count(*)::int from webhook_deliveries where webhook_id = webhooks.id and state = 'waiting') as waiting`;

type Row = Omit<Webhook, 'createdAt' | 'failingSince'> & {
  readonly createdAt: Date;
  readonly failingSince: Date | null;
};

/** Whose they are, and which one. */
export type OwnWebhook = { readonly accountId: AccountId; readonly id: string };

type Receiver = { readonly url: string; readonly isOn: boolean; readonly secrets: readonly Buffer[] };

/** Tables `webhooks` and `webhook_deliveries`. They go with the account; secrets are computed and stand nowhere. */
export function postgresWebhooks(pool: pg.Pool, secrets: ServerSecrets) {
  const key = secrets.keyFor('webhook-secrets');
  const secretOf = (id: string, version: number) => createHmac('sha256', key).update(`${id}/${version}`).digest();

  async function find({ accountId, id }: OwnWebhook): Promise<Webhook | null> {
    const { rows } = await pool.query<Row>(`select ${columns} from webhooks where account_id = $1 and id = $2`, [
      accountId,
      id,
    ]);
    return rows[0] === undefined ? null : shown(rows[0]);
  }

  return {
    find,

    async list(accountId: AccountId): Promise<readonly Webhook[]> {
      const { rows } = await pool.query<Row>(
        `select ${columns} from webhooks where account_id = $1 order by created_at, id`,
        [accountId],
      );
      return rows.map(shown);
    },

    /** False when the account has as many as it may. Adding the same one again changes nothing. */
    async add({ accountId, id }: OwnWebhook, url: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        `insert into webhooks (id, account_id, url)
         select $1, $2, $3 where (select count(*) from webhooks where account_id = $2 and id <> $1) < $4
         on conflict (id) do update set url = webhooks.url`,
        [id, accountId, url, webhookLimits.perAccount],
      );
      return rowCount === 1;
    },

    /** Moves it, or switches it on or off; what waits goes out at once when it is on. */
    async change(
      { accountId, id }: OwnWebhook,
      to: { readonly url: string; readonly isOn: boolean },
    ): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update webhooks set url = $3, switched_off = case when $4 then null else coalesce(switched_off, 'owner') end,
           failing_since = null, attempts = 0, next_attempt_at = now()
         where account_id = $1 and id = $2`,
        [accountId, id, to.url, to.isOn],
      );
      return rowCount === 1;
    },

    async remove({ accountId, id }: OwnWebhook): Promise<boolean> {
      const { rowCount } = await pool.query('delete from webhooks where account_id = $1 and id = $2', [accountId, id]);
      return rowCount === 1;
    },

    /** The secret as its owner is shown it: when it is made, and when it is made anew. Null when there is none. */
    async secret({ accountId, id }: OwnWebhook): Promise<string | null> {
      const { rows } = await pool.query<{ version: number }>(
        'select secret_version as version from webhooks where account_id = $1 and id = $2',
        [accountId, id],
      );
      return rows[0] === undefined ? null : secretText(secretOf(id, rows[0].version));
    },

    /** For a day both secrets sign, so that the receiver can take the new one when it suits. */
    async renewSecret({ accountId, id }: OwnWebhook): Promise<string | null> {
      const { rows } = await pool.query<{ version: number }>(
        `update webhooks set secret_version = secret_version + 1, secret_renewed_at = now()
         where account_id = $1 and id = $2 returning secret_version as version`,
        [accountId, id],
      );
      return rows[0] === undefined ? null : secretText(secretOf(id, rows[0].version));
    },

    /** Where to send to, and what signs now, the newest first; null when it is gone. */
    async receiver(id: string): Promise<Receiver | null> {
      const { rows } = await pool.query<{ url: string; isOn: boolean; version: number; isNew: boolean }>(
        `select url, switched_off is null as "isOn", secret_version as version, secret_renewed_at > now() - interval '1 day' as "isNew"
         from webhooks where id = $1`,
        [id],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const { url, isOn, version, isNew } = row;
      return { url, isOn, secrets: (isNew ? [version, version - 1] : [version]).map((one) => secretOf(id, one)) };
    },

    /** The newest first; `before` is the position of the last one of the page before. */
    async deliveries(id: string, before: string | null): Promise<Page<WebhookDelivery, string>> {
      const { rows } = await pool.query<Omit<WebhookDelivery, 'lastAttemptAt'> & { lastAttemptAt: Date | null }>(
        `select position::text, event ->> 'eventId' as "eventId", event ->> 'type' as type, event ->> 'time' as time,
           state, attempts, last_attempt_at as "lastAttemptAt", answer
         from webhook_deliveries where webhook_id = $1 and ($2::bigint is null or position < $2::bigint)
         order by position desc limit $3`,
        [id, before, webhookLimits.deliveriesShown + 1],
      );
      const shown = rows.map((row) => ({ ...row, lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null }));
      return pageFrom(shown, webhookLimits.deliveriesShown, ({ position }) => position);
    },

    /** Sends everything after a position again, in order, as far as it is kept. Answers how many that are. */
    async replay(id: string, after: string): Promise<number> {
      const { rowCount } = await pool.query(
        `update webhook_deliveries set state = 'waiting', attempts = 0, answer = null
         where webhook_id = $1 and position > $2::bigint`,
        [id, after],
      );
      await pool.query('update webhooks set attempts = 0, next_attempt_at = now() where id = $1', [id]);
      return rowCount ?? 0;
    },
  };
}

export type Webhooks = ReturnType<typeof postgresWebhooks>;

/** As the libraries of Standard Webhooks take it. */
function secretText(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

function shown(row: Row): Webhook {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
  };
}

/** The outbox handler that puts an event down for each webhook of those who see the plant, also for those that are off. */
export function webhookFanOut(pool: pg.Pool): OutboxHandler {
  return async function fanOut({ payload }) {
    const event = WebhookPayload.parse(payload);
    await pool.query(
      `insert into webhook_deliveries (webhook_id, position, event)
       select id, $1::bigint, $2::jsonb from webhooks where account_id in (
         select owner_id from plants.plants where plant_id = $3
         union select account_id from grants.invitations where plant_id = $3 and account_id is not null)
       on conflict do nothing`,
      [event.position, JSON.stringify(event), event.plantId],
    );
  };
}
