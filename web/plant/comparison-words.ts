import type { ChartTable } from '../charts/chart-frame.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import type { Compared } from './comparison-bars.js';

/** The comparison in one or two sentences. */
export function useComparisonSummary({ rule, groups }: Compared): string {
  const text = useText();
  const format = useFormat();
  const percentOf = (share: number) => format.inWords(format.percent(share));
  const all = groups.flatMap(({ inverters }) => inverters);
  const what = text(groups.length > 1 ? 'plant.comparison.whatByGroup' : 'plant.comparison.what');
  return [what, all.every(({ made }) => made === null) ? text('plant.comparison.nothing') : compared()]
    .join(' ')
    .trim();

  function compared(): string {
    const low = all.filter(({ isBelow }) => isBelow);
    if (low.length > 0) {
      const names = format.list(low.map(({ name, share }) => `${name} (${share ?? ''})`));
      const percent = percentOf((rule?.thresholdPercent ?? 0) / 100);
      return text('plant.comparison.low', { names, count: low.length, percent });
    }
    const [worst] = all
      .flatMap((one) => (one.shareOfBest === null ? [] : [{ ...one, shareOfBest: one.shareOfBest }]))
      .toSorted((a, b) => a.shareOfBest - b.shareOfBest);
    const best = groups.find(({ key }) => key === worst?.group)?.inverters[0];
    if (worst === undefined || best === undefined) return '';
    const gap = 1 - worst.shareOfBest;
    return text(gap < 0.005 ? 'plant.comparison.equal' : 'plant.comparison.range', {
      ...{ best: best.name, worst: worst.name, percent: percentOf(gap) },
    });
  }
}

export function useComparisonTable({ rule, groups }: Compared): ChartTable {
  const text = useText();
  return {
    columns: [
      text('plant.inverter'),
      text('plant.inverter.type'),
      text(rule?.basis === 'absolute' ? 'plant.legend.energy' : 'plant.comparison.yield'),
      text('plant.comparison.share'),
    ],
    rows: groups.flatMap(({ inverters }) =>
      inverters.map(({ inverterId, name, model, made, share }) => ({
        key: inverterId,
        cells: [name, model, made ?? '–', share ?? '–'],
      })),
    ),
  };
}
