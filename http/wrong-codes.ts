import type { Clock } from '../commands/ports.js';
import { Temporal } from '../domain/kernel/time.js';

const windowLength = Temporal.Duration.from({ hours: 1 });
const accountsAtMost = 10_000;

/**
 * Counts the wrong activation codes of each account within an hour: a list must not be a faster way of trying codes out
 * than the form for a single inverter, which allows 20 a minute. In memory, like the limits on requests.
 */
export function wrongCodes(clock: Clock, maxPerHour = 1_200) {
  const counted = new Map<string, { readonly until: Temporal.Instant; readonly count: number }>();
  const current = (accountId: string) => {
    const entry = counted.get(accountId);
    return entry !== undefined && Temporal.Instant.compare(entry.until, clock.now()) > 0 ? entry : undefined;
  };
  return {
    isSpent: (accountId: string): boolean => (current(accountId)?.count ?? 0) >= maxPerHour,
    add(accountId: string, count: number): void {
      if (count === 0) return;
      const entry = current(accountId) ?? { until: clock.now().add(windowLength), count: 0 };
      counted.delete(accountId);
      counted.set(accountId, { ...entry, count: entry.count + count });
      const [oldest] = counted.keys();
      if (counted.size > accountsAtMost && oldest !== undefined) counted.delete(oldest);
    },
  };
}
