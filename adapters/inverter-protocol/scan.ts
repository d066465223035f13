import type { DeviceRecord } from '../readings/port.js';
import { readChannel, type ChannelsDraft } from './channel-codec.js';
import { hexDigit } from './hex.js';
import { macOf, serialNumberOf } from './identity.js';
import { intervalOf, maxParametersPerRecord, maxRecords, type DataMessage, type DroppedValue } from './message.js';

const notKnownShape = -1;
const quote = 34;
const lessThan = 60;

/**
 * Reads a data message in exactly the shape that the two known firmwares send (wire.md 1.3 and 1.4), in one pass.
 * Null for anything that deviates by a single character: `parseMessage` reads that, with the same result where both
 * can (a property test holds them equal).
 */
export function scanData(text: string, start: number): DataMessage | null {
  const identity = scanIdentity(text, start);
  if (identity === null) return null;
  const serialNumber = serialNumberOf(identity.serial);
  if (serialNumber === null) return null;
  const mac = macOf(identity.mac);
  const records: DeviceRecord[] = [];
  const dropped: DroppedValue[] = [];
  let at = identity.end;
  while (text.startsWith('<d t="', at)) {
    if (records.length === maxRecords) return null;
    const timeEnd = endOfDigits(text, at + 6, 10);
    if (timeEnd < 0 || !text.startsWith('" l="', timeEnd)) return null;
    const intervalEnd = endOfDigits(text, timeEnd + 5, 9);
    if (intervalEnd < 0 || !text.startsWith('">', intervalEnd)) return null;
    const deviceClockS = Number(text.slice(at + 6, timeEnd));
    const channels: ChannelsDraft = {};
    at = scanParameters(text, intervalEnd + 2, channels, deviceClockS, dropped);
    if (at === notKnownShape) return null;
    records.push({
      serialNumber,
      mac,
      deviceClockS,
      intervalS: intervalOf(Number(text.slice(timeEnd + 5, intervalEnd))),
      channels,
    });
  }
  if (records.length === 0 || !text.startsWith('</rd>', at) || !onlyPadding(text, at + 5)) return null;
  return { kind: 'data', records, dropped };
}

/** Reads `<p i="KEY">HEX</p>` up to and including `</d>`; the position behind it. */
function scanParameters(
  text: string,
  start: number,
  channels: ChannelsDraft,
  deviceClockS: number,
  dropped: DroppedValue[],
): number {
  let at = start;
  let count = 0;
  while (text.startsWith('<p i="', at)) {
    if (++count > maxParametersPerRecord) return notKnownShape;
    const keyEnd = endOfHex(text, at + 6, quote);
    if (keyEnd < 0 || text.charCodeAt(keyEnd + 1) !== 62) return notKnownShape;
    const valueEnd = endOfHex(text, keyEnd + 2, lessThan);
    if (valueEnd < 0 || !text.startsWith('</p>', valueEnd)) return notKnownShape;
    const key = text.slice(at + 6, keyEnd);
    const reason = readChannel(channels, key, text, keyEnd + 2, valueEnd);
    if (reason !== null) dropped.push({ deviceClockS, key, text: text.slice(keyEnd + 2, valueEnd), reason });
    at = valueEnd + 4;
  }
  return text.startsWith('</d>', at) ? at + 4 : notKnownShape;
}

type Identity = { readonly mac: string; readonly serial: string; readonly end: number };

function scanIdentity(text: string, start: number): Identity | null {
  if (text.startsWith('<rd><m>', start)) return scanPair(text, start + 7, '</m><s>', '</s>');
  if (text.startsWith('<rd m="', start)) return scanPair(text, start + 7, '" s="', '">');
  return null;
}

function scanPair(text: string, start: number, between: string, after: string): Identity | null {
  const macEnd = endOfName(text, start);
  if (!text.startsWith(between, macEnd)) return null;
  const serialStart = macEnd + between.length;
  const serialEnd = endOfName(text, serialStart);
  if (!text.startsWith(after, serialEnd)) return null;
  return { mac: text.slice(start, macEnd), serial: text.slice(serialStart, serialEnd), end: serialEnd + after.length };
}

/** End of a run of letters, digits, `-`, `.` and `_`. */
function endOfName(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const lower = code | 32;
    const inName =
      (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122) || code === 45 || code === 46 || code === 95;
    if (!inName) break;
  }
  return at;
}

function endOfDigits(text: string, start: number, max: number): number {
  let at = start;
  while (at - start <= max && isDigit(text.charCodeAt(at))) at++;
  return at > start && at - start <= max ? at : notKnownShape;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** End of 1 to 8 hex digits that are followed by `terminator`. */
function endOfHex(text: string, start: number, terminator: number): number {
  for (let at = start; at <= start + 8; at++) {
    const code = text.charCodeAt(at);
    if (code === terminator) return at > start ? at : notKnownShape;
    if (hexDigit(code) < 0) return notKnownShape;
  }
  return notKnownShape;
}

/** Devices and test tools end a body with nothing, a line break or a NUL. */
function onlyPadding(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) if (!isPadding(text.charCodeAt(at))) return false;
  return true;
}

export function isPadding(code: number): boolean {
  return code === 0 || code === 9 || code === 10 || code === 13 || code === 32;
}
