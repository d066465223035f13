import { v7 as uuidV7 } from 'uuid';
import { handle } from '../../commands/handle.js';
import type { Credentials } from '../../commands/ports.js';
import { accountDecider, unvalidatedKept, validationPeriod } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { unvalidatedAccounts, type UnvalidatedCursor } from '../../projections/account-queries.js';
import type { Page } from '../../projections/engine/page.js';
import type { NightlyJob } from '../jobs/nightly.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';
import { finishErasures, type FinishDeps } from './finish.js';

type UnvalidatedDeps = FinishDeps & {
  readonly credentials: Pick<Credentials, 'forget' | 'forgetDecoys'>;
  readonly attempts: Pick<SignInAttempts, 'forgive'>;
};

const perRound = 100;
/** What was over when the work was done last is finished, but for what the read model did not know then. */
const lookBackDays = 7;

/** Forgets registrations whose address nobody ever validated, replaced ones among them, as erased accounts are forgotten. */
export function forgetUnvalidatedJob(
  deps: UnvalidatedDeps & { readonly onError: (error: unknown) => void },
): NightlyJob {
  return {
    name: 'forget-unvalidated',
    notBefore: '04:17',
    onError: deps.onError,
    run: (signal, doneFor) => forgetUnvalidated(deps, signal, doneFor),
  };
}

/** May be repeated: what is left to do is seen by the keys that are still there. */
async function forgetUnvalidated(deps: UnvalidatedDeps, signal: AbortSignal, doneFor?: string): Promise<void> {
  const now = deps.clock.now();
  await deps.credentials.forgetDecoys(now.subtract(validationPeriod));
  const registeredUntil = now.subtract(unvalidatedKept).toString();
  const overSince = doneFor === undefined ? null : daysBefore(doneFor, lookBackDays);
  for (let after: UnvalidatedCursor | null = null; ;) {
    const wish = { registeredUntil, overSince, after, limit: perRound };
    const { items, next }: Page<AccountId, UnvalidatedCursor> = await unvalidatedAccounts(deps.db, wish);
    const expired: AccountId[] = [];
    for (const accountId of items) {
      if (signal.aborted) return;
      if (await expire(deps, accountId)) expired.push(accountId);
    }
    await finishErasures(deps, expired, signal);
    if (next === null) return;
    after = next;
  }
}

function daysBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

/**
 * First the fact, which makes the link worthless. There was never a session or a plant; invitations to the address are not
 * touched, since they belong to whoever reads its mail.
 */
async function expire(deps: UnvalidatedDeps, accountId: AccountId): Promise<boolean> {
  const context = { actor: { kind: 'system', id: 'registration' }, correlationId: uuidV7() } as const;
  const command = { type: 'ExpireRegistration', at: deps.clock.now() } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  // The link was followed in this very moment.
  if (!handled.ok || handled.state.status !== 'expired') return false;
  await deps.attempts.forgive(accountId);
  await deps.credentials.forget(accountId);
  return true;
}
