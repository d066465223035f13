import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import type { ApiTokens } from '../../adapters/api-tokens/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import type { TokenScope } from '../../domain/account/access.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';
import { proveCode, type CodeRejection, type ProveCodeDeps } from './prove-code.js';
import { provePassword, type PasswordProof, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';
import { withoutRevision } from './without-revision.js';

/** Namespace of token ids that are derived from an idempotency key. */
const tokenNamespace = '9c0f4a6e-6f0d-4d0e-8f35-2a0f5f6f9b44';

export type ApiTokenDeps = ProvePasswordDeps & ProveCodeDeps & { readonly apiTokens: ApiTokens };

export type ApiTokenRejection =
  AccountRejection | PasswordRejection | CodeRejection | { readonly code: 'token.shown-before' };

type Wish = PasswordProof & {
  /** Of the second factor; null when none was given. */
  readonly code: string | null;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly plantIds: readonly PlantId[] | null;
  readonly expiresAt: Temporal.Instant;
};

type Created =
  | { readonly ok: true; readonly tokenId: string; readonly text: string; readonly createdAt: Temporal.Instant }
  | { readonly ok: false; readonly rejection: ApiTokenRejection };

/**
 * Makes a personal token (A14), with the password and, where a second factor is set up, a code: a stolen session must not
 * last longer than the session. The same account and idempotency key mean the same token, whose text is shown once.
 */
export async function createApiToken(deps: ApiTokenDeps, wish: Wish, context: CommandContext): Promise<Created> {
  const { accountId, name, scopes, plantIds, expiresAt } = wish;
  const proven = await provePassword(deps, wish);
  if (!proven.ok) return proven;
  const refused = await proveCode(deps, wish, proven.attempt, context);
  if (refused !== null) return refused;
  await proven.attempt.succeeded();
  const at = deps.clock.now();
  const key = context.idempotencyKey;
  const tokenId = key === undefined ? uuidV7() : uuidV5(`${accountId}/${key}`, tokenNamespace);
  const command = { type: 'CreateApiToken', tokenId, name, scopes, plantIds, expiresAt, at } as const;
  // The fact first: there is no token that the log does not know.
  const stream = streamOf.account(accountId);
  const handled = await handle(deps.log, accountDecider, stream, command, withoutRevision(context));
  if (!handled.ok) return handled;
  const text = await deps.apiTokens.add({ tokenId, accountId, name, scopes, plantIds, createdAt: at, expiresAt });
  return text === null ? reject({ code: 'token.shown-before' }) : { ok: true, tokenId, text, createdAt: at };
}

/** Ends a token at once; nothing happens when it has ended before. */
export async function revokeApiToken(
  deps: { readonly log: EventLog; readonly apiTokens: ApiTokens },
  {
    accountId,
    tokenId,
    at,
  }: { readonly accountId: AccountId; readonly tokenId: string; readonly at: Temporal.Instant },
  context: CommandContext,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly rejection: AccountRejection }> {
  await deps.apiTokens.revoke(accountId, tokenId, at);
  const command = { type: 'RevokeApiToken', tokenId, at } as const;
  const stream = streamOf.account(accountId);
  const handled = await handle(deps.log, accountDecider, stream, command, withoutRevision(context));
  return handled.ok ? { ok: true } : handled;
}
