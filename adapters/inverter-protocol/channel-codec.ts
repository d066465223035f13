import type { Channels } from '../../domain/production/channels.js';
import { float32, float32Bits, hexDigit, parseHex, signed } from './hex.js';

export type ChannelsDraft = { -readonly [C in keyof Omit<Channels, 'unknown'>]: Channels[C] } & {
  unknown?: Record<string, string>;
};

export type DropReason = 'not-hex' | 'not-finite' | 'implausible' | 'bad-key';

/** No inverter of the field measures more than 10 MW, 10 MV or 10 MA; what does, is a broken word. */
const greatestFloat = 10_000_000;
const greatestSensorValue = 5_000;
const greatestKeyLength = 8;

/**
 * Reads the hex text `text[from..to)` of parameter `key` into its channel, in the unit of the channel's name
 * (factors and types: wire.md 1.4). Unknown keys are kept as sent. Answers why a value was dropped, or null.
 */
export function readChannel(
  channels: ChannelsDraft,
  key: string,
  text: string,
  from: number,
  to: number,
): DropReason | null {
  const bits = parseHex(text, from, to);
  if (bits < 0) return 'not-hex';
  switch (key) {
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
      return readFloat(channels, floatChannels[key], bits);
    case '8':
      return readSigned(channels, 'temperature1C', bits, to - from);
    case '9':
      return readSigned(channels, 'temperature2C', bits, to - from);
    case 'A':
      return readSensor(channels, 'irradianceWPerM2', bits, to - from);
    case 'B':
      return readSensor(channels, 'moduleTemperatureC', bits, to - from);
    case 'C':
      channels.dayEnergyWh = bits * 100;
      return null;
    case 'D':
      channels.status = signed(bits, to - from);
      return null;
    case 'E':
      channels.totalEnergyWh = bits * 100;
      return null;
    case 'F':
      channels.operatingHoursRaw = bits;
      return null;
    case '10':
      // 1/10000 kWh/m², by the data service's sample of 0.1532 kWh/m² on a June morning.
      channels.dayIrradiationWhPerM2 = bits / 10;
      return null;
    case '12':
      channels.powerLimitPercent = bits / 10;
      return null;
    default:
      return readOther(channels, key, text, from, to);
  }
}

const floatChannels = {
  '1': 'acPowerW',
  '2': 'acVoltageV',
  '3': 'acCurrentA',
  '4': 'acFrequencyHz',
  '5': 'dcPowerW',
  '6': 'dcVoltageV',
  '7': 'dcCurrentA',
} as const;

const tenths = {
  '8': 'temperature1C',
  '9': 'temperature2C',
  A: 'irradianceWPerM2',
  B: 'moduleTemperatureC',
} as const;

type NumberChannel = Exclude<keyof Channels, 'unknown'>;

function readFloat(channels: ChannelsDraft, channel: NumberChannel, bits: number): DropReason | null {
  const value = float32(bits);
  if (!Number.isFinite(value)) return 'not-finite';
  if (Math.abs(value) > greatestFloat) return 'implausible';
  channels[channel] = value;
  return null;
}

function readSigned(channels: ChannelsDraft, channel: NumberChannel, bits: number, digits: number): DropReason | null {
  const value = signed(bits, digits) / 10;
  if (Math.abs(value) > greatestSensorValue) return 'implausible';
  channels[channel] = value;
  return null;
}

/** The vendor's list says Signed16, old receivers read a float: eight digits that are a plausible float are one. */
function readSensor(channels: ChannelsDraft, channel: NumberChannel, bits: number, digits: number): DropReason | null {
  if (digits === 8) {
    const value = float32(bits);
    const size = Math.abs(value);
    if (size >= 0.001 && size <= greatestSensorValue) {
      channels[channel] = value;
      return null;
    }
  }
  return readSigned(channels, channel, bits, digits);
}

function readOther(channels: ChannelsDraft, key: string, text: string, from: number, to: number): DropReason | null {
  const canonical = canonicalKey(key);
  if (canonical === null) return 'bad-key';
  if (canonical !== key) return readChannel(channels, canonical, text, from, to);
  (channels.unknown ??= {})[key] = text.slice(from, to);
  return null;
}

/** Keys are upper-case hex without leading zeros. */
function canonicalKey(key: string): string | null {
  if (key.length < 1 || key.length > greatestKeyLength) return null;
  for (let i = 0; i < key.length; i++) if (hexDigit(key.charCodeAt(i)) < 0) return null;
  return key.toUpperCase().replace(/^0+(?=.)/, '');
}

/** The parameters of a record as key and hex text, in the order in which devices send them. */
export function writeChannels(channels: Channels): readonly (readonly [key: string, hex: string])[] {
  const parameters: [string, string][] = [];
  const put = (key: string, value: number | undefined, bitsOf: (value: number) => number) => {
    if (value !== undefined) parameters.push([key, bitsOf(value).toString(16)]);
  };
  for (const [key, channel] of Object.entries(floatChannels)) put(key, channels[channel], float32Bits);
  for (const [key, channel] of Object.entries(tenths)) put(key, channels[channel], (value) => signed16Bits(value * 10));
  put('C', channels.dayEnergyWh, (wh) => Math.round(wh / 100));
  put('D', channels.status, signed16Bits);
  put('E', channels.totalEnergyWh, (wh) => Math.round(wh / 100));
  put('F', channels.operatingHoursRaw, (raw) => raw);
  put('10', channels.dayIrradiationWhPerM2, (whPerM2) => Math.round(whPerM2 * 10));
  for (const [key, hex] of Object.entries(channels.unknown ?? {})) parameters.push([key, hex]);
  put('12', channels.powerLimitPercent, (percent) => Math.round(percent * 10));
  return parameters;
}

function signed16Bits(value: number): number {
  return Math.round(value) & 0xffff;
}
