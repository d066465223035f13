import type { AlertCondition } from '../../domain/alerting/rule.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import { serialNumberOf } from '../../adapters/inverter-protocol/identity.js';
import type { Fault } from '../simulation/device.js';
import { activationCode, macAddress, type FleetDevice } from '../simulation/fleet.js';
import type { Site } from '../simulation/weather.js';
import type { DemoCorrection, DemoPlantBody, DemoSubplantBody } from './house.js';

type DemoInverter = { readonly name: string; readonly subplant: number | null; readonly device: FleetDevice };

export type DemoPlant = {
  readonly body: DemoPlantBody;
  readonly subplants: readonly DemoSubplantBody[];
  readonly inverters: readonly DemoInverter[];
  /** What its owner expects of each month, January first; null = what the model says. */
  readonly expectedWh: readonly number[] | null;
  /** What its owner put right by hand. */
  readonly corrections: readonly (DemoCorrection & { /** Which of its inverters. */ readonly inverter: number })[];
  /** What its owner wants to hear of. */
  readonly watchedFor: readonly AlertCondition[];
};

const dayS = 86_400;
const silence = { kind: 'noData', silentMinutes: 240, countsNight: false } as const;
const behindItsNeighbours = {
  ...({ kind: 'deviation', thresholdPercent: 15, basis: 'specific', among: 'orientation' } as const),
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
} as const;
const anyError = { kind: 'deviceErrors', severity: 'note' } as const;
/** Of a roof in Germany. */
const usualKwhPerKw = [27, 46, 84, 117, 131, 134, 133, 120, 93, 58, 32, 22] as const;
const poorMonth = { kind: 'belowForecast', of: 'plant', period: 'month', thresholdPercent: 10 } as const;

/** Times of the story that the demonstration tells, counted back from now. */
function story(nowS: number) {
  const back = (days: number, lengthDays: number) => ({
    fromS: Math.floor(nowS - days * dayS),
    toS: Math.floor(nowS - (days - lengthDays) * dayS),
  });
  return {
    deadWeek: [{ kind: 'dead', ...back(96, 7) }],
    weakSinceSixWeeks: [{ kind: 'weak', share: 0.79, ...back(44, 44.9) }],
    lostConnections: [
      { kind: 'silent', ...back(291, 2.4) },
      { kind: 'silent', ...back(170, 0.3) },
      { kind: 'silent', ...back(61, 1.2) },
      { kind: 'silent', ...back(9, 1.2) },
    ],
    shadedTwice: [
      { kind: 'weak', share: 0.6, ...back(70, 12) },
      { kind: 'weak', share: 0.6, ...back(9, 3) },
    ],
    silentSinceYesterday: [{ kind: 'silent', ...back(1.7, 2) }],
    tripsOften: [{ kind: 'tripping', timesPerDay: 12, ...back(1.4, 2) }],
  } as const satisfies Record<string, readonly Fault[]>;
}

/** What an owner expects by a share of what is usual, but for the month that was over so many months ago: there, much more. */
function expected(nowS: number, generatorPowerW: number, share: number, monthsAgo: number): readonly number[] {
  const bold = (new Date(nowS * 1_000).getUTCMonth() + 12 - monthsAgo) % 12;
  return usualKwhPerKw.map((kwh, month) => Math.round(kwh * generatorPowerW * (month === bold ? 1.4 : share)));
}

