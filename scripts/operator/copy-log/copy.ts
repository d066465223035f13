import { createHash } from 'node:crypto';
import type { RecordedEvent } from '../../../adapters/event-store/port.js';
import type { Place, Run } from './port.js';

/** Number of events and SHA-256 over them, in their order. Position and time are the store's and do not count. */
type Sum = { readonly events: number; readonly hash: string };

export type Copied = {
  readonly source: Sum;
  readonly target: Sum;
  /** Events that were not there before. */
  readonly added: number;
};

/** The target holds something else than the beginning of the source. */
export class OtherLog extends Error {
  override readonly name = 'OtherLog';
}

type CopyWatcher = {
  onProgress?(events: number, position: bigint): void;
  onSource?(event: RecordedEvent): void;
  onTarget?(event: RecordedEvent): void;
};

/**
 * Copies a log to a place that is empty or holds the beginning of it; that beginning is compared, the rest is added.
 * Then reads the whole copy once more. Can be broken off and repeated at any time. Throws `OtherLog`.
 */
export async function copyLog(source: Place, target: Place, watcher: CopyWatcher = {}): Promise<Copied> {
  const sum = openSum();
  const standing = target.read()[Symbol.asyncIterator]();
  let page: readonly RecordedEvent[] = [];
  let place = 0;
  let complete = false;
  let added = 0;
  const nextStanding = async (): Promise<RecordedEvent | null> => {
    while (!complete && place >= page.length) {
      const next = await standing.next();
      if (next.done === true) complete = true;
      else [page, place] = [next.value, 0];
    }
    return complete ? null : (page[place++] ?? null);
  };

  for await (const events of source.read()) {
    const missing: RecordedEvent[] = [];
    for (const event of events) {
      sum.add(event);
      watcher.onSource?.(event);
      const other = missing.length > 0 ? null : await nextStanding();
      if (other === null) missing.push(event);
      else if (canonical(other) !== canonical(event)) {
        throw new OtherLog(`the target holds another event than ${event.streamId}, revision ${event.revision}`);
      }
    }
    if (missing.length > 0) await target.write(runsOf(missing));
    added += missing.length;
    watcher.onProgress?.(sum.count(), events.at(-1)?.position ?? 0n);
  }
  if ((await nextStanding()) !== null) throw new OtherLog('the target holds more events than the source');
  return { source: sum.result(), target: await sumOf(target, watcher.onTarget), added };
}

async function sumOf(place: Place, onEvent?: (event: RecordedEvent) => void): Promise<Sum> {
  const sum = openSum();
  for await (const events of place.read()) {
    for (const event of events) {
      sum.add(event);
      onEvent?.(event);
    }
  }
  return sum.result();
}

function openSum() {
  const hash = createHash('sha256');
  let events = 0;
  return {
    add(event: RecordedEvent) {
      events++;
      hash.update(canonical(event)).update('\n');
    },
    count: () => events,
    result: (): Sum => ({ events, hash: hash.digest('hex') }),
  };
}

/** Members in alphabetical order, because PostgreSQL keeps them in an order of its own. */
function canonical({ streamId, revision, id, type, schemaVersion, data, metadata }: RecordedEvent): string {
  return JSON.stringify([streamId, String(revision), id, type, schemaVersion, sorted(data), sorted(metadata)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return members.map(([name, member]) => [name, sorted(member)]);
}

const largestRun = 100;

function runsOf(events: readonly RecordedEvent[]): readonly Run[] {
  const runs: { streamId: string; events: RecordedEvent[] }[] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.streamId === event.streamId && last.events.length < largestRun) last.events.push(event);
    else runs.push({ streamId: event.streamId, events: [event] });
  }
  return runs;
}
