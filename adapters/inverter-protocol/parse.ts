import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { DeviceErrorRecord, DeviceRecord } from '../readings/port.js';
import { readChannel, type ChannelsDraft } from './channel-codec.js';
import { parseHex } from './hex.js';
import { macOf, serialNumberOf } from './identity.js';
import {
  intervalOf,
  maxParametersPerRecord,
  maxRecords,
  type DecodedMessage,
  type DroppedValue,
  type ReadableMessage,
  type UnreadableReason,
} from './message.js';
import { field, parseXml, type XmlElement } from './xml.js';

type Identity = { readonly serialNumber: SerialNumber | null; readonly mac: string | null };
type Known = Identity & { readonly serialNumber: SerialNumber };

/** Reads any message the long way; `body` is what is kept when it is unknown or cannot be read. */
export function parseMessage(xml: string, body: Uint8Array): DecodedMessage {
  const root = parseXml(xml);
  if (typeof root === 'string') return unreadable(root, { serialNumber: null, mac: null }, null, body);
  const identity = { serialNumber: serialNumberOf(field(root, 's')), mac: macOf(field(root, 'm')) };
  const message = readRoot(root, identity);
  if (message === null) return { kind: 'unknown', raw: { ...identity, root: root.name.slice(0, 60), body } };
  if (typeof message === 'string') return unreadable(message, identity, root.name, body);
  return message;
}

export function unreadable(
  reason: UnreadableReason,
  identity: Identity,
  root: string | null,
  body: Uint8Array,
): DecodedMessage {
  return { kind: 'unreadable', reason, raw: { ...identity, root, body } };
}

function readRoot(root: XmlElement, identity: Identity): ReadableMessage | UnreadableReason | null {
  if (root.name === 'crq') return { kind: 'controlRequest', ...identity };
  if (root.name !== 'rd' && root.name !== 're') return null;
  const { serialNumber, mac } = identity;
  if (serialNumber === null) return 'no-serial-number';
  return root.name === 'rd' ? readData(root, { serialNumber, mac }) : readErrors(root, { serialNumber, mac });
}

function readData(root: XmlElement, device: Known): ReadableMessage | UnreadableReason {
  const dropped: DroppedValue[] = [];
  const records: DeviceRecord[] = [];
  for (const element of root.children) {
    if (element.name !== 'd') continue;
    const record = readRecord(element, device, dropped);
    if (typeof record === 'string') return record;
    records.push(record);
  }
  if (records.length > maxRecords) return 'too-many-elements';
  return records.length === 0 ? 'no-records' : { kind: 'data', records, dropped };
}

function readRecord(element: XmlElement, device: Known, dropped: DroppedValue[]): DeviceRecord | UnreadableReason {
  const deviceClockS = clockOf(field(element, 't'));
  if (deviceClockS === null) return 'bad-time';
  const parameters = element.children.filter((candidate) => candidate.name === 'p');
  if (parameters.length > maxParametersPerRecord) return 'too-many-elements';
  const channels: ChannelsDraft = {};
  for (const parameter of parameters) {
    const key = parameter.attributes.get('i') ?? '';
    const { text } = parameter;
    const reason = readChannel(channels, key, text, 0, text.length);
    if (reason !== null) dropped.push({ deviceClockS, key: key.slice(0, 40), text: text.slice(0, 40), reason });
  }
  const interval = field(element, 'l');
  const intervalS = interval !== null && /^\d{1,9}(\.\d{1,6})?$/.test(interval) ? intervalOf(Number(interval)) : null;
  return { ...device, deviceClockS, intervalS, channels };
}

function readErrors(root: XmlElement, device: Known): ReadableMessage | UnreadableReason {
  const records: DeviceErrorRecord[] = [];
  for (const element of root.children) {
    if (element.name !== 'e') continue;
    const record = readError(element, device);
    if (typeof record === 'string') return record;
    records.push(record);
  }
  if (records.length > maxRecords) return 'too-many-elements';
  return records.length === 0 ? 'no-records' : { kind: 'errors', records };
}

function readError(element: XmlElement, device: Known): DeviceErrorRecord | UnreadableReason {
  const deviceClockS = clockOf(field(element, 'ts') ?? field(element, 't'));
  if (deviceClockS === null) return 'bad-time';
  const code = codeOf(field(element, 'code'));
  if (code === null) return 'bad-code';
  return {
    ...device,
    deviceClockS,
    code,
    state: stateOf(field(element, 'state')),
    stateAfter: stateOf(field(element, 'actstate')),
    short: numberOf(field(element, 'short')),
    long: numberOf(field(element, 'long')),
    type: numberOf(field(element, 'type')),
  };
}

function clockOf(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** Six upper-case hex digits; the device's own buffer sets the top bit of the same code (wire.md 1.5). */
function codeOf(text: string | null): string | null {
  if (text === null) return null;
  const code = parseHex(text, 0, text.length);
  const portalCode = code >= 0x8000_0000 ? code - 0x8000_0000 : code;
  if (portalCode < 0 || portalCode > 0xff_ffff) return null;
  return portalCode.toString(16).toUpperCase().padStart(6, '0');
}

function numberOf(text: string | null): number | null {
  if (text === null || !/^-?\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= -0x8000_0000 && value <= 0xffff_ffff ? value : null;
}

function stateOf(text: string | null): number | null {
  const value = numberOf(text);
  return value !== null && Math.abs(value) <= 0xffff ? value : null;
}
