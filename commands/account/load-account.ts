import { accountDecider, type AccountState } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { fold } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { EventLog } from '../ports.js';

/** The present state of an account, from its history. */
export async function loadAccount(log: Pick<EventLog, 'load'>, accountId: AccountId): Promise<AccountState> {
  const history = await log.load(streamOf.account(accountId));
  // The log decodes only events of its catalogue; a stream holds only events of its aggregate.
  return fold(accountDecider, history.events as readonly AccountEvent[]);
}
