/** What is paid for a kilowatt hour that is fed in from a day on. */
export type Tariff = { readonly from: string; readonly centsPerKwh: number };

/** The tariff that is valid on a day, counted from 1970-01-01; null before the first one. */
export function tariffOn(tariffs: readonly Tariff[]): (day: number) => number | null {
  const ordered = [...tariffs].sort((a, b) => a.from.localeCompare(b.from));
  const starts = ordered.map(({ from }) => Date.parse(from) / 86_400_000);
  return (day) => ordered[starts.findLastIndex((start) => start <= day)]?.centsPerKwh ?? null;
}
