import { Temporal } from '../kernel/time.js';

/** How long a finished archive can be fetched. */
export const exportLifetime = Temporal.Duration.from({ hours: 7 * 24 });

/** So much time lies between two archives of one account: each may read years of measured values. */
const exportInterval = Temporal.Duration.from({ hours: 1 });

/** From when an account may ask for another archive. */
export function nextExportAt(requestedAt: Temporal.Instant): Temporal.Instant {
  return requestedAt.add(exportInterval);
}
