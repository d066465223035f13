import type { PriceList } from '../../api/types.js';

/** Net prices up to a nominal power in W, that power included. */
export type Bracket = { readonly upToW: number; readonly net365Cents: number; readonly net730Cents: number };

/** What changes for plants up to a power; null = a price on request. */
export type Difference = {
  readonly upToW: number;
  readonly before: Omit<Bracket, 'upToW'> | null;
  readonly after: Omit<Bracket, 'upToW'> | null;
};

export function bracketsOf(list: Pick<PriceList, 'brackets'>): readonly Bracket[] {
  return list.brackets.map(({ upToW, net365, net730 }) => ({
    upToW,
    net365Cents: net365.cents,
    net730Cents: net730.cents,
  }));
}

/** Both lists over every power at which one of them changes; brackets are ascending. */
export function differenceOf(before: readonly Bracket[], after: readonly Bracket[]): readonly Difference[] {
  const limits = [...new Set([...before, ...after].map(({ upToW }) => upToW))].sort((a, b) => a - b);
  const priceIn = (list: readonly Bracket[], powerW: number) => list.find(({ upToW }) => powerW <= upToW) ?? null;
  return limits.map((upToW) => ({ upToW, before: priceIn(before, upToW), after: priceIn(after, upToW) }));
}
