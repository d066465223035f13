import { encodeControlRequest, encodeErrors, encodeRecords } from '../../adapters/inverter-protocol/encode.js';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import type { DeviceErrorRecord, DeviceRecord } from '../../adapters/readings/port.js';
import type { SimulatedDevice } from './device.js';

export type LinkCounts = { messages: number; records: number; errors: number; clockReplies: number; failures: number };

/** Sends a body to the portal and answers with the body of its reply; null when it was anything but a 200. */
export type Post = (body: string) => Promise<string | null>;

/** Records of one message after an outage, and what a device's memory holds while the portal is away. */
const recordsPerMessage = 50;
const memoryRecords = 2_000;

/** A device's connection to the portal: what is not acknowledged stays in its memory and is sent again, in order. */
export function deviceLink(device: SimulatedDevice, post: Post, counts: LinkCounts) {
  let records: DeviceRecord[] = [];
  let errors: DeviceErrorRecord[] = [];
  let sending: Promise<void> | null = null;

  async function sendAll(): Promise<void> {
    while (records.length > 0 || errors.length > 0) {
      const someErrors = errors.slice(0, recordsPerMessage);
      const someRecords = records.slice(0, recordsPerMessage);
      const body =
        someErrors.length > 0 ? encodeErrors(someErrors, device.firmware) : encodeRecords(someRecords, device.firmware);
      const reply = await post(body);
      counts.messages++;
      if (reply !== okReply) {
        counts.failures++;
        return;
      }
      if (someErrors.length > 0) {
        counts.errors += someErrors.length;
        errors = errors.slice(someErrors.length);
      } else {
        counts.records += someRecords.length;
        records = records.slice(someRecords.length);
      }
    }
  }

  return {
    get unsent(): number {
      return records.length + errors.length;
    },
    /** Resolves when everything is acknowledged or a message has failed. */
    async send(record: DeviceRecord | null, newErrors: readonly DeviceErrorRecord[]): Promise<void> {
      if (record !== null) records = [...records, record].slice(-memoryRecords);
      if (newErrors.length > 0) errors = [...errors, ...newErrors].slice(-memoryRecords);
      sending ??= sendAll().finally(() => (sending = null));
      await sending;
    },
    async askForTime(): Promise<void> {
      const reply = await post(encodeControlRequest(device, device.firmware));
      counts.messages++;
      if (reply?.includes('SETINVERTERTIME') === true) counts.clockReplies++;
      else counts.failures++;
    },
  };
}
