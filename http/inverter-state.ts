import { isReporting } from '../commands/plant/judge-inverter.js';
import type { Temporal } from '../domain/kernel/time.js';
import type { PlacedInverter } from '../domain/plant/state.js';

export type InverterState = 'claimOpen' | 'awaitingData' | 'reporting' | 'silent';

/** Whether the device of a place sends: one rule for the list of inverters and for the state of their plant. */
export function inverterState(
  { activatedAt }: Pick<PlacedInverter, 'activatedAt'>,
  lastSeenAt: Temporal.Instant | null | undefined,
  now: Temporal.Instant,
): InverterState {
  if (activatedAt === null) return 'claimOpen';
  if (lastSeenAt === null || lastSeenAt === undefined) return 'awaitingData';
  return isReporting(lastSeenAt, now) ? 'reporting' : 'silent';
}
