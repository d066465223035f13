import { v7 as uuidV7 } from 'uuid';
import { handle } from '../../commands/handle.js';
import type { Credentials } from '../../commands/ports.js';
import { accountDecider, unvalidatedKept, validationPeriod } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { unvalidatedAccounts } from '../../projections/account-queries.js';
import type { NightlyJob } from '../jobs/nightly.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';
import { finishErasures, type FinishDeps } from './finish.js';

type UnvalidatedDeps = FinishDeps & {
  readonly credentials: Pick<Credentials, 'forget' | 'forgetDecoys'>;
  readonly attempts: Pick<SignInAttempts, 'forgive'>;
};

const perRound = 100;

/** Forgets registrations whose address nobody ever validated, replaced ones among them, as erased accounts are forgotten. */
export function forgetUnvalidatedJob(
  deps: UnvalidatedDeps & { readonly onError: (error: unknown) => void },
): NightlyJob {
  return {
    name: 'forget-unvalidated',
    notBefore: '04:17',
    onError: deps.onError,
    run: (signal) => forgetUnvalidated(deps, signal),
  };
}

/** May be repeated: what is left to do is seen by the keys that are still there. */
async function forgetUnvalidated(deps: UnvalidatedDeps, signal: AbortSignal): Promise<void> {
  const now = deps.clock.now();
  await deps.credentials.forgetDecoys(now.subtract(validationPeriod));
  const registeredUntil = now.subtract(unvalidatedKept).toString();
  let after: AccountId | null = null;
  do {
    const due: readonly AccountId[] = await unvalidatedAccounts(deps.db, { registeredUntil, after, limit: perRound });
    const expired: AccountId[] = [];
    for (const accountId of due) {
      if (signal.aborted) return;
      if (await expire(deps, accountId)) expired.push(accountId);
    }
    await finishErasures(deps, expired, signal);
    after = due.at(-1) ?? null;
  } while (after !== null);
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
