import type { MemoryLog } from './memory-log.js';
import { batchAppend } from './appending.js';
import { noFaults, type Faults } from './faults.js';
import {
  exception,
  features,
  featuresService,
  gossip,
  gossipService,
  grpc,
  streamName,
  streams,
  streamsService,
  type BatchAppendReq,
  type BatchAppendResp,
  type Metadata,
  type ReadReq,
  type ReadResp,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from './protocol.js';
import { read } from './reading.js';

type EventStoreDbDouble = {
  /** `esdb://127.0.0.1:…?tls=false`, or `unix:…`. */
  readonly address: string;
  readonly port: number;
  readonly faults: Faults;
  /** Calls that were refused because another node leads. */
  refused(): number;
  /** Ends every connection at once, without a word. */
  kill(): Promise<void>;
  /** Listens again, at the same place, over the same log. */
  start(): Promise<void>;
};

/**
 * A node of EventStoreDB, as far as its protocol shows: real gRPC over real sockets. `socket` is the path of a Unix
 * socket; by default it listens on a free port of this machine.
 */
export async function startDouble(
  t: { teardown(handler: () => Promise<unknown>): unknown },
  log: MemoryLog,
  socket: string | null = null,
): Promise<EventStoreDbDouble> {
  const faults = noFaults();
  let refused = 0;
  let port = 0;
  let server = serve();

  /** True when the call was refused. */
  function refuse(metadata: Metadata, reject: (error: ReturnType<typeof exception>) => void): boolean {
    if (faults.accessDenied) {
      reject(exception(grpc.status.PERMISSION_DENIED, 'access-denied'));
      return true;
    }
    if (faults.leader === null || metadata.get('requires-leader')[0] !== 'true') return false;
    refused++;
    const { host, port } = faults.leader;
    const leader = { 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) };
    reject(exception(grpc.status.NOT_FOUND, 'not-leader', leader));
    return true;
  }

  function remove(
    kind: 'delete' | 'tombstone',
    request: RemovalRequest,
    metadata: Metadata,
    callback: (error: ReturnType<typeof exception> | null) => void,
  ): void {
    if (refuse(metadata, callback)) return;
    const options = request.getOptions();
    const name = streamName(options?.getStreamIdentifier());
    const expected = options?.hasRevision()
      ? BigInt(options.getRevision())
      : options?.hasNoStream()
        ? 'no_stream'
        : options?.hasStreamExists()
          ? 'stream_exists'
          : 'any';
    const result = log.remove(kind, name, expected);
    if (result === 'removed') callback(null);
    else if (result === 'stream-deleted') {
      callback(exception(grpc.status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': name }));
    } else {
      callback(
        exception(grpc.status.FAILED_PRECONDITION, 'wrong-expected-version', {
          'stream-name': name,
          'expected-version': String(typeof expected === 'bigint' ? expected : -1n),
          ...(result.actual === 'no_stream' ? {} : { 'actual-version': String(result.actual) }),
        }),
      );
    }
  }

  function serve() {
    const made = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    made.addService(streamsService.StreamsService as never, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => {
        call.on('error', () => undefined);
        if (refuse(call.metadata, (error) => call.emit('error', error))) return;
        void read(log, faults, call);
      },
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
        if (!faults.accessDenied && refuse(call.metadata, (error) => call.emit('error', error))) return;
        batchAppend(log, faults, call);
      },
      delete: (call: ServerUnaryCall<RemovalRequest, unknown>, callback: sendUnaryData<unknown>) =>
        remove('delete', call.request, call.metadata, (error) => callback(error, new streams.DeleteResp())),
      tombstone: (call: ServerUnaryCall<RemovalRequest, unknown>, callback: sendUnaryData<unknown>) =>
        remove('tombstone', call.request, call.metadata, (error) => callback(error, new streams.TombstoneResp())),
    });
    made.addService(featuresService.ServerFeaturesService as never, {
      getSupportedMethods: (_call: unknown, callback: sendUnaryData<unknown>) => callback(null, supportedMethods()),
    });
    made.addService(gossipService.GossipService as never, {
      read: (_call: unknown, callback: sendUnaryData<unknown>) => callback(null, clusterOf(faults.leader, port)),
    });
    return made;
  }

  async function listen(): Promise<void> {
    const place = socket === null ? `127.0.0.1:${port}` : `unix:${socket}`;
    port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(place, grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
  }

  await listen();
  t.teardown(async () => server.forceShutdown());
  return {
    address: socket === null ? `esdb://127.0.0.1:${port}?tls=false` : `unix:${socket}`,
    port,
    faults,
    refused: () => refused,
    async kill() {
      server.forceShutdown();
    },
    async start() {
      server = serve();
      await listen();
    },
  };
}

type RemovalRequest = InstanceType<typeof streams.DeleteReq>;

function supportedMethods() {
  const method = new features.SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend');
  return new features.SupportedMethods().setEventStoreServerVersion('23.10.0').setMethodsList([method]);
}

/** This node and, when another one leads, that one. */
function clusterOf(leader: Faults['leader'], port: number) {
  const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;
  const member = (host: string, memberPort: number, state: typeof FOLLOWER | typeof LEADER) =>
    new gossip.MemberInfo()
      .setState(state)
      .setIsAlive(true)
      .setTimeStamp('0')
      .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(memberPort));
  const self = member('127.0.0.1', port, leader === null ? LEADER : FOLLOWER);
  const members = leader === null ? [self] : [self, member(leader.host, leader.port, LEADER)];
  return new gossip.ClusterInfo().setMembersList(members);
}
