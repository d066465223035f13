import { v7 as uuidV7 } from 'uuid';
import { accountDecider } from '../../domain/account/account.js';
import { afterNight, nextAttempt, type NightWindow } from '../../domain/account/check-schedule.js';
import { openCheck } from '../../domain/account/identity.js';
import { isVerdict } from '../../domain/account/vat-check.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog, VatIdValidator } from '../ports.js';
import { loadAccount } from './load-account.js';

type CheckVatIdDeps = {
  readonly log: EventLog;
  readonly validator: VatIdValidator;
  readonly clock: Clock;
  /** When the German tax office is not asked. */
  readonly night: NightWindow | null;
  /** From 0 to 1, exclusive: spreads the attempts of many accounts. */
  readonly random: () => number;
};

/**
 * Brings the open check of an account on, if one is due: asks its authority and records the verdict, or when to ask again.
 * The log decides what is due, so that repeated and simultaneous calls have one effect; a crash between answer and
 * record asks once more. `isMended`: the operator has mended what a check waited for without a time.
 */
export async function checkVatId(
  deps: CheckVatIdDeps,
  accountId: AccountId,
  { isMended = false }: { readonly isMended?: boolean } = {},
): Promise<void> {
  const account = await loadAccount(deps.log, accountId);
  const check = account.status === 'active' && account.identity !== null ? openCheck(account.identity) : null;
  const now = deps.clock.now();
  if (check === null || !isDue(check.nextAttemptAt, now, isMended)) return;
  const { checkId, authority, question } = check;
  const deferrals = check.deferrals + 1;
  const context: CommandContext = { actor: { kind: 'policy', id: 'check-vat-ids' }, correlationId: uuidV7() };
  const send = (command: Parameters<typeof accountDecider.decide>[0]) =>
    handle(deps.log, accountDecider, streamOf.account(accountId), command, context);

  const morning = afterNight(authority, now, deps.random(), deps.night);
  if (morning !== null) {
    const night = { cause: 'night', rawStatus: null, nextAttemptAt: morning } as const;
    await send({ type: 'DeferVatCheck', checkId, deferrals, ...night, at: now });
    return;
  }
  const result = await deps.validator.check(question);
  const at = deps.clock.now();
  if (isVerdict(result)) {
    await send({ type: 'RecordVatVerdict', checkId, verdict: result, at });
    return;
  }
  const { outcome: cause, rawStatus } = result;
  const failed = { authority, cause, attempts: deferrals, at, jitter: deps.random(), night: deps.night };
  await send({ type: 'DeferVatCheck', checkId, deferrals, cause, rawStatus, nextAttemptAt: nextAttempt(failed), at });
}

function isDue(nextAttemptAt: string | null, now: Temporal.Instant, isMended: boolean): boolean {
  if (nextAttemptAt === null) return isMended;
  return Temporal.Instant.compare(Temporal.Instant.from(nextAttemptAt), now) <= 0;
}
