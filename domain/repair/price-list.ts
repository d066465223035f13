import { accept, reject, type Decider } from '../kernel/decider.js';
import type { RepairPriceItem, RepairPriceListEvent } from './events.js';

/** The operator's prices for repairs, valid from a calendar day of Europe/Berlin on until the next list (H5). */
export type RepairPriceList = {
  /** `1`, `2` …, or `demo`. */
  readonly version: string;
  readonly validFrom: string;
  /** RFC 3339; null of the example figures. */
  readonly publishedAt: string | null;
  /** How long after its delivery a device is repaired under warranty. */
  readonly warrantyYears: number;
  readonly items: readonly RepairPriceItem[];
};

/** Example figures, in force until the operator publishes a list. */
export const demoRepairPriceList: RepairPriceList = {
  version: 'demo',
  validFrom: '2015-01-01',
  publishedAt: null,
  warrantyYears: 5,
  items: [
    item('check', 'Eingangsprüfung', 'Inspection on arrival', [0, 0, 0, 9_900]),
    item('repair-flat', 'Reparatur, pauschal', 'Repair, flat rate', [0, 0, 0, 49_000]),
    item('board', 'Tausch der Leistungsplatine', 'Replacement of the power board', [0, 0, 0, 38_000]),
    item('display', 'Tausch der Anzeige', 'Replacement of the display', [0, 0, 0, 12_500]),
    item('fan', 'Tausch des Lüfters', 'Replacement of the fan', [0, 0, 0, 6_500]),
    item('no-fault', 'Prüfung ohne Befund', 'Check without a finding', [14_900, 14_900, 14_900, 14_900]),
    item('freight', 'Abholung und Rücksendung', 'Pick-up and return', [0, 0, 5_900, 8_900]),
  ],
};

function item(code: string, de: string, en: string, [ae, aeRefu, siemens, outOfWarranty]: readonly number[]) {
  const cents = (value: number | undefined) => value ?? null;
  const netCents = {
    ae: cents(ae),
    aeRefu: cents(aeRefu),
    siemens: cents(siemens),
    outOfWarranty: cents(outOfWarranty),
  };
  return { code, name: { de, en }, netCents };
}

/** The one stream of all price lists for repairs. */
export const repairPriceListStream = 'priceList-repairs';

type PublishRepairPriceList = {
  readonly type: 'PublishRepairPriceList';
  readonly at: string;
  /** The present day in Europe/Berlin. */
  readonly today: string;
  readonly validFrom: string;
  readonly warrantyYears: number;
  readonly items: readonly RepairPriceItem[];
};
export type RepairPriceListRejection =
  | { readonly code: 'repair-price-list.in-the-past' }
  /** Two items have one code; `index` is the later one. */
  | { readonly code: 'repair-price-list.code-twice'; readonly index: number };

export const repairPriceListDecider: Decider<
  PublishRepairPriceList,
  readonly RepairPriceList[],
  RepairPriceListEvent,
  RepairPriceListRejection
> = {
  initialState: [],
  evolve: (lists, { data: { version, validFrom, warrantyYears, items, at } }) => [
    ...lists,
    { version, validFrom, publishedAt: at, warrantyYears, items },
  ],
  decide({ at, today, validFrom, warrantyYears, items }, lists) {
    if (validFrom < today) return reject({ code: 'repair-price-list.in-the-past' });
    const index = items.findIndex(({ code }, nth) => items.slice(0, nth).some((other) => other.code === code));
    if (index >= 0) return reject({ code: 'repair-price-list.code-twice', index });
    const data = { at, version: String(lists.length + 1), validFrom, warrantyYears, items };
    return accept<RepairPriceListEvent>({ type: 'RepairPriceListPublished', data });
  },
};

/** The list in force on a day: the one published last of those that are valid by then. */
export function repairPriceListOn(lists: readonly RepairPriceList[], day: string): RepairPriceList {
  return lists.findLast(({ validFrom }) => validFrom <= day) ?? demoRepairPriceList;
}
