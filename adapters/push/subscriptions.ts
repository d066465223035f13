import type pg from 'pg';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { PushKeys } from './encrypt.js';

/** More browsers than anybody has: the oldest one makes room. */
const perAccount = 20;

type Subscriber = { readonly accountId: AccountId; readonly sessionId: string };

export type PushSubscription = { readonly id: string; readonly endpoint: string; readonly keys: PushKeys };

/** Table `push_subscriptions`: browsers that show incidents. They go with the account. */
export function postgresPushSubscriptions(pool: pg.Pool) {
  const columns = `id, endpoint, json_build_object('p256dh', p256dh, 'auth', auth) as keys`;
  const isSignedIn = `exists (select from sessions where id = session_id and revoked_at is null and expires_at > now())`;
  return {
    async list(accountId: AccountId): Promise<readonly PushSubscription[]> {
      const { rows } = await pool.query<PushSubscription>(
        `select ${columns} from push_subscriptions where account_id = $1 and ${isSignedIn} order by created_at desc, id`,
        [accountId],
      );
      return rows;
    },

    async find(id: string): Promise<PushSubscription | null> {
      const { rows } = await pool.query<PushSubscription>(
        `select ${columns} from push_subscriptions where id = $1 and ${isSignedIn}`,
        [id],
      );
      return rows[0] ?? null;
    },

    /**
     * A browser belongs to whoever subscribed with it last, and for as long as that session lasts. With another
     * account it gets another id: what waits for the one before is not shown to the next.
     */
    async add({ accountId, sessionId }: Subscriber, { id, endpoint, keys }: PushSubscription): Promise<void> {
      await pool.query(
        `insert into push_subscriptions as own (id, account_id, session_id, endpoint, p256dh, auth)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (endpoint) do update set
           id = case when own.account_id = excluded.account_id then own.id else excluded.id end,
           account_id = excluded.account_id, session_id = excluded.session_id, p256dh = excluded.p256dh,
           auth = excluded.auth, created_at = now()`,
        [id, accountId, sessionId, endpoint, keys.p256dh, keys.auth],
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

    /** Those where nobody is signed in any more. Returns how many; to be called now and then. */
    async removeOld(): Promise<number> {
      const { rowCount } = await pool.query(`delete from push_subscriptions where not ${isSignedIn}`);
      return rowCount ?? 0;
    },

    /** The push service does not know it any more. */
    async forget(id: string): Promise<void> {
      await pool.query('delete from push_subscriptions where id = $1', [id]);
    },
  };
}

export type PushSubscriptions = ReturnType<typeof postgresPushSubscriptions>;
