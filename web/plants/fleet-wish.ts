import type { FleetView } from '../api/types.js';

/** Which plants are shown in which order, and what of them; what the address line of the page holds. */
export type FleetWish = Omit<FleetView, 'name' | 'columns'> & {
  /** Names of columns between commas; nothing = the usual ones. */
  readonly columns: string;
  readonly as: 'list' | 'map';
};
export type FleetColumn = NonNullable<FleetView['columns']>[number];
export type FleetFilter = FleetWish['show'];
export type FleetSort = FleetWish['sort'];

export const everything: FleetWish = {
  ...({ show: 'all', search: '', sort: 'worst', order: 'desc' } as const),
  ...({ columns: '', as: 'list' } as const),
};

/** In the order in which they stand. */
export const allColumns = [
  ...(['power', 'now', 'today', 'expected', 'worst', 'alerts', 'lastValue', 'licence', 'owner', 'week'] as const),
] as const satisfies readonly FleetColumn[];
const usualColumns: readonly FleetColumn[] = allColumns.filter((name) => name !== 'power' && name !== 'owner');

export function columnsIn(text: string): readonly FleetColumn[] {
  const names = text.split(',');
  const chosen = allColumns.filter((name) => names.includes(name));
  return chosen.length === 0 ? usualColumns : chosen;
}

/** As `columnsIn` reads them. */
export const columnsText = (columns: readonly FleetColumn[]): string => {
  const text = allColumns.filter((name) => columns.includes(name)).join(',');
  return text === usualColumns.join(',') ? '' : text;
};

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
  const columns = typeof given['columns'] === 'string' ? columnsText(columnsIn(given['columns'])) : '';
  return searchOf({
    columns,
    as: given['as'] === 'map' ? 'map' : 'list',
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

/** The same plants in the same order with the same columns, as a list or on the map. */
export function isSameWish(a: FleetWish, b: FleetWish): boolean {
  const names = ['show', 'search', 'sort', 'order', 'columns'] as const;
  return names.every((name) => a[name] === b[name]);
}
