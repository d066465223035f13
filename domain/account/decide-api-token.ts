import { accept, assertNever, reject, type Decision } from '../kernel/decider.js';
import { Temporal } from '../kernel/time.js';
import { isInForce, longestTokenYears, maxApiTokens } from './api-token.js';
import type { AccountRejection, ApiTokenCommand } from './commands.js';
import type { AccountEvent } from './events.js';
import type { AccountState } from './state.js';

/** The facts about the personal tokens of an account (A14). */
export function decideApiToken(
  command: ApiTokenCommand,
  state: AccountState,
): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { accountId, apiTokens } = state;
  switch (command.type) {
    case 'CreateApiToken': {
      const { tokenId, name, scopes, plantIds, expiresAt, at } = command;
      if (!isAllowedExpiry(expiresAt, at)) return reject({ code: 'token.expiry-not-allowed' });
      const inForce = [...apiTokens.values()].filter((token) => isInForce(token, at));
      if (inForce.length >= maxApiTokens) return reject({ code: 'token.too-many' });
      const token = { tokenId, name, scopes, plantIds, expiresAt: expiresAt.toString() };
      return accept<AccountEvent>({
        type: 'ApiTokenCreated',
        data: { accountId, ...token, createdAt: at.toString() },
      });
    }
    case 'RevokeApiToken': {
      const { tokenId, at } = command;
      const token = apiTokens.get(tokenId);
      if (token === undefined) return reject({ code: 'token.not-found' });
      if (token.isRevoked) return accept<AccountEvent>();
      return accept<AccountEvent>({
        type: 'ApiTokenRevoked',
        data: { accountId, tokenId, revokedAt: at.toString() },
      });
    }
    default:
      return assertNever(command);
  }
}

function isAllowedExpiry(expiresAt: Temporal.Instant, at: Temporal.Instant): boolean {
  const latest = at.toZonedDateTimeISO('UTC').add({ years: longestTokenYears }).toInstant();
  return Temporal.Instant.compare(expiresAt, at) > 0 && Temporal.Instant.compare(expiresAt, latest) <= 0;
}
