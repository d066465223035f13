import { isTableMissing } from '../database/port.js';
import { startRounds, type Rounds } from '../rounds.js';
import type { Clock } from '../../commands/ports.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { lookAt, type LookDeps } from './look.js';
import { alertPlan, type AlertPlan } from './plan.js';

/** So many plants are looked at with one round of questions. */
const batch = 500;
/** While the database answers the one, the other is judged. */
const lanes = 2;

export type AlertWorkerOptions = LookDeps & {
  readonly clock: Clock;
  readonly pollMs?: number;
};

/**
 * Looks at watched plants when they are due, on every worker: each plant is taken by one. After a break each plant is looked
 * at once, as it is now; what was missed is not made up for, so that nobody is flooded.
 */
export function startAlertWorker(options: AlertWorkerOptions): Rounds {
  const { pool, clock, onTrouble, pollMs = 2_000 } = options;
  const plan = alertPlan(pool);
  let plannedTo = -1n;
  let errorsTo: bigint | null = null;

  async function round(signal: AbortSignal): Promise<boolean> {
    const listeningSinceS = await plan.listen(clock.now());
    plannedTo = await plan.planChanged(plannedTo, clock.now());
    errorsTo = await plan.planErrors(errorsTo ?? (await plan.newestError()), clock.now());
    await lookAtDue(options, plan, { listeningSinceS, now: () => clock.now(), signal });
    return false;
  }

  return startRounds({
    round,
    pauseMs: pollMs,
    // Before the read models have made their tables there is nothing to look at.
    onTrouble: (error) => {
      if (!isTableMissing(error)) onTrouble(error);
    },
  });
}

type Due = {
  readonly listeningSinceS: number;
  readonly now: () => Temporal.Instant;
  readonly signal: AbortSignal;
};

/** Looks at plants until none is due any more. */
export async function lookAtDue(deps: LookDeps, plan: AlertPlan, { listeningSinceS, now, signal }: Due): Promise<void> {
  async function lane(): Promise<void> {
    while (!signal.aborted) {
      const at = now();
      const taken = await plan.take(at, batch);
      if (taken.length === 0) return;
      const plantIds = taken.map(({ plantId }) => plantId);
      const due = await lookAt(deps, plantIds, { now: at, listeningSinceS });
      await plan.done(
        taken.flatMap((one) => {
          const dueAtS = due.get(one.plantId);
          return dueAtS === undefined ? [] : [{ ...one, dueAtS }];
        }),
      );
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
}
