import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { ServerSecrets } from '../crypto/secrets.js';
import { shortMemory } from '../short-memory.js';
import type { OpenSession, RefreshRefusal, Sessions } from './port.js';

/** A session ends when it was not refreshed for this long. */
export const sessionLifetime = Temporal.Duration.from({ hours: 30 * 24 });

/** However often it is refreshed, after this long its owner signs in again. */
export const longestSession = Temporal.Duration.from({ hours: 90 * 24 });

/** A visit of the demonstration account ends after this long, however often it is refreshed. */
export const longestVisit = Temporal.Duration.from({ hours: 12 });

/** A second factor counts for a working day (NIST SP 800-63B, 4.2.3). */
export const secondFactorLifetime = Temporal.Duration.from({ hours: 12 });

/**
 * Two tabs may refresh at the same moment; only a token that comes back later than this after it was changed is taken as
 * stolen, and ends the session (RFC 9700, section 4.14.2).
 */
const reuseGrace = Temporal.Duration.from({ seconds: 30 });

/** Kept after their end, so that their owner and support can look back; visits, which are nobody’s, are not. */
const retention = Temporal.Duration.from({ hours: 30 * 24 });

/** For so long another node may not know that a session has ended: a live view of it ends within two seconds. */
const activityKnownForMs = 500;

type Row = {
  readonly id: string;
  readonly account_id: string;
  readonly refresh_hash: Buffer;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly second_factor_at: Date | null;
  readonly is_visit: boolean;
  /** Those that were changed within the grace before the last change. */
  readonly former_tokens: readonly FormerToken[];
};

type FormerToken = { readonly hash: string; readonly changedAt: string };

/**
 * Table `sessions`; a browser that is signed out is shown no incidents any more (`push_subscriptions`). Refresh tokens are `sessionId.nonce+mac`; only the SHA-256 of the newest is stored. The MAC shows
 * that we made a token for this session, so that the reuse of any old one is noticed, however long ago it was changed.
 */
