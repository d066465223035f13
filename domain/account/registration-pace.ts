import { Temporal } from '../kernel/time.js';

/** How many registrations go through without waiting; each one beyond waits twice as long as the one before it. */
export type Pace = { readonly free: number };

/** What counts: registrations of the last day. */
export const paceWindow = Temporal.Duration.from({ hours: 24 });

/** One address: more than a household, an office or a course registers in a day. */
export const addressPace: Pace = { free: 30 };

/** The network around it, of which who rents many addresses has the most. */
export const networkPace: Pace = { free: 200 };

const firstWaitS = 60;
const longestWaitS = 6 * 3_600;

/** Until when the next registration has to wait; null when it need not. `registeredAt`: those before it, the oldest first. */
export function waitsUntil(
  registeredAt: readonly Temporal.Instant[],
  { free }: Pace,
  at: Temporal.Instant,
): Temporal.Instant | null {
  const counted = withinWindow(registeredAt, at);
  const last = counted.at(-1);
  const beyond = counted.length - free;
  if (last === undefined || beyond < 0) return null;
  const until = last.add({ seconds: Math.min(firstWaitS * 2 ** beyond, longestWaitS) });
  return Temporal.Instant.compare(at, until) < 0 ? until : null;
}

/** After another registration; what is too old to count is left out. */
export function withRegistration(
  registeredAt: readonly Temporal.Instant[],
  at: Temporal.Instant,
): readonly Temporal.Instant[] {
  return [...withinWindow(registeredAt, at), at];
}

function withinWindow(registeredAt: readonly Temporal.Instant[], at: Temporal.Instant) {
  const since = at.subtract(paceWindow);
  return registeredAt.filter((instant) => Temporal.Instant.compare(instant, since) > 0);
}
