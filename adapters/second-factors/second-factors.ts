import { sql } from 'kysely';
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Db } from '../database/port.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { ServerSecrets } from '../crypto/secrets.js';
import { unwrapKey, wrapKey } from '../event-log/personal-data.js';
import type { SecondFactors } from './port.js';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';

const periodS = 30;
/** Who begins has so long to show a code. */
const setUpTime = Temporal.Duration.from({ minutes: 30 });

type Row = {
  readonly sealed_secret: Buffer;
  readonly begun_at: Date;
  readonly confirmed_at: Date | null;
};

/**
 * Tables `second_factors` and `recovery_codes`. Secrets are sealed with a key of the master key and bound to their
 * account; of recovery codes there are only keyed hashes.
 */
export function postgresSecondFactors(db: Db, secrets: ServerSecrets, issuer: string): SecondFactors {
  const sealingKey = secrets.keyFor('totp-secret');
  const codeKey = secrets.keyFor('recovery-code');

  return {
    async status(accountId) {
      const enabled = (await find(accountId))?.confirmed_at instanceof Date;
      if (!enabled) return { enabled, recoveryCodesLeft: 0 };
      const { left } = await db
        .selectFrom('recovery_codes')
        .select(sql<number>`count(*)::int`.as('left'))
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow();
      return { enabled, recoveryCodesLeft: left };
    },

    async begin(accountId, label, at) {
      const secret = generateSecret();
      const sealed = wrapKey(sealingKey, { id: accountId, secret: Buffer.from(secret) });
      const begun = { sealed_secret: sealed, begun_at: at.toString() };
      const result = await db
        .insertInto('second_factors')
        .values({ account_id: accountId, ...begun })
        .onConflict((conflict) =>
          conflict.column('account_id').doUpdateSet(begun).where('second_factors.confirmed_at', 'is', null),
        )
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) return null;
      return { secret, uri: generateURI({ issuer, label, secret }) };
    },

    async confirm(accountId, code, at) {
      const row = await find(accountId);
      if (row === null || row.confirmed_at !== null || isOver(row, at)) return { ok: false, reason: 'not-begun' };
      const step = timeStepOf(secretOf(accountId, row), code, at);
      if (step === null) return { ok: false, reason: 'wrong' };
      const recoveryCodes = newRecoveryCodes();
      const isConfirmed = await db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('second_factors')
          .set({ confirmed_at: at.toString(), last_time_step: step })
          .where('account_id', '=', accountId)
          .where('confirmed_at', 'is', null)
          .where('sealed_secret', '=', row.sealed_secret)
          .executeTakeFirst();
        if (result.numUpdatedRows !== 1n) return false;
        await keepCodes(tx, accountId, recoveryCodes);
        return true;
      });
      return isConfirmed ? { ok: true, recoveryCodes } : { ok: false, reason: 'not-begun' };
    },

    async prove(accountId, code, at) {
      const row = await find(accountId);
      if (row === null || row.confirmed_at === null) return null;
      const step = timeStepOf(secretOf(accountId, row), code, at);
      if (step !== null) return (await spendStep(accountId, step)) ? 'totp' : null;
      return (await spendRecoveryCode(accountId, code, at)) ? 'recovery-code' : null;
    },

    async renewRecoveryCodes(accountId) {
      const recoveryCodes = newRecoveryCodes();
      const isRenewed = await db.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('second_factors')
          .select('account_id')
          .where('account_id', '=', accountId)
          .where('confirmed_at', 'is not', null)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return false;
        await keepCodes(tx, accountId, recoveryCodes);
        return true;
      });
      return isRenewed ? recoveryCodes : null;
    },

    async remove(accountId) {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('second_factors').where('account_id', '=', accountId).execute();
        await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
      });
    },
  };

  /** In the place of those before them. */
  async function keepCodes(tx: Db, accountId: AccountId, codes: readonly string[]): Promise<void> {
    await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
    const hashes = codes.map((text) => recoveryCodeHash(codeKey, accountId, text));
    const rows = hashes.map((code_hash) => ({ account_id: accountId, code_hash }));
    await tx.insertInto('recovery_codes').values(rows).execute();
  }

  async function find(accountId: AccountId): Promise<Row | null> {
    const row = await db
      .selectFrom('second_factors')
      .select(['sealed_secret', 'begun_at', 'confirmed_at'])
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return (row as Row | undefined) ?? null;
  }

  function secretOf(accountId: AccountId, { sealed_secret: sealed }: Row): string {
    return unwrapKey(sealingKey, accountId, sealed).secret.toString();
  }

  /** A time step is accepted once, and none before it any more, however many ask at the same moment. */
  async function spendStep(accountId: AccountId, step: number): Promise<boolean> {
    const result = await db
      .updateTable('second_factors')
      .set({ last_time_step: step })
      .where('account_id', '=', accountId)
      .where('last_time_step', '<', step)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }

  async function spendRecoveryCode(accountId: AccountId, code: string, at: Temporal.Instant): Promise<boolean> {
    const result = await db
      .updateTable('recovery_codes')
      .set({ used_at: at.toString() })
      .where('account_id', '=', accountId)
      .where('code_hash', '=', recoveryCodeHash(codeKey, accountId, code))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }
}

/** The time step whose code this is, of the present one and its two neighbours; null when it is none of theirs. */
function timeStepOf(secret: string, code: string, at: Temporal.Instant): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(at.epochMilliseconds / 1000);
  const result = verifySync({ secret, token, epoch, period: periodS, epochTolerance: periodS });
  return result.valid ? Math.floor(epoch / periodS) + result.delta : null;
}

function isOver({ begun_at: begunAt }: Row, at: Temporal.Instant): boolean {
  const end = Temporal.Instant.fromEpochMilliseconds(begunAt.getTime()).add(setUpTime);
  return Temporal.Instant.compare(at, end) > 0;
}
