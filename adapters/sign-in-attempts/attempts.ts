import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../database/port.js';
import { accountLock, addressLock, lockedUntil, noFailures } from '../../domain/account/lock-out.js';
import { withFailure, withoutFailure, type Failures, type LockRule } from '../../domain/account/lock-out.js';
import { userNameKey } from '../../domain/account/user-name.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { ServerSecrets } from '../crypto/secrets.js';
import { sharedAddress } from './address.js';
import type { Attempt, AttemptRejection, SignInAttempts, Tried } from './port.js';

type Counter = { readonly subject: string; readonly rule: LockRule; readonly code: AttemptRejection['code'] };

/** Longer than any lock and any window. */
const retention = Temporal.Duration.from({ hours: 24 });

/**
 * Table `sign_in_failures`, one row an account, unknown name or address that something failed for; names and addresses
 * only as keyed hashes.
 */
export function postgresSignInAttempts(db: Db, secrets: ServerSecrets): SignInAttempts {
  const key = secrets.keyFor('sign-in-failures');
  const hashOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  const ofAddress = (address: string) => `address/${hashOf(`address/${sharedAddress(address)}`)}`;

  function countersOf(tried: Tried, address: string): readonly [Counter, Counter] {
    const subject =
      'accountId' in tried ? ofAccount(tried.accountId) : `name/${hashOf(`name/${userNameKey(tried.userName)}`)}`;
    return [
      { subject: ofAddress(address), rule: addressLock, code: 'request.rate-limited' },
      { subject, rule: accountLock, code: 'account.locked' },
    ];
  }

  return {
    begin: (tried, address, at) =>
      db.transaction().execute(async (tx) => {
        const counters = countersOf(tried, address);
        // Always the address first: two attempts never wait for each other.
        for (const { subject, code } of counters) {
          const until = lockedUntil(await locked(tx, subject), at);
          if (until !== null) return { ok: false, rejection: { code, until } };
        }
        for (const { subject, rule } of counters) {
          await change(tx, subject, at, (failures) => withFailure(failures, rule, at));
        }
        return { ok: true, attempt: attemptOf(counters, at) };
      }),

    countAgainst: (address, at) =>
      db
        .transaction()
        .execute((tx) =>
          change(tx, ofAddress(address), at, (failures) =>
            lockedUntil(failures, at) === null ? withFailure(failures, addressLock, at) : failures,
          ),
        ),

    async forgive(accountId) {
      await db.deleteFrom('sign_in_failures').where('subject', '=', ofAccount(accountId)).execute();
    },

    async lockedUntil(accountId, at) {
      const { rows } = await sql<{ locked_until: Date | null }>`
        select locked_until from sign_in_failures where subject = ${ofAccount(accountId)}`.execute(db);
      const until = rows[0]?.locked_until ?? null;
      if (until === null) return null;
      return lockedUntil({ ...noFailures, lockedUntil: Temporal.Instant.fromEpochMilliseconds(until.getTime()) }, at);
    },

    async removeOld(at) {
      const result = await db
        .deleteFrom('sign_in_failures')
        .where('changed_at', '<', at.subtract(retention).toString())
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };

  function attemptOf([address, account]: readonly [Counter, Counter], at: Temporal.Instant): Attempt {
    const takeBack = (tx: Tx, { subject, rule }: Counter) =>
      change(tx, subject, at, (failures) => withoutFailure(failures, rule, at));
    return {
      // Whoever has an account of their own must not wash an address clean with it.
      succeeded: () =>
        db.transaction().execute(async (tx) => {
          await takeBack(tx, address);
          await change(tx, account.subject, at, () => noFailures);
        }),
      takenBack: () =>
        db.transaction().execute(async (tx) => {
          await takeBack(tx, address);
          await takeBack(tx, account);
        }),
    };
  }
}

const ofAccount = (accountId: AccountId) => `account/${accountId}`;

/** What is known of the subject, which nobody else changes before the transaction has ended. */
async function locked(tx: Tx, subject: string): Promise<Failures> {
  await sql`
    insert into sign_in_failures (subject, failed_at, changed_at) values (${subject}, '[]', now())
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ failed_at: readonly string[]; locked_until: string | null }>`
    select failed_at, to_jsonb(locked_until) #>> '{}' as locked_until
    from sign_in_failures where subject = ${subject} for update`.execute(tx);
  const [row] = rows;
  if (row === undefined) return locked(tx, subject);
  return {
    failedAt: row.failed_at.map((text) => Temporal.Instant.from(text)),
    lockedUntil: row.locked_until === null ? null : Temporal.Instant.from(row.locked_until),
  };
}

async function change(
  tx: Tx,
  subject: string,
  at: Temporal.Instant,
  decide: (failures: Failures) => Failures,
): Promise<void> {
  const { failedAt, lockedUntil: until } = decide(await locked(tx, subject));
  await tx
    .updateTable('sign_in_failures')
    .set({
      failed_at: JSON.stringify(failedAt.map(String)),
      locked_until: until?.toString() ?? null,
      changed_at: at.toString(),
    })
    .where('subject', '=', subject)
    .execute();
}
