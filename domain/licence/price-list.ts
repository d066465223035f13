import { accept, reject, type Decider } from '../kernel/decider.js';
import type { PriceBracket, PriceListEvent, TermDays } from './events.js';

/** The operator's prices for licences, valid from a calendar day of Europe/Berlin on until the next list. */
export type PriceList = {
  /** `1`, `2` …, or `demo`. */
  readonly version: string;
  readonly validFrom: string;
  /** RFC 3339; null of the example figures. */
  readonly publishedAt: string | null;
  /** Ascending by power; beyond the last one a price is made on request. */
  readonly brackets: readonly PriceBracket[];
};

/** A list among the others, on a day. */
export type ListedPriceList = PriceList & {
  readonly state: 'announced' | 'inForce' | 'past';
  /** The first day on which another list is valid instead; null while there is none. */
  readonly until: string | null;
};

/** Example figures, in force until the operator publishes a list. */
export const demoPriceList: PriceList = {
  version: 'demo',
  validFrom: '2020-01-01',
  publishedAt: null,
  brackets: [
    { upToW: 10_000, net365Cents: 4_900, net730Cents: 8_900 },
    { upToW: 30_000, net365Cents: 7_900, net730Cents: 14_500 },
    { upToW: 100_000, net365Cents: 14_900, net730Cents: 26_900 },
    { upToW: 500_000, net365Cents: 34_900, net730Cents: 62_900 },
    { upToW: 2_000_000, net365Cents: 79_900, net730Cents: 143_900 },
    { upToW: 100_000_000, net365Cents: 149_900, net730Cents: 269_900 },
  ],
};

/** The one stream of all price lists for licences. */
export const priceListStream = 'priceList-licences';

type PublishPriceList = {
  readonly type: 'PublishPriceList';
  readonly at: string;
  /** The present day in Europe/Berlin. */
  readonly today: string;
  readonly validFrom: string;
  readonly brackets: readonly PriceBracket[];
};
export type PriceListRejection =
  { readonly code: 'price-list.in-the-past' } | { readonly code: 'price-list.not-ascending'; readonly index: number };

export const priceListDecider: Decider<PublishPriceList, readonly PriceList[], PriceListEvent, PriceListRejection> = {
  initialState: [],
  evolve: (lists, { data: { version, validFrom, brackets, at } }) => [
    ...lists,
    { version, validFrom, publishedAt: at, brackets },
  ],
  decide({ at, today, validFrom, brackets }, lists) {
    if (validFrom < today) return reject({ code: 'price-list.in-the-past' });
    const index = brackets.findIndex(({ upToW }, nth) => upToW <= (brackets[nth - 1]?.upToW ?? 0));
    if (index >= 0) return reject({ code: 'price-list.not-ascending', index });
    const version = String(lists.length + 1);
    return accept<PriceListEvent>({ type: 'PriceListPublished', data: { at, version, validFrom, brackets } });
  },
};

/** The list in force on a day: the one published last of those that are valid by then. */
export function priceListOn(lists: readonly PriceList[], day: string): PriceList {
  return lists.findLast(({ validFrom }) => validFrom <= day) ?? demoPriceList;
}

/** Every list with its place among the others, the example figures first: a list holds until one that was published later does. */
export function listedPriceLists(published: readonly PriceList[], day: string): readonly ListedPriceList[] {
  const lists = [demoPriceList, ...published];
  return lists.map((list, index) => {
    const [until = null] = lists
      .slice(index + 1)
      .map(({ validFrom }) => validFrom)
      .toSorted();
    const isOver = until !== null && (until <= day || until <= list.validFrom);
    const state = isOver ? 'past' : list.validFrom > day ? 'announced' : 'inForce';
    return { ...list, until, state } as const;
  });
}

/** Net price of a licence for a plant of that nominal power; null when it is made on request. */
export function netPriceCents({ brackets }: PriceList, nominalPowerW: number, termDays: TermDays): number | null {
  const bracket = brackets.find(({ upToW }) => nominalPowerW <= upToW);
  if (bracket === undefined) return null;
  return termDays === 365 ? bracket.net365Cents : bracket.net730Cents;
}
