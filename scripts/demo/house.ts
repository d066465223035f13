import type { z } from 'zod';
import type { ReadingsIntake } from '../../adapters/readings/port.js';
import type { AlertCondition } from '../../domain/alerting/rule.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import type { RegisterBody } from '../../http/schemas/accounts.js';
import type { InverterBody, PlantBody, SubplantBody } from '../../http/schemas/plants.js';

export type DemoAccount = Omit<z.input<typeof RegisterBody>, 'accepted'>;
export type DemoPlantBody = z.input<typeof PlantBody>;
export type DemoSubplantBody = z.input<typeof SubplantBody>;
type DemoInverterBody = z.input<typeof InverterBody>;

export type DemoCorrection = {
  readonly daysAgo: number;
  readonly energyWhPerDay: number | null;
  readonly basis: 'corrected' | 'estimated';
  readonly reason: string;
};

type FoundAccount = {
  readonly accountId: string;
  readonly registeredAt: Temporal.Instant;
  /** Registered by this very call. */
  readonly isNew: boolean;
};

/** What the demonstration needs of the system. Each promise resolves when the next step can rely on it. */
export type DemoHouse = {
  /**
   * Registers an account that accepted the current documents, with its e-mail address validated, unless an earlier run
   * did. Null when the user name belongs to somebody else.
   */
  account(account: DemoAccount): Promise<FoundAccount | null>;
  /** When the newest stored record of these devices was measured, epoch seconds; null without any. */
  newestRecordS(serialNumbers: readonly string[]): Promise<number | null>;
  /** Brings devices into the operator's registry; `typeId` is an id of the inverter catalogue. */
  registerDevices(
    devices: readonly { readonly serialNumber: string; readonly activationCode: string; readonly typeId: string }[],
  ): Promise<void>;
  /** Like the other two, repeats nothing that an earlier run did under the same key. */
  addPlant(accountId: string, plant: DemoPlantBody, key: string): Promise<string>;
  addSubplant(accountId: string, plantId: string, subplant: DemoSubplantBody, key: string): Promise<string>;
  /** Adds an inverter with its activation code; afterwards the intake knows in which plant the device stands. */
  addInverter(accountId: string, plantId: string, inverter: DemoInverterBody, key: string): Promise<string>;
  /** Writes down what its owner expects of each month. */
  expect(accountId: string, plantId: string, monthsWh: readonly number[], key: string): Promise<void>;
  /** Writes down what an inverter made on a day of the plant, counted back from the day of an instant. */
  correct(
    accountId: string,
    plantId: string,
    correction: DemoCorrection & { readonly inverterId: string; readonly now: Temporal.Instant },
    key: string,
  ): Promise<void>;
  /** Watches a plant by rules that tell its owner, and finds what they would have found up to an instant. */
  watch(
    accountId: string,
    plantId: string,
    watch: { readonly conditions: readonly AlertCondition[]; readonly now: Temporal.Instant; readonly days: number },
    key: string,
  ): Promise<void>;
  readonly intake: ReadingsIntake;
  /** Keeps weather for the surroundings of a place, as if a service had told it at an instant (epoch seconds). */
  keepWeather(
    place: { readonly latitudeDeg: number; readonly longitudeDeg: number },
    intervals: readonly WeatherInterval[],
    issuedS: number,
  ): Promise<void>;
  /** Resolves when sums and read models have caught up with everything that was loaded. */
  settle(): Promise<void>;
};

export type OpenDemoHouse = DemoHouse & {
  /** Which database this is, for people. */
  readonly databasePlace: string;
  close(): Promise<void>;
};
