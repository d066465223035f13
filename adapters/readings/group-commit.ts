import pg from 'pg';
import { isDatabaseAway } from '../database/port.js';
import { StoreUnavailable } from '../event-store/port.js';

/** Collects what concurrent callers add and commits it together, one batch at a time. */
export type GroupCommit<T> = {
  /** Resolves after the commit; rejects when the item was not stored, at once when too many are waiting. */
  add(item: T): Promise<void>;
  /** Resolves when nothing is queued or under way. */
  idle(): Promise<void>;
};

/** How many batches may wait: more than a whole fleet that reports at once, and no burden on the memory. */
const maxBatchesWaiting = 50;

type Waiting<T> = { readonly item: T; readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * While one batch is being committed the next one gathers, so batches grow with the load. When the database refuses the
 * data of a batch, its items are committed one by one, so that one bad item cannot keep the others out. When it is away,
 * all who wait are told so: their turn would come only after further vain attempts.
 */
export function groupCommit<T>(commit: (items: readonly T[]) => Promise<void>, maxBatch: number): GroupCommit<T> {
  let queue: Waiting<T>[] = [];
  let flushing: Promise<void> | null = null;

  async function flush(): Promise<void> {
    while (queue.length > 0) {
      // After this turn of the event loop, so that what arrives together is committed together.
      await nextTurn();
      const batch = queue.length <= maxBatch ? queue : queue.slice(0, maxBatch);
      queue = queue.length <= maxBatch ? [] : queue.slice(maxBatch);
      if (await settle(batch)) continue;
      const alsoWaiting = queue;
      queue = [];
      for (const { failed } of alsoWaiting) failed(new StoreUnavailable('the database is away'));
    }
    flushing = null;
  }

  /** Answers everyone in the batch; false when the database is away. */
  async function settle(batch: readonly Waiting<T>[]): Promise<boolean> {
    try {
      await commit(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (error) {
      if (batch.length > 1 && isRefusedData(error)) return settleEach(batch);
      for (const { failed } of batch) failed(error);
      return !isDatabaseAway(error);
    }
    return true;
  }

  async function settleEach(batch: readonly Waiting<T>[]): Promise<boolean> {
    let answering = true;
    for (const one of batch) {
      if (answering) answering = await settle([one]);
      else one.failed(new StoreUnavailable('the database is away'));
    }
    return answering;
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        if (queue.length >= maxBatchesWaiting * maxBatch) {
          return failed(new StoreUnavailable(`${queue.length} messages are waiting already`));
        }
        queue.push({ item, done, failed });
        flushing ??= flush();
      }),
    async idle() {
      while (flushing !== null) await flushing;
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Classes 22 (data exception) and 23 (constraint violation) speak of the data, everything else of the server. */
function isRefusedData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
}
