import type { AccountId, RepairOrderId } from '../../domain/kernel/ids.js';
import { loadAccount } from '../account/load-account.js';
import type { CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { chargeRepair } from './charge-repair.js';
import { commandRepair, loadRepair } from './repair-orders.js';

/**
 * The customer accepts the offer, which concludes the contract: its price is owed from now on. A consumer may withdraw for 14
 * days, and has to ask that the work begins before they are over, so that what was done until then is paid for (§ 357a BGB).
 */
export async function acceptRepairOffer(
  deps: { readonly log: EventLog; readonly clock: Clock },
  repairOrderId: RepairOrderId,
  accountId: AccountId,
  answer: { readonly offerNo: number; readonly earlyStart: boolean },
  context: CommandContext,
) {
  const repair = await loadRepair(deps.log, repairOrderId);
  const account = await loadAccount(deps.log, accountId);
  const isConsumer = account.status === 'active' && account.kind === 'consumer';
  const costs = repair.status === 'offered' && (repair.offer?.grossCents ?? 0) > 0;
  if (isConsumer && costs && repair.accountId === accountId && !answer.earlyStart) {
    return { ok: false, rejection: { code: 'repair.early-start-required' } } as const;
  }
  const by = { kind: 'customer', accountId } as const;
  const earlyStart = isConsumer ? answer.earlyStart : null;
  const wish = { type: 'AcceptRepairOffer', offerNo: answer.offerNo, earlyStart } as const;
  const handled = await commandRepair(deps, repairOrderId, by, wish, context);
  // So that it can be paid at once; the policy does it otherwise.
  if (handled.ok && handled.state.status !== 'none') await chargeRepair(deps.log, handled.state, context);
  return handled;
}
