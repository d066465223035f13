import { createRequire } from 'node:module';
import type * as Grpc from '@grpc/grpc-js';
import type { Metadata, ServerDuplexStream, ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import type * as AnyModule from 'google-protobuf/google/protobuf/any_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

/**
 * The wire protocol of EventStoreDB as the client's own package defines it. The runtime comes from the client's
 * dependency path: messages of another copy of google-protobuf would not be recognised.
 */
const ofClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));
export const grpc = ofClient('@grpc/grpc-js') as typeof Grpc;
const { Any } = ofClient('google-protobuf/google/protobuf/any_pb') as typeof AnyModule;

export { features, featuresService, gossip, gossipService, shared, streams, streamsService };
export type { Metadata, sendUnaryData, ServerDuplexStream, ServerUnaryCall, ServerWritableStream };

export type ReadReq = InstanceType<typeof streams.ReadReq>;
export type ReadResp = InstanceType<typeof streams.ReadResp>;
export type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
export type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;
export type ReadOptions = InstanceType<typeof streams.ReadReq.Options>;

/** A gRPC status with the trailer by which the server names its exceptions. */
export function exception(code: number, name: string, details: Readonly<Record<string, string>> = {}) {
  const metadata = new grpc.Metadata();
  metadata.set('exception', name);
  for (const [key, value] of Object.entries(details)) metadata.set(key, value);
  return { code, details: name, metadata };
}

/** google.rpc.Status with a packed detail, as BatchAppend answers failures. */
export function packedError(
  code: number,
  name: string,
  detail: { serializeBinary(): Uint8Array },
): InstanceType<typeof rpc.Status> {
  const packed = new Any();
  packed.pack(detail.serializeBinary(), `event_store.client.${name}`);
  return new rpc.Status().setCode(code).setMessage(name).setDetails(packed);
}

export function streamIdentifier(streamId: string) {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(streamId).toString('base64'));
}

export function streamName(identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}