/** Three plants with eight inverters; `name` makes the serial numbers, so that two demonstrations do not share devices. */
export function demoPlants(name: string, nowS: number): readonly DemoPlant[] {
  const { deadWeek, weakSinceSixWeeks, lostConnections, shadedTwice, silentSinceYesterday, tripsOften } = story(nowS);
  const serials = serialNumbers(name);
  const metzingen = site('Metzingen', 48.5363, 9.2858);
  const husum = site('Husum', 54.4769, 9.0511);
  const leipzig = site('Leipzig', 51.3236, 12.4181);
  const device = (
    place: Site,
    typeId: string,
    nominalPowerW: number,
    generatorPowerW: number,
    azimuthDeg: number,
    tiltDeg: number,
    more: Partial<FleetDevice> = {},
  ): FleetDevice => {
    const serialNumber = serials();
    return {
      serialNumber,
      mac: macAddress(serialNumber),
      activationCode: activationCode(serialNumber),
      typeId,
      firmware: typeId.startsWith('sinvert') ? 'element' : 'attribute',
      site: place,
      nominalPowerW,
      generatorPowerW,
      azimuthDeg,
      tiltDeg,
      sensor: false,
      faults: [],
      errorsPerDay: 0.03,
      ...more,
    };
  };
  return [
    {
      body: plantBody('Weingut Steinhalde', 'Kelter, Scheune und Halle am Weinberg', metzingen, {
        address: { street: 'Uracher Straße 12', postcode: '72555', town: 'Metzingen', country: 'DE' },
        altitudeM: 365,
        azimuthDeg: 175,
        tiltDeg: 28,
        moduleAreaM2: 506,
        generatorPowerW: 86_900,
        moduleName: 'Solarwatt Blue 60P 260',
        feedInTariffs: [{ from: '2024-01-01', centsPerKwh: 11.82 }],
      }),
      subplants: [
        { name: 'Süddach', azimuthDeg: 175, tiltDeg: 28, generatorPowerW: 64_500, moduleAreaM2: 376 },
        { name: 'Scheune Ost', azimuthDeg: 90, tiltDeg: 18, generatorPowerW: 11_200, moduleAreaM2: 65 },
        { name: 'Scheune West', azimuthDeg: 270, tiltDeg: 18, generatorPowerW: 11_200, moduleAreaM2: 65 },
      ],
      expectedWh: expected(nowS, 86_900, 1, 1),
      corrections: [
        {
          ...{ inverter: 1, daysAgo: 20, energyWhPerDay: 61_500, basis: 'corrected' },
          reason: 'Am Zähler abgelesen: Das Gerät hatte sich nach dem Gewitter verzählt.',
        },
        {
          ...{ inverter: 4, daysAgo: 1, energyWhPerDay: 9_000, basis: 'estimated' },
          reason: 'Netzwerkkabel war ab. Geschätzt nach Scheune Ost.',
        },
      ],
      watchedFor: [silence, behindItsNeighbours, poorMonth],
      inverters: [
        {
          name: 'Süd 1',
          subplant: 0,
          device: device(metzingen, 'refusol-020k', 19_200, 21_500, 175, 28, { sensor: true }),
        },
        {
          name: 'Süd 2',
          subplant: 0,
          device: device(metzingen, 'refusol-020k', 19_200, 21_500, 175, 28, { faults: shadedTwice }),
        },
        {
          name: 'Süd 3',
          subplant: 0,
          device: device(metzingen, 'refusol-020k', 19_200, 21_500, 175, 28, { faults: weakSinceSixWeeks }),
        },
        { name: 'Scheune Ost', subplant: 1, device: device(metzingen, 'refusol-010k', 10_000, 11_200, 90, 18) },
        {
          name: 'Scheune West',
          subplant: 2,
          device: device(metzingen, 'refusol-010k', 10_000, 11_200, 270, 18, { faults: silentSinceYesterday }),
        },
      ],
    },
    {
      body: plantBody('Hof Dierksen', 'Kuhstall hinter dem Deich', husum, {
        address: { street: 'Porrenkoogweg 3', postcode: '25813', town: 'Husum', country: 'DE' },
        altitudeM: 4,
        azimuthDeg: 190,
        tiltDeg: 22,
        moduleAreaM2: 216,
        generatorPowerW: 36_400,
        moduleName: 'Aleo S19 245',
        feedInTariffs: [],
      }),
      subplants: [],
      expectedWh: null,
      corrections: [],
      watchedFor: [silence, anyError],
      inverters: [
        {
          name: 'Stall links',
          subplant: null,
          device: device(husum, 'sinvert-pvm17', 16_500, 18_200, 190, 22, {
            ...{ errorsPerDay: 0.15, sensor: true },
            faults: tripsOften,
          }),
        },
        {
          name: 'Stall rechts',
          subplant: null,
          device: device(husum, 'sinvert-pvm17', 16_500, 18_200, 190, 22, { errorsPerDay: 0.15, faults: deadWeek }),
        },
      ],
    },
    {
      body: plantBody('Grundschule am Rabet', 'Bürgersolaranlage auf dem Dach der Turnhalle', leipzig, {
        address: { street: 'Eisenbahnstraße 54', postcode: '04315', town: 'Leipzig', country: 'DE' },
        altitudeM: 118,
        azimuthDeg: 160,
        tiltDeg: 15,
        moduleAreaM2: 84,
        generatorPowerW: 14_300,
        moduleName: 'SolarWorld Sunmodule 275',
        feedInTariffs: [],
        public: true,
      }),
      subplants: [],
      expectedWh: expected(nowS, 14_300, 0.7, 2),
      corrections: [
        {
          ...{ inverter: 0, daysAgo: 8, energyWhPerDay: 14_000, basis: 'estimated' },
          reason: 'Router getauscht, die Daten dieses Tages sind verloren.',
        },
      ],
      watchedFor: [silence, poorMonth],
      inverters: [
        {
          name: 'Turnhalle',
          subplant: null,
          device: device(leipzig, 'refusol-013k', 12_400, 14_300, 160, 15, { faults: lostConnections, sensor: true }),
        },
      ],
    },
  ];
}

type PlantFacts = Pick<
  DemoPlantBody,
  'address' | 'azimuthDeg' | 'tiltDeg' | 'moduleAreaM2' | 'generatorPowerW' | 'moduleName' | 'feedInTariffs'
> & { readonly altitudeM: number; readonly public?: boolean };

export function plantBody(name: string, description: string, place: Site, facts: PlantFacts): DemoPlantBody {
  const { altitudeM, public: isPublic = false, ...rest } = facts;
  const { latitudeDeg, longitudeDeg, timeZone } = place;
  return {
    name,
    description,
    kind: 'pv',
    location: { latitudeDeg, longitudeDeg, altitudeM, timeZone },
    powerTemperatureCoefficientPercentPerK: -0.41,
    public: isPublic,
    ...rest,
  };
}

function site(seed: string, latitudeDeg: number, longitudeDeg: number): Site {
  return { seed, latitudeDeg, longitudeDeg, timeZone: 'Europe/Berlin' };
}

function serialNumbers(name: string): () => SerialNumber {
  const letters = name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 20);
  let count = 0;
  return () => {
    const serialNumber = serialNumberOf(`LB${letters}${String(++count).padStart(4, '0')}`);
    if (serialNumber === null) throw new RangeError(`no serial number from ${name}`);
    return serialNumber;
  };
}
