import { dayText } from '../production/device-clock.js';
import type { FileRow } from './history-file.js';

/** An inverter as an old portal tells of it. */
export type OldInverter = { readonly number: number; readonly serialNumber: string; readonly name: string };

/** What is asked of an old portal: the days of each inverter, in stretches that it answers at once. */
export type FetchPlan = {
  readonly inverters: readonly OldInverter[];
  /** Days since 1970-01-01, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
};

/** Energy of an inverter on some days, kWh. */
export type FetchedPiece = {
  /** Index in the plan. */
  readonly inverter: number;
  readonly days: readonly { readonly day: number; readonly kwh: number }[];
};

/** The original answered so many values at once, and left the others out (wire.md 2.3). */
const daysAtOnce = 100;
/** With a pause of five seconds it takes four hours. */
export const mostCalls = 3_000;
/** A table of more columns is read by nobody. */
export const mostInverters = 500;

const stretchesOf = ({ firstDay, lastDay }: FetchPlan) => Math.ceil((lastDay - firstDay + 1) / daysAtOnce);

export const callsOf = (plan: FetchPlan): number => plan.inverters.length * stretchesOf(plan);

/** What the call with this number asks for; null after the last one. */
export function callAt(plan: FetchPlan, index: number) {
  const inverter = Math.floor(index / stretchesOf(plan));
  const found = plan.inverters[inverter];
  if (found === undefined) return null;
  const firstDay = plan.firstDay + (index % stretchesOf(plan)) * daysAtOnce;
  return { inverter, number: found.number, firstDay, lastDay: Math.min(plan.lastDay, firstDay + daysAtOnce - 1) };
}

/** What was fetched as the table of days that people send otherwise: titles, then a row for each day with a value. */
export function tableOf(
  { inverters }: Pick<FetchPlan, 'inverters'>,
  pieces: readonly FetchedPiece[],
): readonly FileRow[] {
  const byDay = new Map<number, Map<number, number>>();
  for (const { inverter, days } of pieces) {
    for (const { day, kwh } of days) byDay.set(day, (byDay.get(day) ?? new Map<number, number>()).set(inverter, kwh));
  }
  const titles = inverters.map(({ name, serialNumber }) =>
    name === serialNumber ? `${name} kWh` : `${name} ${serialNumber} kWh`,
  );
  const rows = [...byDay].sort(([a], [b]) => a - b);
  return [
    { line: 1, cells: ['Day', ...titles] },
    ...rows.map(([day, values], index) => ({
      line: index + 2,
      cells: [dayText(day), ...inverters.map((_, inverter) => values.get(inverter) ?? null)],
    })),
  ];
}
