import { serialNumberOf } from '../../adapters/inverter-protocol/identity.js';
import type { Firmware } from '../../adapters/inverter-protocol/encode.js';
import type { Fault, SimulatedDevice } from './device.js';
import { hash01 } from './random.js';
import type { Site } from './weather.js';

export type FleetDevice = SimulatedDevice & {
  /** Id of the inverter type in the catalogue. */
  readonly typeId: string;
  readonly activationCode: string;
};

type FleetOptions = {
  readonly devices: number;
  readonly serialPrefix: string;
  readonly firmware: Firmware | 'mixed';
  readonly outages: boolean;
  readonly errors: boolean;
  readonly site: Site;
};

const types = [
  ['refusol-008k', 8_250],
  ['refusol-010k', 10_000],
  ['refusol-013k', 12_400],
  ['refusol-017k', 16_500],
  ['refusol-020k', 19_200],
  ['sinvert-pvm10', 10_000],
  ['sinvert-pvm13', 12_400],
  ['sinvert-pvm17', 16_500],
  ['sinvert-pvm20', 19_200],
] as const;

const daySeconds = 86_400;

/**
 * The same fleet for the same options, whenever it is built. Throws a RangeError when the prefix makes no serial
 * number. Outages are laid over `[fromS, toS)`.
 */
export function fleetOf(options: FleetOptions, fromS: number, toS: number): readonly FleetDevice[] {
  return Array.from({ length: options.devices }, (_, index) => {
    const serialNumber = serialNumberOf(`${options.serialPrefix}${String(index + 1).padStart(6, '0')}`);
    if (serialNumber === null) throw new RangeError(`no serial number: ${options.serialPrefix}`);
    const [typeId, nominalPowerW] = types[Math.floor(hash01(serialNumber, 1) * types.length)] ?? types[0];
    return {
      serialNumber,
      mac: macAddress(serialNumber),
      typeId,
      activationCode: activationCode(serialNumber),
      firmware: options.firmware === 'mixed' ? (index % 2 === 0 ? 'element' : 'attribute') : options.firmware,
      site: options.site,
      nominalPowerW,
      generatorPowerW: Math.round(nominalPowerW * (0.95 + 0.3 * hash01(serialNumber, 2))),
      azimuthDeg: Math.round(135 + 90 * hash01(serialNumber, 3)),
      tiltDeg: Math.round(15 + 25 * hash01(serialNumber, 4)),
      sensor: index % 3 === 0,
      faults: options.outages ? outagesOf(serialNumber, fromS, toS) : [],
      errorsPerDay: options.errors ? 0.2 : 0,
    };
  });
}

/** MAC address in the range that the vendor's devices use (wire.md 3.2). */
export function macAddress(serialNumber: string): string {
  const number = Math.floor(hash01(serialNumber, 5) * 0x100_0000);
  return `502DF4${number.toString(16).toUpperCase().padStart(6, '0')}`;
}

export function activationCode(serialNumber: string): string {
  const part = (salt: number) => String(Math.floor(hash01(serialNumber, salt) * 10_000)).padStart(4, '0');
  return `${part(6)}-${part(7)}`;
}

/** The file that `import-devices` reads. */
export function registryCsv(fleet: readonly FleetDevice[]): string {
  const rows = fleet.map((device) => `${device.serialNumber},${device.activationCode},${device.typeId}`);
  return ['serialNumber,activationCode,type', ...rows, ''].join('\n');
}

/** On 3 % of the days the connection is lost for hours; once in a while a device is dead for three days. */
function outagesOf(serialNumber: string, fromS: number, toS: number): readonly Fault[] {
  const faults: Fault[] = [];
  for (let day = Math.floor(fromS / daySeconds); day * daySeconds < toS; day++) {
    const startS = day * daySeconds + Math.floor((6 + 9 * hash01(`${serialNumber} start`, day)) * 3_600);
    const chance = hash01(`${serialNumber} outage`, day);
    if (chance < 0.004) faults.push({ kind: 'dead', fromS: startS, toS: startS + 3 * daySeconds });
    else if (chance < 0.034) {
      const lengthS = Math.floor((1 + 5 * hash01(`${serialNumber} length`, day)) * 3_600);
      faults.push({ kind: 'silent', fromS: startS, toS: startS + lengthS });
    }
  }
  return faults;
}
