import { sql } from 'kysely';
import type { Credentials, CredentialsReservation, ReservationResult } from '../../commands/ports.js';
import { userNameKey } from '../../domain/account/user-name.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { EmailKey } from '../crypto/secrets.js';
import type { Db } from '../database/database.js';

type Row = {
  readonly account_id: string;
  readonly user_name_key: string;
  readonly confirmed_at: Date | null;
  readonly reserved_at: Date;
};

/** Table `credentials`: who may use a user name and an address, and the hash of the password. */
export function postgresCredentials(db: Db, emailKey: EmailKey): Credentials {
  return {
    async reserve(reservation) {
      for (;;) {
        if (await inserted(reservation)) return { ok: true };
        const holder = await holderOf(reservation);
        // The holder may have given up between the two statements: then the place is free, and the next try says so.
        if (holder !== null) return holder;
      }
    },
    async confirm(accountId, at) {
      await db
        .updateTable('credentials')
        .set({ confirmed_at: at.toString() })
        .where('account_id', '=', accountId)
        .where('confirmed_at', 'is', null)
        .execute();
    },
    async release(accountId) {
      await db
        .deleteFrom('credentials')
        .where('account_id', '=', accountId)
        .where('confirmed_at', 'is', null)
        .execute();
    },
    async forget(accountId) {
      await db.deleteFrom('credentials').where('account_id', '=', accountId).execute();
    },
    async findByUserName(userName) {
      const row = await db
        .selectFrom('credentials')
        .select(['account_id', 'password_hash'])
        .where('user_name_key', '=', userNameKey(userName))
        .executeTakeFirst();
      if (row === undefined) return null;
      return { accountId: AccountId.parse(row.account_id), passwordHash: row.password_hash as string };
    },
    async findByEmail(email) {
      const row = await db
        .selectFrom('credentials')
        .select('account_id')
        .where('email_key', '=', emailKey(email))
        .executeTakeFirst();
      return row === undefined ? null : AccountId.parse(row.account_id);
    },
  };

  async function inserted(reservation: CredentialsReservation): Promise<boolean> {
    const result = await db
      .insertInto('credentials')
      .values({
        account_id: reservation.accountId,
        user_name_key: userNameKey(reservation.userName),
        email_key: emailKey(reservation.email),
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
      .select(['account_id', 'user_name_key', 'confirmed_at', 'reserved_at'])
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
    if (rows.some((row) => row.account_id === reservation.accountId)) return { ok: true };
    const [holder] = rows;
    if (holder === undefined) return null;
    return {
      ok: false,
      taken: holder.user_name_key === nameKey ? 'userName' : 'email',
      by: AccountId.parse(holder.account_id),
      unconfirmedSince:
        holder.confirmed_at === null ? Temporal.Instant.fromEpochMilliseconds(holder.reserved_at.getTime()) : null,
    };
  }
}
