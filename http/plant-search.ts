import type { z } from 'zod';
import { SerialNumber, type AccountId } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import type { LicenceState } from '../domain/licence/state.js';
import { licenceSummary } from '../domain/licence/summary.js';
import type { FoundPlant } from '../projections/plant-search.js';
import { cursorKeys, cursorText, uuidKey } from './cursor.js';
import type { OfficePlant, OfficePlants } from './schemas/office-shop.js';

type Sources = {
  readonly byIds: (plantIds: readonly string[]) => Promise<readonly FoundPlant[]>;
  readonly ownedBy: (ownerId: AccountId, limit: number) => Promise<readonly FoundPlant[]>;
  readonly idsOfSerial: (serialNumber: string, limit: number) => Promise<readonly string[]>;
  readonly named: (wish: {
    readonly name: string;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  }) => Promise<{ readonly items: readonly FoundPlant[]; readonly next: readonly [string, string] | null }>;
  readonly accountNamed: (name: string) => Promise<AccountId | null>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly licencesOf: (plantIds: readonly string[]) => Promise<(plantId: string) => LicenceState>;
  readonly today: () => Temporal.PlainDate;
};

type By = z.infer<typeof OfficePlant>['foundBy'];
type Found = { readonly plantId: string; readonly foundBy: By; readonly plant: FoundPlant | null };

/** How many are shown that are found by something else than the name, which can be leafed through. */
const exactLimit = 50;

/**
 * Plants that a text names: by id, by the serial number of a device that stands or stood there, by the owner, and by the
 * beginning of the name. Those of the first three stand on the first page, before the others.
 */
export function plantSearchWith(sources: Sources) {
  return async (wish: {
    readonly find: string;
    readonly cursor: string | undefined;
    readonly limit: number;
  }): Promise<z.infer<typeof OfficePlants>> => {
    const after = cursorKeys(wish.cursor, /^[^\0]*$/, uuidKey);
    const [exact, named] = await Promise.all([
      after === null ? exactly(sources, wish.find) : [],
      sources.named({ name: wish.find, after, limit: wish.limit }),
    ]);
    const byName = named.items.map((plant) => ({ plantId: plant.plantId, foundBy: 'name', plant }) as const);
    const found = [...new Map([...byName, ...exact.toReversed()].map((one) => [one.plantId, one])).values()];
    const items = await answers(sources, [...exact, ...found.filter((one) => one.foundBy === 'name')]);
    return { items, next: cursorText(named.next) };
  };
}

async function exactly(sources: Sources, find: string): Promise<readonly Found[]> {
  const isId = uuidKey.test(find.toLowerCase());
  const serial = SerialNumber.safeParse(find);
  const accountId = await sources.accountNamed(find);
  const [ofSerial, owned] = await Promise.all([
    serial.success ? sources.idsOfSerial(serial.data, exactLimit) : [],
    accountId === null ? [] : sources.ownedBy(accountId, exactLimit),
  ]);
  const ids = [...(isId ? [find.toLowerCase()] : []), ...ofSerial];
  const plants = new Map((await sources.byIds(ids)).map((plant) => [plant.plantId, plant]));
  const byId = (plantId: string, foundBy: By): Found => ({ plantId, foundBy, plant: plants.get(plantId) ?? null });
  const all = [
    ...ids.map((plantId) => byId(plantId, isId && plantId === find.toLowerCase() ? 'id' : 'serialNumber')),
    ...owned.map((plant): Found => ({ plantId: plant.plantId, foundBy: 'owner', plant })),
  ];
  return [...new Map(all.toReversed().map((one) => [one.plantId, one])).values()].toReversed();
}

/** Of a plant that is gone only the licence is known; without one there is nothing to show. */
async function answers(sources: Sources, found: readonly Found[]): Promise<z.infer<typeof OfficePlant>[]> {
  const owners = [...new Set(found.flatMap(({ plant }) => plant?.ownerId ?? []))];
  const [names, licences] = await Promise.all([
    sources.namesOf(owners),
    sources.licencesOf(found.map(({ plantId }) => plantId)),
  ]);
  const today = sources.today();
  return found.flatMap(({ plantId, foundBy, plant }) => {
    const licence = licences(plantId);
    if (plant === null && licence.status === 'none') return [];
    return {
      ...{ plantId, foundBy, licence: licenceSummary(licence, today).state },
      name: plant?.listing.name ?? null,
      town: plant?.listing.town ?? null,
      nominalPowerW: plant?.listing.nominalPowerW ?? null,
      ownerName: plant === null ? null : (names.get(plant.ownerId) ?? null),
    };
  });
}
