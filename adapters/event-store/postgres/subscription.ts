import { rest } from '../../rest.js';
import { StoreUnavailable, type Batch, type RecordedEvent, type SubscribeOptions } from '../port.js';
import type { WakeUp } from './wake-up.js';

const pollMs = 500;
/** Positions that one look covers, so that a filter that matches little neither stalls nor scans the whole log. */
const stretch = 5_000n;

type LogReader = {
  head(): Promise<bigint>;
  read(
    after: bigint,
    upTo: bigint,
    maxCount: number,
    prefixes: readonly string[] | null,
  ): Promise<readonly RecordedEvent[]>;
  readonly wakeUp: WakeUp;
};

/**
 * Follows the log for ever, one stretch at a time. Asks for the head first: everything up to it has been committed, so
 * that the stretch read afterwards is complete. The next stretch is read when the consumer asks for it.
 */
export async function* followLog(log: LogReader, options: SubscribeOptions): AsyncGenerator<Batch, void, undefined> {
  const { batchSize = 500, prefixes = null, signal } = options;
  let position = options.after;
  let toldCaughtUp = false;
  let failures = 0;
  while (!signal.aborted) {
    const seen = log.wakeUp.count();
    let batch: Batch;
    try {
      batch = await readBatch(log, position, batchSize, prefixes);
      failures = 0;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await rest(Math.min(5_000, 50 * 2 ** failures++) * (0.5 + Math.random() / 2), signal);
      continue;
    }
    if (batch.position > position || !toldCaughtUp) {
      position = batch.position;
      toldCaughtUp = batch.caughtUp;
      yield batch;
    } else {
      await log.wakeUp.wait(seen, pollMs, signal);
    }
  }
}

async function readBatch(
  log: LogReader,
  after: bigint,
  batchSize: number,
  prefixes: readonly string[] | null,
): Promise<Batch> {
  const head = await log.head();
  if (head <= after) return { events: [], position: after, caughtUp: true };
  const end = head - after > stretch ? after + stretch : head;
  const events = await log.read(after, end, batchSize, prefixes);
  const position = events.length < batchSize ? end : (events.at(-1)?.position ?? end);
  return { events, position, caughtUp: position === head };
}
