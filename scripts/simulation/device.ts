import type { DeviceErrorRecord, DeviceRecord } from '../../adapters/readings/port.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { Channels } from '../../domain/production/channels.js';
import type { Firmware } from '../../adapters/inverter-protocol/encode.js';
import { localClockS } from './local-clock.js';
import { hash01 } from './random.js';
import { planeIrradianceWPerM2, skyAt, type Site, type Sky } from './weather.js';

/**
 * `dead` - produces and sends nothing · `silent` - produces, but its messages are lost · `weak` - produces only `share`
 * of what it could · `tripping` - the grid interrupts it about `timesPerDay`. Times are epoch seconds; the end is exclusive.
 */
export type Fault = { readonly fromS: number; readonly toS: number } & (
  | { readonly kind: 'dead' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'weak'; readonly share: number }
  | { readonly kind: 'tripping'; readonly timesPerDay: number }
);

export type SimulatedDevice = {
  readonly serialNumber: SerialNumber;
  readonly mac: string;
  readonly firmware: Firmware;
  readonly site: Site;
  readonly nominalPowerW: number;
  /** Peak power of the modules that are connected to this device. */
  readonly generatorPowerW: number;
  readonly azimuthDeg: number;
  readonly tiltDeg: number;
  /** Has an irradiance and a module temperature sensor. */
  readonly sensor: boolean;
  readonly faults: readonly Fault[];
  /** Grid events per day that interrupt the device for one interval, e.g. 0.02. */
  readonly errorsPerDay: number;
};

/** What a device carries from one interval to the next. */
export type DeviceCounters = {
  readonly lastS: number;
  readonly dayEnergyWh: number;
  readonly totalEnergyWh: number;
  readonly dayIrradiationWhPerM2: number;
  readonly operatingHours: number;
};

type Interval = {
  readonly counters: DeviceCounters;
  /** Null at night, and while the device is dead or silent. */
  readonly record: DeviceRecord | null;
  readonly errors: readonly DeviceErrorRecord[];
};

export const freshCounters = (startS: number, totalEnergyWh = 0): DeviceCounters => ({
  lastS: startS,
  dayEnergyWh: 0,
  totalEnergyWh,
  dayIrradiationWhPerM2: 0,
  operatingHours: Math.round(totalEnergyWh / 3_000),
});

/** Devices sleep in the dark; they wake when the sun comes within two degrees of the horizon. */
const wakeElevationDeg = -2;
const daySeconds = 86_400;
const errorCodes = ['0A010C', '0A010C', '0A0016', '0A010A', '0A0004', '100002'];

/** Runs a device to `nowS` (epoch seconds) and answers what it measured and sends then. Pure and deterministic. */
export function runDevice(device: SimulatedDevice, counters: DeviceCounters, nowS: number): Interval {
  const clockS = localClockS(device.site.timeZone, nowS);
  const intervalS = nowS - counters.lastS;
  const newDay =
    Math.floor(clockS / daySeconds) !== Math.floor(localClockS(device.site.timeZone, counters.lastS) / daySeconds);
  const sky = skyAt(device.site, nowS);
  const fault = device.faults.find((candidate) => nowS >= candidate.fromS && nowS < candidate.toS);
  const asleep = sky.sunElevationDeg < wakeElevationDeg || fault?.kind === 'dead';
  if (asleep) {
    return {
      counters: { ...counters, lastS: nowS, ...(newDay ? { dayEnergyWh: 0, dayIrradiationWhPerM2: 0 } : {}) },
      record: null,
      errors: [],
    };
  }
  const errorsPerDay = fault?.kind === 'tripping' ? fault.timesPerDay : device.errorsPerDay;
  const errors = errorsAt({ ...device, errorsPerDay }, nowS, intervalS, clockS);
  const share = (fault?.kind === 'weak' ? fault.share : 1) * (errors.length > 0 ? 0 : 1);
  const electric = electricAt(device, sky, nowS, share);
  const energyWh = (electric.acPowerW * intervalS) / 3_600;
  const grown: DeviceCounters = {
    lastS: nowS,
    dayEnergyWh: (newDay ? 0 : counters.dayEnergyWh) + energyWh,
    totalEnergyWh: counters.totalEnergyWh + energyWh,
    dayIrradiationWhPerM2:
      (newDay ? 0 : counters.dayIrradiationWhPerM2) + (electric.irradianceWPerM2 * intervalS) / 3_600,
    operatingHours: counters.operatingHours + intervalS / 3_600,
  };
  if (fault?.kind === 'silent') return { counters: grown, record: null, errors: [] };
  const { serialNumber, mac } = device;
  const status = errors.length > 0 ? 6 : electric.acPowerW > 0 ? 4 : 3;
  const channels = channelsOf(device, electric, grown, status);
  return { counters: grown, record: { serialNumber, mac, deviceClockS: clockS, intervalS, channels }, errors };
}

