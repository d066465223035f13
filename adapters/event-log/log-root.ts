import { hash } from 'node:crypto';

const bucketCount = 65_536;
const hashBytes = 32;

/** Where a stream stands in a root; null for an event without a hash. */
export type RootedHead = { readonly revision: bigint; readonly hash: string | null };

type LogRoot = {
  set(streamId: string, head: RootedHead): void;
  /** Does a part of the hashing that the next root needs; false when nothing is left. */
  work(buckets: number): boolean;
  /** Root over all heads and the given sequence, in hex. Costs only what changed since the last call. */
  over(sequence: string): string;
};

/** The sequence of an empty log. */
export const emptySequence = '0'.repeat(2 * hashBytes);

/** Commits to the order of all events over all streams: SHA-256 over the sequence so far and the next event's hash. */
export function nextSequence(sequence: string, eventHash: string): string {
  return hash('sha256', Buffer.from(sequence + eventHash, 'hex'));
}

/**
 * A Merkle tree of two levels over the heads of all streams. A leaf is the text `stream revision hash` and a line feed;
 * the bucket of a stream is the number in the first two bytes of the SHA-256 of its name; a bucket's hash is the SHA-256
 * over its leaves in the order of their names (32 zero bytes without leaves). The root is the SHA-256 over the sequence
 * and the hashes of the 65,536 buckets.
 */
export function openLogRoot(): LogRoot {
  const buckets = new Map<number, Map<string, RootedHead>>();
  const touched = new Set<number>();
  const hashes = Buffer.alloc(hashBytes * (1 + bucketCount));

  function work(most: number): boolean {
    let left = most;
    for (const bucket of touched) {
      if (left-- === 0) break;
      hashes.write(hash('sha256', leavesOf(buckets.get(bucket))), hashBytes * (1 + bucket), 'hex');
      touched.delete(bucket);
    }
    return touched.size > 0;
  }

  return {
    set(streamId, head) {
      const bucket = Number.parseInt(hash('sha256', streamId).slice(0, 4), 16);
      const heads = buckets.get(bucket);
      if (heads === undefined) buckets.set(bucket, new Map([[streamId, head]]));
      else heads.set(streamId, head);
      touched.add(bucket);
    },
    work,
    over(sequence) {
      work(bucketCount);
      hashes.write(sequence, 0, 'hex');
      return hash('sha256', hashes);
    },
  };
}

function leavesOf(heads: ReadonlyMap<string, RootedHead> = new Map()): string {
  return [...heads.keys()]
    .sort()
    .map((streamId) => `${streamId} ${heads.get(streamId)?.revision} ${heads.get(streamId)?.hash}\n`)
    .join('');
}
