import { accountDecider } from '../../domain/account/account.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, Credentials, EventLog } from '../ports.js';
import { withoutRevision } from './without-revision.js';

type ResendValidationDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmail'>;
  readonly clock: Clock;
};

/** Sends the validation mail again where there is an account that waits for it; tells nobody whether there is one. */
export async function resendValidation(
  deps: ResendValidationDeps,
  email: string,
  context: CommandContext,
): Promise<void> {
  const accountId = await deps.credentials.findByEmail(email);
  if (accountId === null) return;
  const command = { type: 'RequestValidationMail', at: deps.clock.now() } as const;
  await handle(deps.log, accountDecider, streamOf.account(accountId), command, withoutRevision(context));
}
