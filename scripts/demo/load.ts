import type { Temporal } from '../../domain/kernel/time.js';
import type { DemoAccount, DemoHouse } from './house.js';
import { demoPlants, type DemoPlant } from './plants.js';
import { loadProduction, type ProductionCounts } from './production.js';

export type DemoOptions = {
  readonly userName: string;
  readonly password: string;
  readonly now: Temporal.Instant;
  /** Length of the production that is loaded; 14 months when left out. */
  readonly days?: number;
  readonly onProgress?: (share: number, counts: ProductionCounts) => void;
};

export type DemoResult =
  | { readonly kind: 'loaded'; readonly plants: number; readonly inverters: number; readonly counts: ProductionCounts }
  | { readonly kind: 'already-there' };

const fourteenMonthsDays = 426;

/** Founds the demonstration account with its plants and their production up to now. Does nothing when it exists. */
export async function loadDemo(house: DemoHouse, options: DemoOptions): Promise<DemoResult> {
  if (await house.accountExists(options.userName)) return { kind: 'already-there' };
  const nowS = Math.floor(options.now.epochMilliseconds / 1000);
  const plants = demoPlants(options.userName, nowS);
  const devices = plants.flatMap((plant) => plant.inverters.map((inverter) => inverter.device));
  const accountId = await house.createAccount(demoAccount(options));
  await house.registerDevices(devices);
  for (const plant of plants) await addPlant(house, accountId, plant);
  const toS = Math.floor(nowS / 600) * 600;
  const fromS = toS - (options.days ?? fourteenMonthsDays) * 86_400;
  const counts = await loadProduction(devices, house.intake, fromS, toS, options.onProgress ?? (() => undefined));
  await house.settle();
  return { kind: 'loaded', plants: plants.length, inverters: devices.length, counts };
}

async function addPlant(house: DemoHouse, accountId: string, plant: DemoPlant): Promise<void> {
  const plantId = await house.addPlant(accountId, plant.body);
  const subplantIds: string[] = [];
  for (const subplant of plant.subplants) subplantIds.push(await house.addSubplant(accountId, plantId, subplant));
  for (const { name, subplant, device } of plant.inverters) {
    await house.addInverter(accountId, plantId, {
      serialNumber: device.serialNumber,
      activationCode: device.activationCode,
      name,
      subplantId: subplant === null ? null : (subplantIds[subplant] ?? null),
    });
  }
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
