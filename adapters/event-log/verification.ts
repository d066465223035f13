import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { RecordedEvent } from '../event-store/port.js';
import { eventHash } from './chain.js';
import { emptySequence, nextSequence, openLogRoot, type RootedHead } from './log-root.js';

/** What everybody may know of the log at the end of a day: any later change of what was there gives another root. */
export const DailyRoot = z
  .object({
    /** Calendar day in Europe/Berlin after whose end the root was made. */
    day: z.iso.date(),
    /** The root stands for so many events from the beginning of the log: the same in every copy of it. */
    events: z.int().min(0),
    streams: z.int().min(0),
    sequence: z.hash('sha256'),
    root: z.hash('sha256'),
  })
  .readonly();
export type DailyRoot = z.infer<typeof DailyRoot>;

export type BrokenLink = {
  /** Null when the fault cannot be laid to one stream. */
  readonly streamId: string | null;
  readonly revision: bigint | null;
  readonly fault: 'changed' | 'missing' | 'out-of-order' | 'unhashed' | 'shortened' | 'root-differs' | 'unreadable';
  /** A sentence for people. */
  readonly what: string;
};

export type Verified = {
  readonly events: number;
  readonly streams: number;
  readonly rootsMatched: number;
  /** The first ones: of streams in the order of the log, then of roots. */
  readonly broken: readonly BrokenLink[];
  readonly brokenCount: number;
};

export type Verification = {
  /** Takes the events in the order of the log. */
  add(event: RecordedEvent): void;
  /** Something that is wrong beside the events themselves. */
  report(link: BrokenLink): void;
  /** The state after what was added, as a root would hold it. */
  root(): Omit<DailyRoot, 'day'>;
  /** Does what `root` needs in small pieces: hashing many streams at once would hold up the process for seconds. */
  prepareRoot(): Promise<void>;
  /** Streams that were added to, with where they stand. */
  changedHeads(): ReadonlyMap<string, RootedHead>;
  /** After the last event. */
  finish(): Verified;
};

type VerificationOptions = {
  /** Go on from a root: the heads of all streams then. */
  readonly from?: { readonly root: DailyRoot; readonly heads: ReadonlyMap<string, RootedHead> };
  /** Roots that were made earlier, to be met on the way. */
  readonly roots?: readonly DailyRoot[];
  /** Heads that a root recorded: they name the stream whose end was cut off. */
  readonly recordedHeads?: ReadonlyMap<string, RootedHead>;
  /** As `EventStore.stride`: where it is 1, each position after the first one (`after`, default 0) holds an event. */
  readonly stride?: bigint;
  readonly after?: bigint;
};

const maxListed = 20;
/** Streams, or groups of them, between two turns of the event loop. */
const piece = 1_000;

