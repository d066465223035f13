import type { InverterId } from '../kernel/ids.js';
import { Temporal } from '../kernel/time.js';
import type { Claim } from './events.js';
import type { PlantState } from './state.js';

/** Whether this very device stands in this very place: what a claim of the device registry must rest on. */
export function deviceStandsIn(state: PlantState, inverterId: InverterId, serialNumber: string): boolean {
  if (state.status !== 'active') return false;
  const inverter = state.inverters.get(inverterId);
  return inverter?.serialNumber === serialNumber && !inverter.claimLapsed;
}

/**
 * How long an open claim keeps others off while its device sends nothing. Devices send every ten minutes by day, and
 * fitters claim a device days before it is switched on; a number that somebody invented must not block its owner.
 */
const openClaimLifetime = Temporal.Duration.from({ hours: 14 * 24 });

/** Whether an open claim gives way to another one: after its lifetime, or at once to the right activation code. */
export function claimYields(
  state: PlantState,
  inverterId: InverterId,
  serialNumber: string,
  to: { readonly at: string; readonly claim: Claim },
): boolean {
  if (state.status !== 'active' || !deviceStandsIn(state, inverterId, serialNumber)) return false;
  const inverter = state.inverters.get(inverterId);
  if (inverter === undefined || inverter.activatedAt !== null) return false;
  const endsAt = Temporal.Instant.from(inverter.claimedAt).add(openClaimLifetime);
  return to.claim === 'code' || Temporal.Instant.compare(Temporal.Instant.from(to.at), endsAt) >= 0;
}
