import type { Comparison, TableComparison } from '../../projections/engine/compare.js';
import type { RebuildProgress } from '../../projections/engine/rebuild-progress.js';
import type { RebuildReport } from '../../projections/engine/rebuild.js';
import type { ProjectionState, SlotState } from '../../projections/engine/states.js';
import type { Output } from './output.js';

export type Terminal = { write(text: string): unknown; readonly columns?: number };

type Bar = { show(progress: RebuildProgress): void; end(): void };

const barWidth = 24;
const lineEveryMs = 5_000;
const jsonEveryMs = 500;

/** Redraws one line of a terminal; writes a line now and then where there is none; JSON lines for programs. */
export function progressBar(
  to: { readonly line: (text: string) => void } | { readonly terminal: Terminal | null; readonly output: Output },
): Bar {
  if ('line' in to)
    return { show: nowAndThen(jsonEveryMs, (progress) => to.line(json({ progress }))), end: () => undefined };
  const { terminal, output } = to;
  if (terminal === null) {
    return { show: nowAndThen(lineEveryMs, (progress) => output.err(progressText(progress))), end: () => undefined };
  }
  let isDrawn = false;
  return {
    show(progress) {
      isDrawn = true;
      terminal.write(`\r\u001b[K${progressText(progress).slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    end() {
      if (isDrawn) terminal.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

function nowAndThen(everyMs: number, show: (progress: RebuildProgress) => void): Bar['show'] {
  let phase = '';
  let shownAt = -Infinity;
  return (progress) => {
    if (progress.phase === phase && performance.now() - shownAt < everyMs) return;
    ({ phase } = progress);
    shownAt = performance.now();
    show(progress);
  };
}

function progressText(progress: RebuildProgress): string {
  const { name, phase, position, target, eventsPerSecond, secondsLeft } = progress;
  const share = target === 0n ? 1 : Number(position) / Number(target);
  const done = Math.round(share * barWidth);
  const bar = `[${'#'.repeat(done)}${'.'.repeat(barWidth - done)}]`;
  const left = secondsLeft === null || phase !== 'filling' ? '' : `, ${duration(secondsLeft)} left`;
  return `${name} ${phase} ${bar} ${Math.floor(share * 100)} %  ${grouped(eventsPerSecond)} events/s${left}`;
}

export function reportText(report: RebuildReport): string {
  const { name, version, replacedVersion, events, seconds, eventsPerSecond, swapMs, comparison } = report;
  const done = `${name}: version ${version} has replaced version ${replacedVersion}. ${grouped(events)} events in ${duration(
    seconds,
  )} (${grouped(eventsPerSecond)} events/s), swapped in ${swapMs.toFixed(1)} ms.`;
  if (comparison === null) return done;
  return `${done}\n${comparisonText(name, comparison)}`;
}

export function comparisonText(name: string, { position, equal, tables }: Comparison): string {
  const lines = tables.map((table) => tableText(name, table));
  return [`${name}: ${equal ? 'equal' : 'not equal'} at position ${position}`, ...lines].join('\n');
}

/** Rows are named by their keys only: the rest may be personal. */
export function tableText(name: string, table: TableComparison): string {
  const rows = `${name}.${table.table}: ${table.liveRows ?? 'no'} rows live, ${table.rebuiltRows ?? 'no'} rebuilt`;
  if (table.liveChecksum === null) return `${rows}, other columns`;
  if (table.liveChecksum === table.rebuiltChecksum) return `${rows}, equal`;
  const examples = table.examples.map(({ kind, key }) => `  ${kind} ${JSON.stringify(key)}`);
  const counts = `${table.missing} missing, ${table.surplus} surplus, ${table.different} different`;
  return [`${rows}, ${counts}`, ...examples].join('\n');
}

export function statesText(states: readonly ProjectionState[]): string {
  return states
    .map(({ name, version, head, live, ahead, next, previous }) => {
      const part = (title: string, state: SlotState | null) => (state === null ? [] : [slotText(title, state, head)]);
      return [
        `${name} (this release: version ${version})`,
        ...part('live', live),
        ...(ahead ? ['  the live tables are ahead of the log, which is older: rebuild them'] : []),
        ...part('next', next),
        ...part('previous', previous),
      ].join('\n');
    })
    .join('\n');
}

function slotText(title: string, { version, position, failure }: SlotState, head: bigint): string {
  const stopped = failure === null ? '' : `, stopped at position ${failure.position}: ${failure.reason}`;
  return `  ${title}: version ${version}, position ${position} of ${head}${stopped}`;
}

/** Positions and counts are numbers for programs, too: all stay below 2^53. */
export function json(document: object): string {
  return JSON.stringify(document, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
}

function grouped(count: number): string {
  return count.toLocaleString('en').replaceAll(',', ' ');
}
