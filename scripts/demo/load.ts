import type { DemoAccount, DemoHouse } from './house.js';
import { neighbourPlants } from './neighbours.js';
import { demoPlants, type DemoPlant } from './plants.js';
import { simulatedWeather } from './weather.js';
import { loadProduction, type ProductionCounts } from './production.js';

type DemoOptions = {
  readonly userName: string;
  readonly password: string;
  /** Length of the production that is loaded; 14 months when left out. */
  readonly days?: number;
  readonly onProgress?: (share: number, counts: ProductionCounts) => void;
};

type DemoResult =
  | { readonly kind: 'loaded'; readonly plants: number; readonly inverters: number; readonly counts: ProductionCounts }
  | { readonly kind: 'already-there' }
  /** The user name belongs to an account that is no demonstration. */
  | { readonly kind: 'name-taken'; readonly userName: string };

const fourteenMonthsDays = 426;
/** Of neighbours, only what the map and the list of public plants show is of interest. */
const neighbourDays = 30;
/** For so long its owner has wanted to hear of faults. */
const watchedDays = 100;

/** As far as weather services look ahead. */
const forecastDays = 7;

/** The last records of a complete demonstration are younger than this, even when a device is down. */
const completeWithinS = 86_400;

/** Whose plants are loaded together. */
type Household = {
  readonly account: DemoAccount;
  readonly plants: (nowS: number) => readonly DemoPlant[];
  readonly days: number;
  /** Whether the portal knows the weather of its places. */
  readonly hasWeather: boolean;
};

/**
 * Founds the demonstration account with its plants and their production up to now, and neighbours who show theirs to
 * everybody. A run that was broken off is taken up where it stood: its commands and records repeat nothing, and its time
 * counts from its own beginning.
 */
export async function loadDemo(house: DemoHouse, options: DemoOptions): Promise<DemoResult> {
  const { userName, days = fourteenMonthsDays } = options;
  const own = { account: demoAccount(options), plants: (nowS: number) => demoPlants(userName, nowS), days };
  const others = { account: neighboursOf(options), plants: () => neighbourPlants(userName) };
  const households = [
    // The small one first: what the portal makes of 14 months keeps it busy for a while.
    { ...others, days: Math.min(days, neighbourDays), hasWeather: false },
    { ...own, hasWeather: true },
  ];
  let loaded: Loaded | null = null;
  for (const [index, household] of households.entries()) {
    const before: Loaded = loaded ?? nothingYet;
    const one = await loadHousehold(house, household, (share, counts) => {
      options.onProgress?.((index + share) / households.length, sumOf(before.counts, counts));
    });
    if (one.kind === 'name-taken') return one;
    if (one.kind === 'already-there') continue;
    const [plants, inverters] = [before.plants + one.plants, before.inverters + one.inverters];
    loaded = { kind: 'loaded', plants, inverters, counts: sumOf(before.counts, one.counts) };
  }
  return loaded ?? { kind: 'already-there' };
}

type Loaded = Extract<DemoResult, { readonly kind: 'loaded' }>;

const nothingYet: Loaded = { kind: 'loaded', plants: 0, inverters: 0, counts: { records: 0, errors: 0 } };

function sumOf(one: ProductionCounts, other: ProductionCounts): ProductionCounts {
  return { records: one.records + other.records, errors: one.errors + other.errors };
}

async function loadHousehold(
  house: DemoHouse,
  household: Household,
  onProgress: (share: number, counts: ProductionCounts) => void,
): Promise<DemoResult> {
  const account = await house.account(household.account);
  if (account === null) return { kind: 'name-taken', userName: household.account.userName };
  const nowS = Math.floor(account.registeredAt.epochMilliseconds / 1000);
  const plants = household.plants(nowS);
  const devices = plants.flatMap((plant) => plant.inverters.map((inverter) => inverter.device));
  const toS = Math.floor(nowS / 600) * 600;
  const fromS = toS - household.days * 86_400;
  const storedToS = await house.newestRecordS(devices.map(({ serialNumber }) => serialNumber));
  if (storedToS !== null && storedToS >= toS - completeWithinS) return { kind: 'already-there' };

  await house.registerDevices(devices);
  const added: AddedPlant[] = [];
  for (const [index, plant] of plants.entries()) {
    added.push(await addPlant(house, account.accountId, plant, `demo/${index}`));
  }
  const sites = household.hasWeather ? new Set(devices.map((device) => device.site)) : [];
  for (const site of sites) {
    await house.keepWeather(site, simulatedWeather(site, { fromS, toS: toS + forecastDays * 86_400 }), nowS);
  }
  const counts = await loadProduction(devices, house.intake, { fromS, toS, storedToS }, onProgress);
  for (const [index, { plantId, inverterIds }] of added.entries()) {
    for (const [n, { inverter, ...correction }] of (plants[index]?.corrections ?? []).entries()) {
      const wish = { ...correction, inverterId: inverterIds[inverter] ?? '', now: account.registeredAt };
      await house.correct(account.accountId, plantId, wish, `demo/${index}/correction/${n}`);
    }
  }
  await house.settle();
  for (const [index, { expectedWh, watchedFor: conditions }] of plants.entries()) {
    const plantId = added[index]?.plantId ?? '';
    if (expectedWh !== null) await house.expect(account.accountId, plantId, expectedWh, `demo/${index}/expected`);
    if (conditions.length === 0) continue;
    const watch = { conditions, now: account.registeredAt, days: watchedDays };
    await house.watch(account.accountId, plantId, watch, `demo/${index}/rule`);
  }
  return { kind: 'loaded', plants: plants.length, inverters: devices.length, counts };
}

type AddedPlant = { readonly plantId: string; readonly inverterIds: readonly string[] };

async function addPlant(house: DemoHouse, accountId: string, plant: DemoPlant, key: string): Promise<AddedPlant> {
  const plantId = await house.addPlant(accountId, plant.body, key);
  const subplantIds: string[] = [];
  for (const [index, subplant] of plant.subplants.entries()) {
    subplantIds.push(await house.addSubplant(accountId, plantId, subplant, `${key}/subplant/${index}`));
  }
  const inverterIds: string[] = [];
  for (const { name, subplant, device } of plant.inverters) {
    const inverter = {
      serialNumber: device.serialNumber,
      activationCode: device.activationCode,
      name,
      subplantId: subplant === null ? null : (subplantIds[subplant] ?? null),
    };
    inverterIds.push(await house.addInverter(accountId, plantId, inverter, `${key}/${device.serialNumber}`));
  }
  return { plantId, inverterIds };
}

/** They own the public plants around; nobody signs in as them. */
function neighboursOf({ userName, password }: DemoOptions): DemoAccount {
  return {
    ...demoAccount({ userName, password }),
    userName: `${userName}-nachbarn`,
    email: `${userName}-nachbarn@example.com`,
    person: { firstName: 'Jonas', lastName: 'Sommerfeld' },
  };
}

function demoAccount({ userName, password }: DemoOptions): DemoAccount {
  return {
    userName,
    email: `${userName}@example.com`,
    password,
    kind: 'consumer',
    person: { firstName: 'Clara', lastName: 'Steinhalde' },
    address: { street: 'Uracher Straße 12', postcode: '72555', town: 'Metzingen', country: 'DE' },
    language: 'de',
  };
}
