import { addDays, addMonths, addYears, monthStart, yearStart } from '../charts/time.js';
import type { View } from './view.js';

/** Calendar days that a view shows, a week those up to `date`; `to` is exclusive. */
export type Range = { readonly from: string; readonly to: string };

export function rangeOf(view: Exclude<View, 'total'> | 'week', date: string): Range {
  if (view === 'week') return { from: addDays(date, -6), to: addDays(date, 1) };
  if (view === 'day') return { from: date, to: addDays(date, 1) };
  if (view === 'month') return { from: monthStart(date), to: addMonths(monthStart(date), 1) };
  return { from: yearStart(date), to: addYears(yearStart(date), 1) };
}

/** The day, week, month or year before (-1) or after (1). */
export function stepped(view: View | 'week', date: string, by: 1 | -1): string {
  if (view === 'week') return addDays(date, 7 * by);
  if (view === 'month') return addMonths(monthStart(date), by);
  if (view === 'year') return addYears(yearStart(date), by);
  return addDays(date, by);
}

/** The same days a year before. */
export const yearBefore = ({ from, to }: Range): Range => ({ from: addYears(from, -1), to: addYears(to, -1) });
