import { setTimeout as pause } from 'node:timers/promises';
import type { AppendResult, ExpectedRevision } from '../../../adapters/event-store/port.js';
import type { MemoryLog, ProposedEvent } from './memory-log.js';
import {
  packedError,
  shared,
  streamIdentifier,
  streamName,
  streams,
  type BatchAppendReq,
  type BatchAppendResp,
  type ServerDuplexStream,
} from './protocol.js';
import type { Faults } from './faults.js';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

const alreadyExists = 6;
const maxAppendBytes = 1024 * 1024;

type Gathered = { readonly streamId: string; readonly expected: ExpectedRevision; readonly events: ProposedEvent[] };

/** Streams.BatchAppend: any number of appends over one stream, each in parts, answered by correlation id. */
export function batchAppend(log: MemoryLog, faults: Faults, call: Call): void {
  const open = new Map<string, Gathered>();
  call.on('data', (request: BatchAppendReq) => {
    const correlation = request.getCorrelationId()?.getString() ?? '';
    const gathered = open.get(correlation) ?? begin(request);
    gathered.events.push(...request.getProposedMessagesList().map(proposed));
    open.set(correlation, gathered);
    if (!request.getIsFinal()) return;
    open.delete(correlation);
    void answer(log, faults, call, correlation, gathered);
  });
  call.on('end', () => call.end());
  // The client went away.
  call.on('error', () => undefined);
}

async function answer(
  log: MemoryLog,
  faults: Faults,
  call: Call,
  correlation: string,
  gathered: Gathered,
): Promise<void> {
  const fault = faults.appends.shift() ?? null;
  if (fault === 'hang') return;
  if (faults.slowMs > 0) await pause(faults.slowMs);
  const { streamId, events, expected } = gathered;
  const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
  const response = new streams.BatchAppendResp()
    .setCorrelationId(new shared.UUID().setString(correlation))
    .setStreamIdentifier(streamIdentifier(streamId));
  if (faults.leader !== null) {
    // This stream was opened while the node still led.
    call.write(response.setError(packedError(2, 'Unknown', new shared.Unknown())));
    return;
  }
  if (faults.accessDenied) {
    call.write(response.setError(packedError(7, 'AccessDenied', new shared.AccessDenied())));
    return;
  }
  if (size > maxAppendBytes) {
    const exceeded = new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxAppendBytes);
    call.write(response.setError(packedError(3, 'MaximumAppendSizeExceeded', exceeded)));
    return;
  }
  const result = log.append(streamId, events, expected);
  if (fault === 'drop') call.destroy(new Error('dropped'));
  else if (!call.destroyed) call.write(completed(log, response, result, gathered));
}

function completed(
  log: MemoryLog,
  response: BatchAppendResp,
  result: AppendResult,
  { streamId, expected }: Gathered,
): BatchAppendResp {
  if (result.ok) {
    const position = new shared.AllStreamPosition()
      .setCommitPosition(String(result.position))
      .setPreparePosition(String(result.position));
    return response.setSuccess(
      new streams.BatchAppendResp.Success().setCurrentRevision(String(result.revision)).setPosition(position),
    );
  }
  if (result.reason === 'stream-deleted') {
    const deleted = new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(streamId));
    return response.setError(packedError(alreadyExists, 'StreamDeleted', deleted));
  }
  // A repetition of which only a part stands there is a conflict, too.
  const conflict = new shared.WrongExpectedVersion();
  const { revision } = log.state(streamId);
  if (revision >= 0n) conflict.setCurrentStreamRevision(String(revision));
  if (typeof expected === 'bigint') conflict.setExpectedStreamPosition(String(expected));
  return response.setError(packedError(alreadyExists, 'WrongExpectedVersion', conflict));
}

function begin(request: BatchAppendReq): Gathered {
  const options = request.getOptions();
  if (options === undefined) throw new Error('an append without options');
  return { streamId: streamName(options.getStreamIdentifier()), expected: expectedOf(options), events: [] };
}

function expectedOf(options: NonNullable<ReturnType<BatchAppendReq['getOptions']>>): ExpectedRevision {
  if (options.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

function proposed(message: ReturnType<BatchAppendReq['getProposedMessagesList']>[number]): ProposedEvent {
  const properties = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: properties.get('type') ?? '',
    contentType: properties.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}