export function postgresSessions(db: Db, secrets: ServerSecrets): Sessions {
  const tokenKey = secrets.keyFor('refresh-token');

  const cache = shortMemory(standing, activityKnownForMs);

  return {
    async open(accountId, { userAgent, secondFactor, isVisit = false }, at) {
      const session = newSession(randomUUID(), accountId, { at, openedAt: at, isVisit });
      await db
        .insertInto('sessions')
        .values({
          id: session.sessionId,
          account_id: accountId,
          refresh_hash: hashOf(session.refreshToken),
          created_at: at.toString(),
          last_used_at: at.toString(),
          expires_at: session.expiresAt.toString(),
          user_agent: userAgent?.slice(0, 300) ?? null,
          second_factor_at: secondFactor ? at.toString() : null,
          is_visit: isVisit,
        })
        .execute();
      return session;
    },

    async refresh(refreshToken, at) {
      const sessionId = sessionIdOf(refreshToken);
      const row = sessionId === null ? null : await find(sessionId);
      if (sessionId === null || row === null || row.revoked_at !== null) return { ok: false, reason: 'unknown' };
      const refusal = refusalOf(row, refreshToken, at);
      if (refusal === null) return rotated(row, refreshToken, at);
      if (refusal === 'reused' && !wasJustChanged(row, refreshToken, at)) await end(sessionId, at);
      return { ok: false, reason: refusal };
    },

    async revoke(sessionId, accountId, at) {
      const row = await find(sessionId);
      if (row === null || row.account_id !== accountId) return false;
      await end(sessionId, at);
      return true;
    },

    async list(accountId, at, options) {
      const visit = options?.visit ?? null;
      const rows = await db
        .selectFrom('sessions')
        .select(['id', 'user_agent', 'second_factor_at', 'created_at', 'last_used_at'])
        .where('account_id', '=', accountId)
        .where((where) => (visit === null ? where('is_visit', '=', false) : where('id', '=', visit)))
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', at.toString())
        .orderBy('last_used_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        sessionId: row['id'],
        userAgent: row['user_agent'],
        secondFactor: row['second_factor_at'] !== null,
        openedAt: instantOf(row['created_at']),
        lastUsedAt: instantOf(row['last_used_at']),
      }));
    },

    async revokeAll(accountId, at, options) {
      const except = options?.except ?? null;
      const { rows: ended } = await sql<{ id: string }>`
        with browsers as (
          delete from push_subscriptions
          where account_id = ${accountId} and session_id is distinct from ${except}::uuid)
        update sessions set revoked_at = ${at.toString()}
        where account_id = ${accountId} and revoked_at is null and id is distinct from ${except}::uuid
        returning id`.execute(db);
      for (const { id } of ended) cache.forget(id);
    },

    async revokeByToken(refreshToken, at) {
      const sessionId = sessionIdOf(refreshToken);
      const row = sessionId === null ? null : await find(sessionId);
      if (sessionId === null || row === null) return;
      if (isOurs(sessionId, refreshToken)) await end(sessionId, at);
    },

    async removeOld(at) {
      const limit = at.subtract(retention).toString();
      const { numAffectedRows } = await sql`
        delete from sessions
        where least(expires_at, revoked_at) < case when is_visit then ${at.toString()} else ${limit} end::timestamptz`.execute(
        db,
      );
      return Number(numAffectedRows);
    },

    isActive: async (sessionId) => (await cache.ask(sessionId)) !== null,

    isVisit: async (sessionId) => (await cache.ask(sessionId))?.is_visit ?? true,

    async hasSecondFactor(sessionId, at) {
      const shownAt = (await standing(sessionId))?.second_factor_at ?? null;
      return shownAt !== null && Temporal.Instant.compare(at, instantOf(shownAt).add(secondFactorLifetime)) < 0;
    },

    async proveSecondFactor(sessionId, at) {
      const shown = { second_factor_at: at.toString() };
      await db.updateTable('sessions').set(shown).where('id', '=', sessionId).execute();
    },

    async forgetSecondFactors(accountId) {
      const none = { second_factor_at: null };
      await db.updateTable('sessions').set(none).where('account_id', '=', accountId).execute();
    },
  };

  function newSession(
    sessionId: string,
    accountId: AccountId,
    {
      at,
      openedAt,
      isVisit,
    }: { readonly at: Temporal.Instant; readonly openedAt: Temporal.Instant; readonly isVisit: boolean },
  ): OpenSession {
    const nonce = randomBytes(16);
    const secret = Buffer.concat([nonce, macOf(sessionId, nonce)]).toString('base64url');
    const ends = [at.add(sessionLifetime), openedAt.add(isVisit ? longestVisit : longestSession)] as const;
    const expiresAt = Temporal.Instant.compare(...ends) < 0 ? ends[0] : ends[1];
    return { sessionId, accountId, refreshToken: `${sessionId}.${secret}`, expiresAt };
  }

  /** 128 of 256 bits, which are as many as the nonce has. */
  function macOf(sessionId: string, nonce: Buffer): Buffer {
    return createHmac('sha256', tokenKey).update(sessionId).update(nonce).digest().subarray(0, 16);
  }

  function refusalOf(row: Row, refreshToken: string, at: Temporal.Instant): RefreshRefusal | null {
    if (!row.refresh_hash.equals(hashOf(refreshToken))) return isOurs(row.id, refreshToken) ? 'reused' : 'unknown';
    return row.expires_at.getTime() <= at.epochMilliseconds ? 'expired' : null;
  }

  /** Whether the token was made here for this session, at whatever time. */
  function isOurs(sessionId: string, refreshToken: string): boolean {
    const secret = Buffer.from(refreshToken.slice(sessionId.length + 1), 'base64url');
    return secret.length === 32 && timingSafeEqual(secret.subarray(16), macOf(sessionId, secret.subarray(0, 16)));
  }

  /** A session that has not ended; null otherwise. */
  async function standing(sessionId: string): Promise<Pick<Row, 'second_factor_at' | 'is_visit'> | null> {
    const row = await db
      .selectFrom('sessions')
      .select(['second_factor_at', 'is_visit'])
      .where('id', '=', sessionId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', new Date())
      .executeTakeFirst();
    return (row as Row | undefined) ?? null;
  }

  async function find(sessionId: string): Promise<Row | null> {
    const row = await db.selectFrom('sessions').selectAll().where('id', '=', sessionId).executeTakeFirst();
    return (row as Row | undefined) ?? null;
  }

  async function end(sessionId: string, at: Temporal.Instant): Promise<void> {
    await sql`
      with browsers as (delete from push_subscriptions where session_id = ${sessionId})
      update sessions set revoked_at = ${at.toString()} where id = ${sessionId} and revoked_at is null`.execute(db);
    cache.forget(sessionId);
  }

  /** Of two that change the same token at the same time, one wins. */
  async function rotated(row: Row, oldToken: string, at: Temporal.Instant) {
    const opened = { openedAt: instantOf(row.created_at), isVisit: row.is_visit };
    const session = newSession(row.id, AccountId.parse(row.account_id), { at, ...opened });
    const result = await db
      .updateTable('sessions')
      .set({
        refresh_hash: hashOf(session.refreshToken),
        last_used_at: at.toString(),
        expires_at: session.expiresAt.toString(),
        former_tokens: JSON.stringify([
          ...row.former_tokens.filter((token) => isWithinGrace(token, at)),
          { hash: hashOf(oldToken).toString('hex'), changedAt: at.toString() } satisfies FormerToken,
        ]),
      })
      .where('id', '=', row.id)
      .where('refresh_hash', '=', hashOf(oldToken))
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return { ok: false, reason: 'reused' } as const;
    return { ok: true, session } as const;
  }
}

/** By the time of its own change: whoever keeps changing the newest one must not cover up an older one. */
function wasJustChanged({ former_tokens }: Row, refreshToken: string, at: Temporal.Instant): boolean {
  const hash = hashOf(refreshToken).toString('hex');
  return former_tokens.some((token) => token.hash === hash && isWithinGrace(token, at));
}

function isWithinGrace({ changedAt }: FormerToken, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, Temporal.Instant.from(changedAt).add(reuseGrace)) <= 0;
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

function sessionIdOf(refreshToken: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(refreshToken)?.[1] ?? null;
}

function hashOf(refreshToken: string): Buffer {
  return createHash('sha256').update(refreshToken).digest();
}
