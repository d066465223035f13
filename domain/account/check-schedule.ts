import { legalTimeZone, Temporal } from '../kernel/time.js';
import type { VatAuthority } from './vat-id.js';

/** Wall clock in Europe/Berlin, from inclusive, to exclusive; may span midnight: `{ from: '23:00', to: '05:00' }`. */
export type NightWindow = { readonly from: string; readonly to: string };

/**
 * Why a check has no verdict yet. `busy`: too many ask at the same time. `refused`: the authority refuses us, which is for
 * the operator to mend. `notConfigured`: nobody is there to be asked.
 */
export const deferralCauses = ['night', 'unavailable', 'busy', 'refused', 'notConfigured'] as const;
export type DeferralCause = (typeof deferralCauses)[number];

/** Attempts that waited for the morning are spread over the first minutes after it. */
const morningSpreadSeconds = 600;

/** Pauses after the first, second ... attempt in vain; the last one repeats. */
const pausesMinutes = {
  // The tax office asks to come back at another time of day, and not at once.
  unavailable: [5, 15, 60, 180, 360],
  busy: [1, 2, 5, 15, 60],
} as const;

/** The instant at which the window that an instant lies in ends; null outside. Days with 23 and 25 hours are right. */
export function endOfNight(at: Temporal.Instant, window: NightWindow): Temporal.Instant | null {
  const local = at.toZonedDateTimeISO(legalTimeZone);
  const time = local.toPlainTime();
  const isAfterStart = Temporal.PlainTime.compare(time, window.from) >= 0;
  const isBeforeEnd = Temporal.PlainTime.compare(time, window.to) < 0;
  const spansMidnight = Temporal.PlainTime.compare(window.from, window.to) > 0;
  if (spansMidnight ? !isAfterStart && !isBeforeEnd : !isAfterStart || !isBeforeEnd) return null;
  const day = local.toPlainDate().add({ days: spansMidnight && isAfterStart ? 1 : 0 });
  return day.toZonedDateTime({ timeZone: legalTimeZone, plainTime: window.to }).toInstant();
}

/**
 * When a check is attempted again after an attempt in vain; null when only the operator can bring it on. Foreign ids
 * never in the night of the German tax office. `jitter` is a random number from 0 to 1, exclusive: it spreads the
 * attempts of many accounts.
 */
export function nextAttempt(failed: {
  readonly authority: VatAuthority;
  readonly cause: Exclude<DeferralCause, 'night'>;
  /** How many attempts there were, this one included. */
  readonly attempts: number;
  readonly at: Temporal.Instant;
  readonly jitter: number;
  readonly night: NightWindow | null;
}): Temporal.Instant | null {
  const { authority, cause, attempts, at, jitter, night } = failed;
  if (cause === 'refused' || cause === 'notConfigured') return null;
  const pauses = pausesMinutes[cause];
  const minutes = pauses[Math.min(attempts, pauses.length) - 1] ?? pauses[0];
  const planned = at.add({ seconds: Math.round(minutes * 60 * (0.85 + 0.3 * jitter)) });
  return afterNight(authority, planned, jitter, night) ?? planned;
}

/** The morning to which an attempt at this instant has to wait; null when it may be made. */
export function afterNight(
  authority: VatAuthority,
  at: Temporal.Instant,
  jitter: number,
  night: NightWindow | null,
): Temporal.Instant | null {
  if (authority !== 'BZST' || night === null) return null;
  return endOfNight(at, night)?.add({ seconds: Math.floor(morningSpreadSeconds * jitter) }) ?? null;
}
