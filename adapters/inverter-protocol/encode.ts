import type { DeviceErrorRecord, DeviceRecord } from '../readings/port.js';
import { writeChannels } from './channel-codec.js';

/** Older firmware writes MAC and serial number as elements, newer firmware as attributes (wire.md 1.3). */
export type Firmware = 'element' | 'attribute';

type Device = Pick<DeviceRecord, 'serialNumber' | 'mac'>;

/** The body that a device sends for one record, `xmlData=` included; the inverse of `decodeMessage`. */
export function encodeRecord(record: DeviceRecord, firmware: Firmware): string {
  return encodeRecords([record], firmware);
}

/** One message with all records of one device, as after an outage. Throws on an empty list. */
export function encodeRecords(records: readonly DeviceRecord[], firmware: Firmware): string {
  return message('rd', records, firmware, (record) => {
    const parameters = writeChannels(record.channels).map(([key, hex]) => `<p i="${key}">${hex}</p>`);
    return `<d t="${record.deviceClockS}" l="${record.intervalS ?? 0}">${parameters.join('')}</d>`;
  });
}

export function encodeErrors(records: readonly DeviceErrorRecord[], firmware: Firmware): string {
  return message('re', records, firmware, (error) => {
    const code = parseInt(error.code, 16).toString(16);
    const fields = [
      ['ts', error.deviceClockS],
      ['code', code],
      ['state', error.state],
      ['short', error.short],
      ['long', error.long],
      ['type', error.type],
      ['actstate', error.stateAfter],
    ] as const;
    const elements = fields.map(([name, value]) => (value === null ? '' : `<${name}>${value}</${name}>`));
    return `<e>${elements.join('')}</e>`;
  });
}

export function encodeControlRequest(device: Device, firmware: Firmware): string {
  return message('crq', [device], firmware, () => '');
}

function message<D extends Device>(
  root: string,
  parts: readonly D[],
  firmware: Firmware,
  write: (part: D) => string,
): string {
  const [device] = parts;
  if (device === undefined) throw new RangeError('a message needs at least one record');
  const mac = device.mac ?? '';
  const head =
    firmware === 'element'
      ? `<${root}><m>${mac}</m><s>${device.serialNumber}</s>`
      : `<${root} m="${mac}" s="${device.serialNumber}">`;
  return `xmlData=${head}${parts.map(write).join('')}</${root}>`;
}
