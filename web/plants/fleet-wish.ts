import type { FleetView } from '../api/types.js';

/** Which plants are shown in which order; what the address line of the page holds. */
export type FleetWish = Omit<FleetView, 'name'>;
export type FleetFilter = FleetWish['show'];
export type FleetSort = FleetWish['sort'];

export const everything: FleetWish = { show: 'all', search: '', sort: 'worst', order: 'desc' };

/** In the order of the chips: what hurts first. */
export const filters = [
  ...(['all', 'fault', 'noData', 'incidents', 'note', 'belowExpected', 'licenceEnding', 'noInverters', 'ok'] as const),
] as const satisfies readonly FleetFilter[];

/** In the direction in which one wants to see it first. */
const firstOrder: Readonly<Record<FleetSort, FleetWish['order']>> = {
  ...({ worst: 'desc', name: 'asc', generatorPower: 'desc', acPower: 'desc', today: 'desc' } as const),
  ...({ expected: 'asc', worstInverter: 'asc', incidents: 'desc', lastValue: 'asc', licence: 'asc' } as const),
};

/** Sorted by a column; once more turns the order round. */
export function sortedBy(wish: FleetWish, sort: FleetSort): FleetWish {
  const turned = wish.order === 'asc' ? 'desc' : 'asc';
  return { ...wish, sort, order: wish.sort === sort ? turned : firstOrder[sort] };
}

export type FleetSearch = Partial<FleetWish>;

/** Reads the search part of the address; what makes no sense is dropped. */
export function parseFleetSearch(given: Readonly<Record<string, unknown>>): FleetSearch {
  const show = filters.find((one) => one === given['show']);
  const sort = (Object.keys(firstOrder) as FleetSort[]).find((one) => one === given['sort']);
  const order = (['asc', 'desc'] as const).find((one) => one === given['order']);
  const search = ['string', 'number'].includes(typeof given['search']) ? String(given['search']).slice(0, 120) : '';
  return searchOf({
    show: show ?? everything.show,
    search,
    sort: sort ?? everything.sort,
    order: order ?? (sort === undefined ? everything.order : firstOrder[sort]),
  });
}

/** Only what is not as usual, so that the address stays short. */
export function searchOf(wish: FleetWish): FleetSearch {
  return Object.fromEntries(
    Object.entries(wish).filter(([name, value]) => value !== everything[name as keyof FleetWish]),
  ) as FleetSearch;
}

export function isSameWish(a: FleetWish, b: FleetWish): boolean {
  return a.show === b.show && a.search === b.search && a.sort === b.sort && a.order === b.order;
}
