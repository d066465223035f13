import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { DeviceErrorRecord, DeviceRecord, RawMessage } from '../readings/port.js';
import type { DropReason } from './channel-codec.js';

/** A value of a record that could not be used; everything else of the record was. */
export type DroppedValue = {
  readonly deviceClockS: number;
  readonly key: string;
  readonly text: string;
  readonly reason: DropReason;
};

export type DataMessage = {
  readonly kind: 'data';
  readonly records: readonly DeviceRecord[];
  readonly dropped: readonly DroppedValue[];
  /** The whole message, when some of its records could not be read. */
  readonly rest?: RawMessage;
};

type ErrorsMessage = {
  readonly kind: 'errors';
  readonly records: readonly DeviceErrorRecord[];
  /** The whole message, when some of its errors could not be read. */
  readonly rest?: RawMessage;
};

export type UnreadableReason =
  | 'no-xml'
  | 'document-type'
  | 'not-well-formed'
  | 'too-many-elements'
  | 'no-serial-number'
  | 'no-records'
  | 'bad-time'
  | 'bad-code';

type ReadableMessage =
  | DataMessage
  | ErrorsMessage
  | { readonly kind: 'controlRequest'; readonly serialNumber: SerialNumber | null; readonly mac: string | null };

export type DecodedMessage = ReadableMessage | { readonly kind: 'unknown' | 'unreadable'; readonly raw: RawMessage };

/** More than any device could have buffered in one message of the accepted size. */
export const maxRecords = 1_000;
export const maxParametersPerRecord = 128;
export const maxElements = 16_384;

/** Logger interval of a record in whole seconds; null when it is none. */
export function intervalOf(seconds: number): number | null {
  return seconds >= 1 && seconds <= 86_400 ? Math.round(seconds) : null;
}
