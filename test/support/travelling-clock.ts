import type { Clock } from '../../commands/ports.js';
import { Temporal } from '../../domain/kernel/time.js';

const berlin = 'Europe/Berlin';

/** Ticks as the clock of the machine does, and can be put forward. */
export type TravellingClock = Clock & {
  travel(duration: Temporal.DurationLike): void;
  travelTo(instant: Temporal.Instant): void;
};

export function travellingClock(): TravellingClock {
  let ahead = Temporal.Duration.from({ seconds: 0 });
  const now = () => Temporal.Now.instant().add(ahead);
  const travel = (duration: Temporal.DurationLike) => void (ahead = ahead.add(duration));
  return { now, travel, travelTo: (instant) => travel(instant.since(now())) };
}

/** The next time that clocks in Berlin show this, today or tomorrow. */
export function nextInBerlin({ now }: Clock, time: string): Temporal.Instant {
  const local = now().toZonedDateTimeISO(berlin);
  const today = local.toPlainDate().toZonedDateTime({ timeZone: berlin, plainTime: time });
  return (Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })).toInstant();
}