/** Checks chains and roots while the log goes by; holds one head per stream in memory. */
export function openVerification(options: VerificationOptions = {}): Verification {
  const { from, recordedHeads = new Map<string, RootedHead>(), stride, after = 0n } = options;
  const roots = [...(options.roots ?? [])].sort((a, b) => a.events - b.events);
  const heads = new Map<string, RootedHead>(from?.heads);
  const logRoot = openLogRoot();
  const unrooted = new Set(heads.keys());
  const changed = new Set<string>();
  const links: BrokenLink[] = [];
  const rootFaults: BrokenLink[] = [];
  let brokenCount = 0;
  let rootsMatched = 0;
  let events = from?.root.events ?? 0;
  let sequence = from?.root.sequence ?? emptySequence;
  let position = -1n;
  let expected = after + 1n;
  let firstGap: bigint | null = null;
  let nextRoot = 0;

  function report(link: BrokenLink): void {
    brokenCount++;
    const faults = link.fault === 'root-differs' ? rootFaults : links;
    if (faults.length < maxListed) faults.push(link);
  }

  function root(): Omit<DailyRoot, 'day'> {
    for (const streamId of unrooted) {
      const head = heads.get(streamId);
      if (head !== undefined) logRoot.set(streamId, head);
    }
    unrooted.clear();
    return { events, streams: heads.size, sequence, root: logRoot.over(sequence) };
  }

  function meetRoots(): void {
    for (let due = roots[nextRoot]; due !== undefined && due.events === events; due = roots[++nextRoot]) {
      if (root().root === due.root) rootsMatched++;
      else report(ofRoot(due, `the log up to event ${events} is not what the root of ${due.day} was made of`));
    }
  }

  meetRoots();
  return {
    add(event) {
      const { streamId, revision } = event;
      const hash = event.metadata.hash ?? null;
      const head = heads.get(streamId);
      const fault = faultOf(event, head, position);
      if (fault !== null) report({ streamId, revision, ...fault });
      const recorded = recordedHeads.get(streamId);
      if (fault === null && recorded?.revision === revision && recorded.hash !== hash) {
        report({ streamId, revision, fault: 'changed', what: 'it is not the event that the last root recorded' });
      }
      heads.set(streamId, { revision, hash });
      unrooted.add(streamId);
      changed.add(streamId);
      events++;
      sequence = nextSequence(sequence, hash ?? emptySequence);
      position = event.position;
      if (stride === 1n && position > expected) firstGap ??= expected;
      expected = position + 1n;
      meetRoots();
    },
    report,
    root,
    async prepareRoot() {
      let done = 0;
      for (const streamId of unrooted) {
        const head = heads.get(streamId);
        if (head !== undefined) logRoot.set(streamId, head);
        unrooted.delete(streamId);
        if (++done % piece === 0) await nextTurn();
      }
      while (logRoot.work(piece)) await nextTurn();
    },
    changedHeads: () => new Map([...heads].filter(([streamId]) => changed.has(streamId))),
    finish() {
      for (const [streamId, recorded] of recordedHeads) {
        const revision = heads.get(streamId)?.revision ?? -1n;
        if (revision >= recorded.revision) continue;
        const what = `the last root recorded it up to revision ${recorded.revision}, the log ends before`;
        report({ streamId, revision: revision + 1n, fault: 'shortened', what });
      }
      for (const due of roots.slice(nextRoot)) {
        report(ofRoot(due, `the root of ${due.day} stands for ${due.events} events, the log has ${events}`));
      }
      // Tells of an event that nothing else misses: the last of its stream, removed before a root stood for it.
      if (brokenCount === 0 && firstGap !== null) {
        report({ streamId: null, revision: null, fault: 'missing', what: `no event stands at position ${firstGap}` });
      }
      return { events, streams: heads.size, rootsMatched, broken: [...links, ...rootFaults], brokenCount };
    },
  };
}

/** The log does not reach as far as it is known to have been. */
export function endIsMissing(known: string): BrokenLink {
  return { streamId: null, revision: null, fault: 'shortened', what: `the log ends before ${known}` };
}

function ofRoot(due: DailyRoot, what: string): BrokenLink {
  return { streamId: null, revision: null, fault: 'root-differs', what };
}

function faultOf(
  event: RecordedEvent,
  head: RootedHead | undefined,
  position: bigint,
): Pick<BrokenLink, 'fault' | 'what'> | null {
  const expected = (head?.revision ?? -1n) + 1n;
  if (event.revision > expected) {
    return { fault: 'missing', what: `revision ${expected} is missing before it` };
  }
  if (event.revision < expected || event.position <= position) {
    return { fault: 'out-of-order', what: 'it stands at a place that is taken or passed already' };
  }
  const { hash } = event.metadata;
  if (hash === undefined) return { fault: 'unhashed', what: 'it carries no hash' };
  if (!isConsistent(event, hash, head)) {
    return { fault: 'changed', what: 'its content or its predecessor is not what its hash was made of' };
  }
  return null;
}

function isConsistent(event: RecordedEvent, hash: string, head: RootedHead | undefined): boolean {
  try {
    return eventHash(event, head?.hash ?? null) === hash;
  } catch {
    // Not JSON that anybody could have appended.
    return false;
  }
}
