import type { Db } from '../database/port.js';
import type { Clock } from '../../commands/ports.js';
import { TokenScope } from '../../domain/account/access.js';
import { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { shortMemory } from '../short-memory.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';
import { lastUses } from './last-uses.js';
import type { ApiTokens, TokenGrant, TokenView } from './port.js';
import { isTokenText, newTokenText, tokenHash } from './token-text.js';

/** For so long another node may not know that a token was revoked: a live view with it ends within two seconds. */
const knownForMs = 500;
/** A program that tries the same unknown token again and again is not guessing: it counts once. */
const unknownForMs = 3_600_000;

/** Kept after their end, so that a program with an old one is not taken for somebody who guesses. */
const retention = Temporal.Duration.from({ hours: 365 * 24 });
/** For so long the owner sees that a token has expired. */
const shownExpired = Temporal.Duration.from({ hours: 90 * 24 });

type Known = { readonly grant: TokenGrant; readonly expiresAt: Temporal.Instant; readonly isRevoked: boolean };

/** Table `api_tokens`: of each token the SHA-256 of its text, by which it is looked up. */
export function postgresApiTokens(
  db: Db,
  deps: {
    readonly attempts: Pick<SignInAttempts, 'countAgainst'>;
    readonly clock: Clock;
    readonly onError: (error: unknown) => void;
  },
): ApiTokens {
  const { attempts, clock } = deps;
  const uses = lastUses(db, deps);
  const byHash = shortMemory((hash) => find('token_hash', Buffer.from(hash, 'hex')), knownForMs);
  const byId = shortMemory((id) => find('id', id), knownForMs);
  const counted = shortMemory(async (place: string) => {
    await attempts.countAgainst(place.slice(place.indexOf(' ') + 1), clock.now());
  }, unknownForMs);

  return {
    async add({ tokenId, accountId, name, scopes, plantIds, createdAt, expiresAt }) {
      const text = newTokenText();
      const result = await db
        .insertInto('api_tokens')
        .values({
          id: tokenId,
          account_id: accountId,
          token_hash: tokenHash(text),
          name,
          scopes: [...scopes],
          plant_ids: plantIds === null ? null : [...plantIds],
          created_at: createdAt.toString(),
          expires_at: expiresAt.toString(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? text : null;
    },

    async list(accountId) {
      const since = clock.now().subtract(shownExpired);
      const rows = await db
        .selectFrom('api_tokens')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', since.toString())
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row): TokenView => {
        const { tokenId, scopes, plantIds } = grantOf(row);
        const written = row['last_used_at'] === null ? null : instantOf(row['last_used_at']);
        return {
          ...{ tokenId, scopes, plantIds, name: row['name'] },
          createdAt: instantOf(row['created_at']),
          expiresAt: instantOf(row['expires_at']),
          lastUsedAt: uses.of(tokenId) ?? written,
        };
      });
    },

    revoke: (accountId, tokenId, at) => end(accountId, at, tokenId),
    revokeAll: (accountId, at) => end(accountId, at),

    async use(text, address) {
      if (!isTokenText(text)) return null;
      const hash = tokenHash(text).toString('hex');
      const known = await byHash.ask(hash);
      if (known === null) {
        await counted.ask(`${hash} ${address}`);
        return null;
      }
      if (!isInForce(known)) return null;
      uses.note(known.grant.tokenId);
      return known.grant;
    },

    async isActive(tokenId) {
      const known = await byId.ask(tokenId);
      return known !== null && isInForce(known);
    },

    async removeOld(at) {
      const limit = at.subtract(retention).toString();
      const result = await db
        .deleteFrom('api_tokens')
        .where((where) => where.or([where('expires_at', '<', limit), where('revoked_at', '<', limit)]))
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },

    close: () => uses.close(),
  };

  function isInForce({ expiresAt, isRevoked }: Known): boolean {
    return !isRevoked && Temporal.Instant.compare(clock.now(), expiresAt) < 0;
  }

  async function find(column: 'token_hash' | 'id', value: Buffer | string): Promise<Known | null> {
    const row = await db.selectFrom('api_tokens').selectAll().where(column, '=', value).executeTakeFirst();
    if (row === undefined) return null;
    return { grant: grantOf(row), expiresAt: instantOf(row['expires_at']), isRevoked: row['revoked_at'] !== null };
  }

  async function end(accountId: AccountId, at: Temporal.Instant, tokenId?: string): Promise<void> {
    let ended = db
      .updateTable('api_tokens')
      .set({ revoked_at: at.toString() })
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null);
    if (tokenId !== undefined) ended = ended.where('id', '=', tokenId);
    for (const row of await ended.returning(['id', 'token_hash']).execute()) {
      byId.forget(row['id']);
      byHash.forget(row['token_hash'].toString('hex'));
    }
  }
}

function grantOf(row: Readonly<Record<string, unknown>>): TokenGrant {
  const plantIds = row['plant_ids'];
  return {
    tokenId: String(row['id']),
    accountId: AccountId.parse(row['account_id']),
    scopes: TokenScope.array().parse(row['scopes']),
    plantIds: plantIds === null ? null : PlantId.array().parse(plantIds),
  };
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
