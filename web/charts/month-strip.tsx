import './bars.css';
import { useFigures } from './use-figures.js';
import { useText } from '../i18n/use-text.js';
import type { Bar } from './bar-chart.js';

type MonthStripProps = {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly selected: string;
  readonly onOpen: (key: string) => void;
};

/** Twelve months under a chart: small bars that lead to their month. */
export function MonthStrip({ label, bars, selected, onOpen }: MonthStripProps) {
  const text = useText();
  const figures = useFigures();
  const max = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  const percent = (value: number | null) => `${((value ?? 0) / max) * 100}%`;
  return (
    <div className="month-strip" role="group" aria-label={label}>
      {bars.map((bar) => {
        const value =
          bar.value === null
            ? text(bar.time === 'future' ? 'charts.notYet' : 'charts.noData')
            : figures.quantity(bar.value, 'Wh');
        return (
          <button
            key={bar.key}
            type="button"
            className={bar.time}
            aria-current={bar.key === selected ? 'date' : undefined}
            aria-label={`${bar.tick}: ${value}`}
            title={`${bar.name}: ${value}`}
            disabled={bar.time === 'future'}
            onClick={() => onOpen(bar.key)}
          >
            <span className="bars" aria-hidden="true">
              {bar.value !== null && <i className="value" style={{ height: percent(bar.value) }} />}
            </span>
            <span aria-hidden="true">{bar.tick}</span>
          </button>
        );
      })}
    </div>
  );
}
