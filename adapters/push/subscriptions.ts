import type pg from 'pg';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { PushKeys } from './encrypt.js';

/** More browsers than anybody has: the oldest one makes room. */
const perAccount = 20;

export type PushSubscription = { readonly id: string; readonly endpoint: string; readonly keys: PushKeys };

/** Table `push_subscriptions`: browsers that show incidents. They go with the account. */
export function postgresPushSubscriptions(pool: pg.Pool) {
  const columns = `id, endpoint, json_build_object('p256dh', p256dh, 'auth', auth) as keys`;
  return {
    async list(accountId: AccountId): Promise<readonly PushSubscription[]> {
      const { rows } = await pool.query<PushSubscription>(
        `select ${columns} from push_subscriptions where account_id = $1 order by created_at desc, id`,
        [accountId],
      );
      return rows;
    },

    async find(id: string): Promise<PushSubscription | null> {
      const { rows } = await pool.query<PushSubscription>(`select ${columns} from push_subscriptions where id = $1`, [
        id,
      ]);
      return rows[0] ?? null;
    },

    /** A browser belongs to whoever subscribed with it last. */
    async add(accountId: AccountId, { id, endpoint, keys }: PushSubscription): Promise<void> {
      await pool.query(
        `insert into push_subscriptions (id, account_id, endpoint, p256dh, auth) values ($1, $2, $3, $4, $5)
         on conflict (endpoint) do update set account_id = excluded.account_id, p256dh = excluded.p256dh,
           auth = excluded.auth, created_at = now()`,
        [id, accountId, endpoint, keys.p256dh, keys.auth],
      );
      await pool.query(
        `delete from push_subscriptions where account_id = $1 and id in (
           select id from push_subscriptions where account_id = $1 order by created_at desc, id offset $2)`,
        [accountId, perAccount],
      );
    },

    async remove(accountId: AccountId, endpoint: string): Promise<void> {
      await pool.query('delete from push_subscriptions where account_id = $1 and endpoint = $2', [accountId, endpoint]);
    },

    /** The push service does not know it any more. */
    async forget(id: string): Promise<void> {
      await pool.query('delete from push_subscriptions where id = $1', [id]);
    },
  };
}

export type PushSubscriptions = ReturnType<typeof postgresPushSubscriptions>;
