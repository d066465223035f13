import { addDays, addMonths, addYears, isDay, monthStart, yearStart } from '../charts/time.js';

export const views = ['day', 'month', 'year', 'total'] as const;
export type View = (typeof views)[number];

/** What the address line of the plant page holds; nothing = today. */
export type PlantSearch = { readonly view?: View; readonly date?: string };

/** Reads the search part of the address; what makes no sense is dropped. */
export function parsePlantSearch(search: Readonly<Record<string, unknown>>): PlantSearch {
  const view = views.find((known) => known === search['view']);
  const date = search['date'];
  return {
    ...(view === undefined || view === 'day' ? {} : { view }),
    ...(typeof date === 'string' && isDay(date) ? { date } : {}),
  };
}

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