type Electric = {
  readonly irradianceWPerM2: number;
  readonly moduleTemperatureC: number;
  readonly dcPowerW: number;
  readonly acPowerW: number;
  readonly acVoltageV: number;
  readonly acFrequencyHz: number;
  readonly dcVoltageV: number;
  readonly airTemperatureC: number;
};

/** Modules at -0.4 %/K, 8 % wiring, soiling and mismatch, an inverter that needs 0.4 % of its power for itself and clips at 100 %. */
function electricAt(device: SimulatedDevice, sky: Sky, nowS: number, share: number): Electric {
  const seed = device.serialNumber;
  const irradianceWPerM2 = planeIrradianceWPerM2(sky, device.azimuthDeg, device.tiltDeg);
  const moduleTemperatureC = sky.airTemperatureC + irradianceWPerM2 * 0.028;
  const individual = 0.975 + 0.05 * hash01(seed);
  const jitter = 0.99 + 0.02 * hash01(seed, nowS);
  const possibleW =
    ((device.generatorPowerW * irradianceWPerM2) / 1_000) *
    (1 - 0.004 * (moduleTemperatureC - 25)) *
    (0.92 * individual * jitter * share);
  const ownW = device.nominalPowerW * 0.004;
  const acPowerW = Math.max(0, Math.min(device.nominalPowerW, possibleW * 0.985 - ownW));
  return {
    irradianceWPerM2,
    moduleTemperatureC,
    dcPowerW: acPowerW > 0 ? acPowerW / 0.985 + ownW : Math.max(0, Math.min(possibleW, ownW)),
    acPowerW,
    acVoltageV: 229 + 3 * hash01(`${seed} grid`, nowS) + 4 * (acPowerW / device.nominalPowerW),
    acFrequencyHz: 49.96 + 0.08 * hash01('grid', nowS),
    dcVoltageV:
      irradianceWPerM2 < 1 ? 0 : 640 - 2.1 * moduleTemperatureC + 40 * Math.log10(irradianceWPerM2 / 1_000 + 0.01),
    airTemperatureC: sky.airTemperatureC,
  };
}

function channelsOf(device: SimulatedDevice, electric: Electric, counters: DeviceCounters, status: number): Channels {
  const load = electric.acPowerW / device.nominalPowerW;
  const inside = electric.airTemperatureC + 8;
  return {
    acPowerW: single(electric.acPowerW),
    acVoltageV: single(electric.acVoltageV),
    acCurrentA: single(electric.acPowerW / electric.acVoltageV),
    acFrequencyHz: single(electric.acFrequencyHz),
    dcPowerW: single(electric.dcPowerW),
    dcVoltageV: single(electric.dcVoltageV),
    dcCurrentA: electric.dcVoltageV > 0 ? single(electric.dcPowerW / electric.dcVoltageV) : 0,
    temperature1C: tenth(inside + 28 * load),
    temperature2C: tenth(inside + 14 * load),
    ...(device.sensor
      ? { irradianceWPerM2: tenth(electric.irradianceWPerM2), moduleTemperatureC: tenth(electric.moduleTemperatureC) }
      : {}),
    dayEnergyWh: Math.floor(counters.dayEnergyWh / 100) * 100,
    status,
    totalEnergyWh: Math.floor(counters.totalEnergyWh / 100) * 100,
    operatingHoursRaw: Math.floor(counters.operatingHours * 10),
    ...(device.sensor ? { dayIrradiationWhPerM2: tenth(counters.dayIrradiationWhPerM2) } : {}),
    ...(device.firmware === 'attribute' ? { powerLimitPercent: 100 } : {}),
  };
}

/** At most one grid event per interval, always the same for the same device and moment. */
function errorsAt(device: SimulatedDevice, nowS: number, intervalS: number, clockS: number): DeviceErrorRecord[] {
  const chance = (device.errorsPerDay * intervalS) / 43_200;
  if (hash01(`${device.serialNumber} errors`, nowS) >= chance) return [];
  const code = errorCodes[Math.floor(hash01(`${device.serialNumber} code`, nowS) * errorCodes.length)] ?? '0A010C';
  const at = clockS - Math.floor(hash01(`${device.serialNumber} second`, nowS) * Math.min(intervalS, 600));
  const { serialNumber, mac } = device;
  return [{ serialNumber, mac, deviceClockS: at, code, state: 2, stateAfter: 6, short: 0, long: 2048, type: 8 }];
}

function single(value: number): number {
  return Math.fround(Math.round(value * 10_000) / 10_000);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
