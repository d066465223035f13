import type { SerialNumber } from '../../domain/kernel/ids.js';
import { unknownMessage, type DeviceErrorRecord, type DeviceRecord, type RawMessage } from '../readings/port.js';
import { readChannel, type ChannelsDraft } from './channel-codec.js';
import { parseHex } from './hex.js';
import { macOf, serialNumberOf } from './identity.js';
import {
  intervalOf,
  maxParametersPerRecord,
  maxRecords,
  type DecodedMessage,
  type DroppedValue,
  type UnreadableReason,
} from './message.js';
import { field, parseXml, type XmlElement } from './xml.js';

type Identity = { readonly serialNumber: SerialNumber | null; readonly mac: string | null };
type Known = Identity & { readonly serialNumber: SerialNumber };

/** Reads any message the long way; `body` is what is kept when it is unknown or cannot be read completely. */
export function parseMessage(xml: string, body: Uint8Array): DecodedMessage {
  const root = parseXml(xml);
  if (typeof root === 'string') return unreadable(root, { serialNumber: null, mac: null }, null, body);
  const identity = { serialNumber: serialNumberOf(field(root, 's')), mac: macOf(field(root, 'm')) };
  const raw = { ...identity, root: root.name.slice(0, 60), reason: unknownMessage, body };
  if (root.name === 'crq') return { kind: 'controlRequest', ...identity };
  if (root.name !== 'rd' && root.name !== 're') return { kind: 'unknown', raw };
  const { serialNumber, mac } = identity;
  if (serialNumber === null) return unreadable('no-serial-number', identity, root.name, body);
  const device = { serialNumber, mac };
  return root.name === 'rd' ? readData(root, device, raw) : readErrors(root, device, raw);
}

export function unreadable(
  reason: UnreadableReason,
  identity: Identity,
  root: string | null,
  body: Uint8Array,
): DecodedMessage {
  return { kind: 'unreadable', raw: { ...identity, root, reason, body } };
}

function readData(root: XmlElement, device: Known, raw: RawMessage): DecodedMessage {
  const dropped: DroppedValue[] = [];
  const { records, problem } = readEach(root, 'd', (element) => readRecord(element, device, dropped));
  if (problem === null) return { kind: 'data', records, dropped };
  const rest = { ...raw, reason: problem };
  return records.length === 0 ? { kind: 'unreadable', raw: rest } : { kind: 'data', records, dropped, rest };
}

function readErrors(root: XmlElement, device: Known, raw: RawMessage): DecodedMessage {
  const { records, problem } = readEach(root, 'e', (element) => readError(element, device, field(root, 't')));
  if (problem === null) return { kind: 'errors', records };
  const rest = { ...raw, reason: problem };
  return records.length === 0 ? { kind: 'unreadable', raw: rest } : { kind: 'errors', records, rest };
}

/** The elements that can be read, at most `maxRecords`, and the first reason why not all of them could. */
function readEach<T extends object>(
  root: XmlElement,
  name: string,
  read: (element: XmlElement) => T | UnreadableReason,
): { readonly records: readonly T[]; readonly problem: UnreadableReason | null } {
  const records: T[] = [];
  let problem: UnreadableReason | null = null;
  for (const element of root.children) {
    if (element.name !== name) continue;
    const record = records.length < maxRecords ? read(element) : 'too-many-elements';
    if (typeof record === 'string') problem ??= record;
    else records.push(record);
  }
  return { records, problem: records.length === 0 ? (problem ?? 'no-records') : problem };
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

/** `timeOfMessage` is the `t` of the message, for an error that has no time of its own. */
function readError(
  element: XmlElement,
  device: Known,
  timeOfMessage: string | null,
): DeviceErrorRecord | UnreadableReason {
  const deviceClockS = clockOf(field(element, 'ts') ?? field(element, 't') ?? timeOfMessage);
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
