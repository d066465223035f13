import { addDays, instantOf, legalDay } from '../licence/calendar.js';

/** Days in which a consumer may withdraw from a contract, the day of its conclusion not counted (§ 355 (2), § 187 (1) BGB). */
const withdrawalDays = 14;

/**
 * The instant (RFC 3339) at which the period of withdrawal is over for a contract that was concluded at an instant: the end of
 * the fourteenth day after it in Germany, or of the next working day (§ 193 BGB).
 */
export function withdrawalEnds(acceptedAt: string): string {
  let day = addDays(legalDay(acceptedAt), withdrawalDays);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return instantOf(addDays(day, 1));
}

/** Neither Saturday nor Sunday nor a holiday of all Germany. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(day.slice(0, 4))).includes(day);
}

function holidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const movable = [-2, 1, 39, 50].map((days) => addDays(easter, days));
  return [...['01-01', '05-01', '10-03', '12-25', '12-26'].map((day) => `${year}-${day}`), ...movable];
}

/** Meeus, "Astronomical Algorithms" (1991), chapter 8. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}
