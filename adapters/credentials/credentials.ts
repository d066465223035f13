import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import type {
  KnownCredentials,
  Credentials,
  CredentialsReservation,
  ReservationHolder,
  ReservationResult,
} from '../../commands/ports.js';
import { passwordPolicy } from '../../domain/account/password-policy.js';
import { userNameKey } from '../../domain/account/user-name.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { EmailKey } from '../crypto/secrets.js';

/** Of PostgreSQL, Appendix A. */
const uniqueViolation = '23505';

type Row = {
  readonly account_id: string;
  readonly user_name_key: string;
  readonly email_key: string | null;
  readonly confirmed_at: Date | null;
  readonly reserved_at: Date;
};

const holderColumns = ['account_id', 'user_name_key', 'email_key', 'confirmed_at', 'reserved_at'] as const;

/**
 * Table `credentials`: who may use a user name and an address, and the hash of the password. A row without address is a
 * decoy.
 */
export function postgresCredentials(db: Db, emailKey: EmailKey): Credentials {
  return {
    async reserve(reservation) {
      for (;;) {
        if (await insert(reservation, emailKey(reservation.email))) return { ok: true };
        const holder = await holderOf(reservation);
        // The holder may have given up between the two statements: then the place is free, and the next try says so.
        if (holder !== null) return holder;
      }
    },
    async keepDecoy(reservation) {
      await insert(reservation, null);
      const holder = await this.findByUserName(reservation.userName);
      return holder?.accountId === reservation.accountId;
    },
    async confirm(accountId, at) {
      await db
        .updateTable('credentials')
        .set({ confirmed_at: at.toString() })
        .where('account_id', '=', accountId)
        .where('email_key', 'is not', null)
        .where('confirmed_at', 'is', null)
        .execute();
    },
    release,
    async forget(accountId) {
      await db.deleteFrom('credentials').where('account_id', '=', accountId).execute();
    },
    async giveUpEmail(accountId) {
      await db
        .updateTable('credentials')
        .set({ email_key: null, confirmed_at: null })
        .where('account_id', '=', accountId)
        .execute();
    },
    async forgetDecoys(until) {
      await db
        .deleteFrom('credentials')
        .where('email_key', 'is', null)
        .where('reserved_at', '<=', until.toString())
        .execute();
    },
    findById: (accountId) => find('account_id', accountId),
    findByUserName: (userName) => find('user_name_key', userNameKey(userName)),
    async findByEmailOrUserName(name) {
      const byEmail = name.includes('@') ? await find('email_key', emailKey(name)) : null;
      return byEmail ?? find('user_name_key', userNameKey(name));
    },
    findByEmail: (email) => findByEmailKey(emailKey(email)),
    findByEmailKey,
    async passwordsUsed(accountId) {
      const { rows } = await sql<{ password_hash: string }>`
        select password_hash from (
          select password_hash, null as id from credentials where account_id = ${accountId}
          union all
          select password_hash, id from password_history where account_id = ${accountId}
        ) as used order by id desc nulls first`.execute(db);
      return rows.map((row) => row.password_hash);
    },
    async changeEmail(accountId, email, at) {
      const key = emailKey(email);
      for (;;) {
        const holder = (await db
          .selectFrom('credentials')
          .select(holderColumns)
          .where('email_key', '=', key)
          .executeTakeFirst()) as Row | undefined;
        if (holder !== undefined) return holder.account_id === accountId ? { ok: true } : holding(holder, 'email');
        // Between the two statements somebody may have taken it: the constraint says so, and the next look by whom.
        const result = await db
          .updateTable('credentials')
          .set({ email_key: key, email_changed_at: at.toString() })
          .where('account_id', '=', accountId)
          .executeTakeFirst()
          .catch((error: unknown) => {
            if ((error as { readonly code?: string }).code === uniqueViolation) return null;
            throw error;
          });
        if (result !== null) return { ok: true };
      }
    },
    async emailChangeNoted(accountId) {
      await db.updateTable('credentials').set({ email_changed_at: null }).where('account_id', '=', accountId).execute();
    },
    async unnotedEmailChanges(before) {
      const rows = await db
        .selectFrom('credentials')
        .select('account_id')
        .where('email_changed_at', '<', before.toString())
        .orderBy('email_changed_at')
        .limit(100)
        .execute();
      return rows.map((row) => AccountId.parse(row.account_id));
    },
    async renewHash(accountId, { from, to }) {
      const result = await db
        .updateTable('credentials')
        .set({ password_hash: to })
        .where('account_id', '=', accountId)
        .where('password_hash', '=', from)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    changePassword: (accountId, { from, to, at }) =>
      db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('credentials')
          .set({ password_hash: to, changed_at: at.toString() })
          .where('account_id', '=', accountId)
          .where('password_hash', '=', from)
          .executeTakeFirst();
        if (result.numUpdatedRows !== 1n) return false;
        await tx
          .insertInto('password_history')
          .values({ account_id: accountId, password_hash: from, replaced_at: at.toString() })
          .execute();
        await forgetOldest(tx, accountId);
        return true;
      }),
  };

  async function findByEmailKey(key: string): Promise<AccountId | null> {
    const row = await db.selectFrom('credentials').select('account_id').where('email_key', '=', key).executeTakeFirst();
    return row === undefined ? null : AccountId.parse(row.account_id);
  }

  async function find(
    column: 'account_id' | 'user_name_key' | 'email_key',
    key: string,
  ): Promise<KnownCredentials | null> {
    const row = await db
      .selectFrom('credentials')
      .select(['account_id', 'password_hash', 'changed_at', 'email_key'])
      .where(column, '=', key)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      accountId: AccountId.parse(row.account_id),
      passwordHash: row.password_hash as string,
      passwordChosenAt: Temporal.Instant.fromEpochMilliseconds((row.changed_at as Date).getTime()),
      isDecoy: row.email_key === null,
    };
  }

  async function release(accountId: AccountId): Promise<void> {
    await db.deleteFrom('credentials').where('account_id', '=', accountId).where('confirmed_at', 'is', null).execute();
  }

  /** False when the place of the account, the user name or the address is taken. */
  async function insert(reservation: Omit<CredentialsReservation, 'email'>, key: string | null): Promise<boolean> {
    const result = await db
      .insertInto('credentials')
      .values({
        account_id: reservation.accountId,
        user_name_key: userNameKey(reservation.userName),
        email_key: key,
        password_hash: reservation.passwordHash,
        changed_at: reservation.at.toString(),
        reserved_at: reservation.at.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n;
  }

  async function holderOf(reservation: CredentialsReservation): Promise<ReservationResult | null> {
    const nameKey = userNameKey(reservation.userName);
    const rows: readonly Row[] = await db
      .selectFrom('credentials')
      .select(holderColumns)
      .where((where) =>
        where.or([
          where('account_id', '=', reservation.accountId),
          where('user_name_key', '=', nameKey),
          where('email_key', '=', emailKey(reservation.email)),
        ]),
      )
      .orderBy(sql`user_name_key = ${nameKey}`, 'desc')
      .execute()
      .then((found) => found as Row[]);
    const own = rows.find((row) => row.account_id === reservation.accountId);
    if (own !== undefined && own.email_key !== null) return { ok: true };
    const holder = rows.find((row) => row !== own);
    if (holder === undefined) {
      // The address is free by now: what was kept as a decoy becomes the account.
      if (own !== undefined) await release(reservation.accountId);
      return null;
    }
    return holding(holder, holder.user_name_key === nameKey ? 'userName' : 'email');
  }
}

function holding(row: Row, taken: ReservationHolder['taken']): ReservationHolder {
  return {
    ok: false,
    taken,
    by: AccountId.parse(row.account_id),
    unconfirmedSince:
      row.confirmed_at === null ? Temporal.Instant.fromEpochMilliseconds(row.reserved_at.getTime()) : null,
    isDecoy: row.email_key === null,
  };
}

/** The present password is one of those that may not be chosen again; so many before it. */
const keptBefore = passwordPolicy.historyLength - 1;

async function forgetOldest(tx: Db, accountId: AccountId): Promise<void> {
  await sql`
    delete from password_history where account_id = ${accountId} and id not in (
      select id from password_history where account_id = ${accountId} order by id desc limit ${keptBefore}
    )`.execute(tx);
}
