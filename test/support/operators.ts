import { randomUUID } from 'node:crypto';
import { createOperator } from '../../commands/account/create-operator.js';
import { handle } from '../../commands/handle.js';
import type { OperatorRole } from '../../domain/account/access.js';
import { accountDecider } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { Portal } from './portal.js';
import { callJson } from './owner.js';

type Factors = { readonly secondFactor: boolean };

/** An account with these roles that has chosen its password, behind the back of the doors. */
export async function newOperator({ system }: Portal, roles: readonly OperatorRole[]): Promise<AccountId> {
  const userName = `operator-${randomUUID().slice(0, 8)}`;
  const wish = { userName, email: `${userName}@example.org`, language: 'de', grant: roles, revoke: [] } as const;
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  const created = await createOperator(system, wish, context);
  if (!created.ok) throw new Error(created.rejection.code);
  const activate = { type: 'ActivateOperatorAccount', at: system.clock.now() } as const;
  const handled = await handle(system.log, accountDecider, streamOf.account(created.accountId), activate, context);
  if (!handled.ok) throw new Error(handled.rejection.code);
  if (handled.position !== null) await system.readModels.waitFor(handled.position);
  return created.accountId;
}

/** A session of an account, as if it had signed in with or without a second factor; `from` is the address it uses. */
export async function sessionOf(
  { system, url }: Portal,
  accountId: AccountId,
  { secondFactor }: Factors,
  from = '10.9.0.1',
): Promise<{ readonly sessionId: string; readonly accessToken: string; readonly headers: Record<string, string> }> {
  const opened = await system.sessions.open(accountId, { userAgent: 'Test', secondFactor }, system.clock.now());
  const { body } = await callJson(
    `${url}/api/v1/sessions/refresh`,
    'POST',
    { refreshToken: opened.refreshToken },
    { 'x-forwarded-for': from },
  );
  const { accessToken } = body;
  return { sessionId: opened.sessionId, accessToken, headers: { authorization: `Bearer ${accessToken}` } };
}
