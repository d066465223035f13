import { addDays, addMonths, addYears, monthStart, yearStart } from '../charts/time.js';
import type { View } from './view.js';

/** Calendar days that a view shows; `to` is exclusive. */
export type Range = { readonly from: string; readonly to: string };

export function rangeOf(view: Exclude<View, 'total'>, date: string): Range {
  if (view === 'day') return { from: date, to: addDays(date, 1) };
  if (view === 'month') return { from: monthStart(date), to: addMonths(monthStart(date), 1) };
  return { from: yearStart(date), to: addYears(yearStart(date), 1) };
}

/** The day, month or year before (-1) or after (1). */
export function stepped(view: View, date: string, by: 1 | -1): string {
  if (view === 'month') return addMonths(monthStart(date), by);
  if (view === 'year') return addYears(yearStart(date), by);
  return addDays(date, by);
}

/** The same days a year before. */
export const yearBefore = ({ from, to }: Range): Range => ({ from: addYears(from, -1), to: addYears(to, -1) });
