import type { AccountId, RepairOrderId } from '../../domain/kernel/ids.js';
import { owes } from '../../domain/repair/repair-order.js';
import { agreedStatuses, isDeviceAway } from '../../domain/repair/state.js';
import type { CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { commandRepair, loadRepair } from './repair-orders.js';

export type LeaveRepairsDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly repairIdsOf: (accountId: AccountId) => Promise<readonly RepairOrderId[]>;
};

/**
 * Whoever goes throws their drafts away and takes back what they asked for. An agreed repair stays: it is a contract, the
 * device comes back, and until then the office knows where to (Art. 17 (3) GDPR). May be repeated.
 */
export async function leaveRepairs(
  deps: LeaveRepairsDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<void> {
  const by = { kind: 'customer', accountId } as const;
  for (const repairOrderId of await deps.repairIdsOf(accountId)) {
    const { status } = await loadRepair(deps.log, repairOrderId);
    if (status === 'draft') await commandRepair(deps, repairOrderId, by, { type: 'DiscardRepairDraft' }, context);
    if (status !== 'requested' && status !== 'offered') continue;
    await commandRepair(deps, repairOrderId, by, { type: 'WithdrawRepair' }, context);
  }
}

/** Whether the account has a contract about a device that is not back yet, or not paid for. */
export async function hasAgreedRepair(
  deps: Pick<LeaveRepairsDeps, 'log' | 'repairIdsOf'>,
  accountId: AccountId,
): Promise<boolean> {
  for (const repairOrderId of await deps.repairIdsOf(accountId)) {
    const repair = await loadRepair(deps.log, repairOrderId);
    if (repair.status === 'none') continue;
    const isAgreed = agreedStatuses.some((one) => one === repair.status);
    if (isAgreed || isDeviceAway(repair) || owes(repair)) return true;
  }
  return false;
}
