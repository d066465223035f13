import type { DeviceError, Inverter, LicenceSummary } from '../api/types.js';
import type { Span } from '../charts/time.js';

/** What happened at a plant; `atMs` orders it, `day` is set where only the calendar day is known. */
export type PlantEvent =
  | { readonly kind: 'error'; readonly key: string; readonly atMs: number; readonly error: DeviceError }
  | { readonly kind: 'gap'; readonly key: string; readonly atMs: number; readonly gap: Span }
  | {
      readonly kind: 'trialStarted' | 'trialEnded';
      readonly key: string;
      readonly atMs: number;
      readonly lastDay: string;
    }
  | {
      readonly kind: 'exchanged';
      readonly key: string;
      readonly atMs: number;
      readonly name: string;
      readonly serialNumber: string;
    };

type Sources = {
  readonly errors: readonly DeviceError[];
  readonly gaps: readonly Span[];
  readonly licence: LicenceSummary;
  readonly inverters: readonly Inverter[];
};

/** Everything worth telling, newest first. */
export function timelineOf({ errors, gaps, licence, inverters }: Sources): readonly PlantEvent[] {
  const events: readonly PlantEvent[] = [
    ...errors.map((error) => ({ kind: 'error' as const, key: `e${error.id}`, atMs: Date.parse(error.at), error })),
    ...gaps.map((gap) => ({ kind: 'gap' as const, key: `g${gap.fromMs}`, atMs: gap.toMs, gap })),
    ...licenceEvents(licence),
    ...inverters.flatMap(({ id, name, devices }) =>
      devices.slice(0, -1).map(({ from, serialNumber }) => ({
        kind: 'exchanged' as const,
        key: `x${id}${from}`,
        atMs: Date.parse(from),
        name,
        serialNumber,
      })),
    ),
  ];
  return events.toSorted((a, b) => b.atMs - a.atMs);
}

function licenceEvents({ state, firstDay, lastDay }: LicenceSummary): readonly PlantEvent[] {
  // What follows the trial has a page of its own.
  if (lastDay === null || state === 'licensed' || state === 'exceeded') return [];
  const started =
    firstDay === null ? [] : [{ kind: 'trialStarted' as const, key: 'ls', atMs: Date.parse(firstDay), lastDay }];
  return state === 'expired'
    ? [...started, { kind: 'trialEnded' as const, key: 'le', atMs: Date.parse(lastDay) + 86_400_000, lastDay }]
    : started;
}
