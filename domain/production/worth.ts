import { avoidedCo2Kg, type EmissionFactor } from './co2.js';
import { sumOfKnown, type Values } from './series.js';
import { tariffOn, type Tariff } from './tariff.js';
import type { WorthMetric } from './units.js';

export type Worth = { readonly tariffs: readonly Tariff[]; readonly emissionFactor: EmissionFactor };

/** Days of `bounds`, and between them those on which a tariff begins, so that one tariff is valid all through a piece. */
export function tariffPieces(bounds: readonly number[], tariffs: readonly Tariff[]): readonly number[] {
  const [first = 0, last = 0] = [bounds[0], bounds.at(-1)];
  const starts = tariffs.map(({ from }) => Date.parse(from) / 86_400_000).filter((day) => day > first && day < last);
  return [...new Set([...bounds, ...starts])].sort((a, b) => a - b);
}

/** What the energy of each piece was worth; `days` are those on which the pieces begin, since 1970-01-01. */
export function worthOf(
  metric: WorthMetric,
  energyWh: Values,
  days: readonly number[],
  { tariffs, emissionFactor }: Worth,
): Values {
  if (metric === 'avoidedCo2Kg') return energyWh.map((wh) => avoidedCo2Kg(wh, emissionFactor));
  const tariff = tariffOn(tariffs);
  return energyWh.map((wh, index) => {
    const centsPerKwh = tariff(days[index] ?? 0);
    return wh === null || centsPerKwh === null ? null : (wh / 1_000) * centsPerKwh;
  });
}

/** Pieces added up to the intervals that they lie in; the bounds of the intervals are among those of the pieces. */
export function gathered(values: Values, pieces: readonly number[], bounds: readonly number[]): Values {
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? start;
    return sumOfKnown(values.slice(pieces.indexOf(start), pieces.indexOf(end)));
  });
}
