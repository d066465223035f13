import { accountDecider } from '../../domain/account/account.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, Credentials, EventLog } from '../ports.js';

type ResendValidationDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmailKey'>;
  readonly clock: Clock;
};

/**
 * Sends the validation mail again where there is an account that waits for it. Not called by the request itself, as with
 * `requestPasswordReset`.
 */
export async function resendValidation(
  deps: ResendValidationDeps,
  emailKey: string,
  context: CommandContext,
): Promise<void> {
  const accountId = await deps.credentials.findByEmailKey(emailKey);
  if (accountId === null) return;
  const command = { type: 'RequestValidationMail', at: deps.clock.now() } as const;
  await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}
