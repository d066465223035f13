import type { LineLook } from '../charts/line-options.js';
import { useText } from '../i18n/use-text.js';
import type { ChartLine } from './chart-lines.js';

/** A subplant or an inverter. */
export type Part = { readonly id: string; readonly name: string };

const looks: readonly LineLook[] = [
  { colour: '--sun', dash: [], marker: 'none' },
  { colour: '--sky', dash: [6, 4], marker: 'none' },
  { colour: '--ink-2', dash: [2, 3], marker: 'none' },
  { colour: '--sun', dash: [9, 3, 2, 3], marker: 'circle' },
  { colour: '--sky', dash: [], marker: 'square' },
  { colour: '--ink-2', dash: [], marker: 'triangle' },
  { colour: '--sun', dash: [2, 3], marker: 'square' },
  { colour: '--sky', dash: [9, 3, 2, 3], marker: 'triangle' },
];

/** As many looks as there may be lines: told apart without colours, too. */
export const lookOf = (index: number): LineLook => looks[index % looks.length] ?? looks[0] ?? lineless;
const lineless: LineLook = { colour: '--ink', dash: [], marker: 'none' };

/** `Leistung AC, Süd 1` */
export function useLineName(parts: readonly Part[]): (line: ChartLine) => string {
  const text = useText();
  return ({ metric, of }) => {
    const part = of === null ? text('plant.chart.plant') : (parts.find(({ id }) => id === of)?.name ?? of);
    return `${text(`plant.metric.${metric}`)}, ${part}`;
  };
}
