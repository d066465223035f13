import type { RepairPrices } from '../../api/types.js';
import { numberForInput, parseDecimal } from '../../format/numbers.js';
import type { FormValues } from '../../forms/use-form.js';
import { repairCategories } from '../../repairs/api.js';

type Language = 'de' | 'en';
type Values = FormValues<string>;
type Category = (typeof repairCategories)[number];

/** A work as the API takes it; null = not offered. */
export type DraftItem = {
  readonly code: string;
  readonly name: { readonly de: string; readonly en: string };
  readonly netCents: Readonly<Record<Category, number | null>>;
};

/** The fields of one row, as pointers of the API name them. */
export const rowFields = ['code', 'name/de', 'name/en', ...repairCategories.map((one) => `netCents/${one}` as const)];
export const pointerOf = (row: number, field: string) => `/items/${row}/${field}`;

export const rowsIn = (values: Values) => Object.keys(values).filter((name) => name.endsWith('/code')).length;

/** The draft begins as a list that is there. */
export function valuesOf(list: RepairPrices, validFrom: string, language: Language): Values {
  const rows = list.items.map(({ code, name, net }) => ({
    ...{ code, 'name/de': name.de, 'name/en': name.en },
    ...Object.fromEntries(
      repairCategories.map((category) => {
        const price = net[category];
        return [`netCents/${category}`, price === null ? '' : numberForInput(price.cents / 100, language)];
      }),
    ),
  }));
  return { '/validFrom': validFrom, '/warrantyYears': String(list.warrantyYears), ...valuesOfRows(rows) };
}

export type Row = Readonly<Partial<Record<string, string>>>;

export function rowsOf(values: Values): readonly Row[] {
  return Array.from({ length: rowsIn(values) }, (_, row) =>
    Object.fromEntries(rowFields.map((field) => [field, values[pointerOf(row, field)] ?? ''])),
  );
}

export function withRows(values: Values, rows: readonly Row[]): Values {
  const { '/validFrom': validFrom = '', '/warrantyYears': years = '' } = values;
  return { '/validFrom': validFrom, '/warrantyYears': years, ...valuesOfRows(rows) };
}

function valuesOfRows(rows: readonly Row[]): Values {
  return Object.fromEntries(
    rows.flatMap((row, at) => rowFields.map((field) => [pointerOf(at, field), row[field] ?? ''] as const)),
  );
}

export function itemsOf(values: Values, language: Language): readonly DraftItem[] {
  return rowsOf(values).map((row) => {
    const cents = (category: Category) => {
      const price = parseDecimal(row[`netCents/${category}`] ?? '', language, true);
      return price === undefined ? null : Math.round(price * 100);
    };
    return {
      code: (row['code'] ?? '').trim(),
      name: { de: (row['name/de'] ?? '').trim(), en: (row['name/en'] ?? '').trim() },
      netCents: {
        ...{ ae: cents('ae'), aeRefu: cents('aeRefu') },
        ...{ siemens: cents('siemens'), outOfWarranty: cents('outOfWarranty') },
      },
    };
  });
}

/** A work before and after; null where a list does not have it. */
export type ItemChange = { readonly code: string; readonly before: DraftItem | null; readonly after: DraftItem | null };

/** Everything that either list has, in the order of the new one, then what goes. */
export function changesBetween(list: RepairPrices, after: readonly DraftItem[]): readonly ItemChange[] {
  const before = list.items.map(({ code, name, net }): DraftItem => {
    const cents = (category: Category) => net[category]?.cents ?? null;
    return {
      ...{ code, name },
      netCents: {
        ...{ ae: cents('ae'), aeRefu: cents('aeRefu') },
        ...{ siemens: cents('siemens'), outOfWarranty: cents('outOfWarranty') },
      },
    };
  });
  const find = (items: readonly DraftItem[], code: string) => items.find((one) => one.code === code) ?? null;
  const kept = after.map((item) => ({ code: item.code, before: find(before, item.code), after: item }));
  const gone = before.filter(({ code }) => find(after, code) === null);
  return [...kept, ...gone.map((item) => ({ code: item.code, before: item, after: null }))];
}
