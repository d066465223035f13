import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults.js';
import type { MemoryLog, StoredEvent } from './memory-log.js';
import { exists } from '../../../adapters/event-store/postgres/plan-appends.js';
import {
  exception,
  grpc,
  shared,
  streamIdentifier,
  streamName,
  streams,
  type ReadOptions,
  type ReadReq,
  type ReadResp,
  type ServerWritableStream,
} from './protocol.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

const groupSize = 32;

/** Streams.Read: of a stream or of everything, a stretch or for ever. */
export async function read(log: MemoryLog, faults: Faults, call: Call): Promise<void> {
  const options = call.request.getOptions();
  if (options === undefined) throw new Error('a read without options');
  const send = sender(faults, call);
  if (options.hasSubscription()) return subscribe(log, faults, call, options, send);
  const stream = options.getStream();
  if (stream === undefined) {
    for (const event of stretchOfAll(log, options)) await send(eventResponse(event));
  } else {
    const name = streamName(stream.getStreamIdentifier());
    const state = log.state(name);
    if (state.tombstoned) {
      call.emit('error', exception(grpc.status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': name }));
      return;
    }
    if (exists(state)) {
      for (const event of stretchOfStream(log, name, options)) await send(eventResponse(event));
    } else {
      const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(name));
      await send(new streams.ReadResp().setStreamNotFound(notFound));
    }
  }
  call.end();
}

type Send = (response: ReadResp) => Promise<void>;

/** Waits for the reader when its window is full. */
function sender(faults: Faults, call: Call): Send {
  const over = ended(call);
  return async (response) => {
    if (faults.slowMs > 0) await pause(faults.slowMs);
    if (call.cancelled || call.destroyed || call.write(response)) return;
    await Promise.race([over, new Promise<void>((resolve) => call.once('drain', resolve))]);
  };
}

/** Resolves when nobody wants the answer any more. */
function ended(call: Call): Promise<void> {
  return new Promise((resolve) => {
    call.once('cancelled', resolve);
    call.once('close', resolve);
  });
}

async function subscribe(log: MemoryLog, faults: Faults, call: Call, options: ReadOptions, send: Send): Promise<void> {
  const matches = filterOf(options);
  const checkpointEvery = (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0) * groupSize;
  const over = ended(call);
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
  await send(new streams.ReadResp().setConfirmation(confirmation));
  if (faults.silentSubscriptions) return over;
  let next = firstOfAll(log, options, true);
  let scanned = 0;
  let live = false;
  while (!call.cancelled && !call.destroyed) {
    const event = log.all[next];
    if (event === undefined) {
      if (live) await Promise.race([log.grown(), over]);
      else await send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
      live = true;
      continue;
    }
    next++;
    if (matches(event)) await send(eventResponse(event));
    scanned++;
    const atEnd = next === log.all.length;
    if (checkpointEvery === 0 || scanned < checkpointEvery || (!atEnd && scanned % checkpointEvery > 0)) continue;
    await send(checkpoint(atEnd ? log.end() : event.position));
    if (!atEnd) continue;
    scanned = 0;
    faults.checkpointsAhead++;
  }
}

/** At the end of the log it lies ahead, where the next event will stand, as servers were seen to do (KurrentDB #4970). */
function checkpoint(position: bigint): ReadResp {
  const text = String(position);
  return new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(text).setPreparePosition(text),
  );
}

function filterOf(options: ReadOptions): (event: StoredEvent) => boolean {
  const filter = options.getFilter();
  const [expression, subject] = filter?.hasEventType()
    ? [filter.getEventType(), (event: StoredEvent) => event.type]
    : [filter?.getStreamIdentifier(), (event: StoredEvent) => event.streamId];
  if (expression === undefined) return () => true;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  const regex = new RegExp(expression.getRegex());
  return (event) => regex.test(subject(event));
}

/** Index of the first event to send. */
function firstOfAll(log: MemoryLog, options: ReadOptions, exclusive: boolean): number {
  const all = options.getAll();
  if (all?.hasEnd() === true) return log.all.length;
  if (all?.hasPosition() !== true) return 0;
  const position = BigInt(all.getPosition()?.getCommitPosition() ?? 0);
  let [low, high] = [0, log.all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = log.all[middle]?.position ?? 0n;
    if (found < position || (exclusive && found === position)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stretchOfAll(log: MemoryLog, options: ReadOptions): readonly StoredEvent[] {
  const count = Number(options.getCount());
  const first = firstOfAll(log, options, false);
  if (options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS) {
    return log.all.slice(first, first + count);
  }
  return log.all.slice(Math.max(0, first - count), first).toReversed();
}

function stretchOfStream(log: MemoryLog, name: string, options: ReadOptions): readonly StoredEvent[] {
  const count = Number(options.getCount());
  const from = options.getStream();
  const { visibleFrom } = log.state(name);
  const visible = log.stream(name).filter(({ revision }) => revision >= visibleFrom);
  const revision = from?.hasRevision() === true ? BigInt(from.getRevision()) : null;
  if (options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS) {
    return visible.filter((event) => revision === null || event.revision >= revision).slice(0, count);
  }
  return visible
    .filter((event) => revision === null || event.revision <= revision)
    .toReversed()
    .slice(0, count);
}

function eventResponse(event: StoredEvent): ReadResp {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(streamIdentifier(event.streamId))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(event.created.getTime()) * 10_000n));
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}
