import type { Projection } from './projection.js';

export type RebuildPhase = 'filling' | 'indexing' | 'comparing' | 'swapping';

/** What a page or a progress bar shows. */
export type RebuildProgress = {
  readonly name: string;
  readonly version: number;
  readonly phase: RebuildPhase;
  readonly position: bigint;
  /** Where this phase leads. */
  readonly target: bigint;
  /** Applied by this run. */
  readonly events: number;
  readonly eventsPerSecond: number;
  /** null before the first batch. */
  readonly secondsLeft: number | null;
};

type Meter = {
  advance(batch: { readonly events: number; readonly position: bigint }, target: bigint): void;
  enter(phase: RebuildPhase): void;
  total(): { readonly events: number; readonly seconds: number; readonly eventsPerSecond: number };
};

/** Counts what one run applies. Time left follows from positions, because those are all that is known of the rest. */
export function openMeter(
  { name, version }: Projection,
  from: bigint,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
): Meter {
  const startedAt = performance.now();
  let phase: RebuildPhase = 'filling';
  let position = from;
  let target = from;
  let events = 0;
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const eventsPerSecond = () => (events === 0 ? 0 : Math.round(events / seconds()));

  function tell(): void {
    const covered = Number(position - from);
    const secondsLeft = covered === 0 ? null : (Number(target - position) / covered) * seconds();
    onProgress({ name, version, phase, position, target, events, eventsPerSecond: eventsPerSecond(), secondsLeft });
  }

  return {
    advance(batch, newTarget) {
      events += batch.events;
      position = batch.position;
      target = newTarget;
      tell();
    },
    enter(newPhase) {
      phase = newPhase;
      tell();
    },
    total: () => ({ events, seconds: seconds(), eventsPerSecond: eventsPerSecond() }),
  };
}
