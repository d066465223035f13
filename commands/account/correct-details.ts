import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { accountDecider, type AccountRejection, type AccountState } from '../../domain/account/account.js';
import type { ChangeCountry, CorrectDetails } from '../../domain/account/decide-identity.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext, type Handled } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

export type DetailsDeps = { readonly log: EventLog; readonly clock: Clock };

/** Namespace of the ids of checks that are derived from an idempotency key. */
const checkNamespace = 'a0c1f0f2-6f5e-4f60-9a53-1f9d0d0a7b34';

type Answer = Promise<Handled<AccountState, AccountEvent, AccountRejection>>;

/** Corrects name, company, address and their spelling, and the language of the mails; a check of the VAT id follows where one is possible. */
export function correctDetails(
  deps: DetailsDeps,
  accountId: AccountId,
  changes: Pick<CorrectDetails, 'person' | 'language' | 'company' | 'address' | 'spelling'>,
  context: CommandContext,
): Answer {
  const command = {
    type: 'CorrectDetails',
    ...changes,
    checkId: checkIdFor(accountId, context),
    at: deps.clock.now(),
  } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

/** Asks for another check of the same data; nothing happens when the last one was a moment ago. */
export function requestVatCheck(deps: DetailsDeps, accountId: AccountId, context: CommandContext): Answer {
  const command = {
    type: 'RequestVatCheck',
    reason: 'asked',
    checkId: checkIdFor(accountId, context),
    at: deps.clock.now(),
  } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

/** A repeated wish means the same check. */
function checkIdFor(accountId: AccountId, { idempotencyKey }: CommandContext): string {
  return idempotencyKey === undefined ? uuidV7() : uuidV5(`${accountId}/${idempotencyKey}`, checkNamespace);
}

/** A10: the office moves an account to another country; what it may use and buy follows from that at once. */
export function changeCountry(
  deps: DetailsDeps,
  accountId: AccountId,
  change: Pick<ChangeCountry, 'address' | 'reason'>,
  context: CommandContext,
): Answer {
  const checkId = checkIdFor(accountId, context);
  const command = { type: 'ChangeCountry', ...change, checkId, at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

/** A9: the operator confirms a business outside the EU. */
export function confirmBusiness(
  deps: DetailsDeps,
  accountId: AccountId,
  evidence: string,
  context: CommandContext,
): Answer {
  const command = { type: 'ConfirmBusiness', evidence, at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}
