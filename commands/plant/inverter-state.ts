import type { Temporal } from '../../domain/kernel/time.js';
import type { PlacedInverter } from '../../domain/plant/state.js';
import type { InverterState } from '../../domain/production/condition.js';
import type { Sighting } from '../ports.js';
import { isReporting } from './judge-inverter.js';

/** Whether the device of a place sends: one rule for the list of inverters and for the state of their plant. */
export function inverterState(
  { activatedAt }: Pick<PlacedInverter, 'activatedAt'>,
  sighting: Sighting | null | undefined,
  now: Temporal.Instant,
): InverterState {
  if (activatedAt === null) return 'claimOpen';
  if (sighting === null || sighting === undefined) return 'awaitingData';
  if (!isReporting(sighting.lastSeenAt, now)) return 'silent';
  return sighting.isOtherDevice ? 'otherDevice' : 'reporting';
}
