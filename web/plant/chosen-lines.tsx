import { useId, useState } from 'react';
import type { SeriesMetric } from '../api/types.js';
import { LineSample } from '../charts/line-chart.js';
import { useText } from '../i18n/use-text.js';
import { Button, IconButton } from '../ui/button.js';
import { canAdd, metricFacts, metrics, most, type ChartLine } from './chart-lines.js';
import { lookOf, useLineName, type Part } from './line-names.js';

type ChosenLinesProps = {
  readonly lines: readonly ChartLine[];
  readonly parts: readonly Part[];
  readonly onLines: (lines: readonly ChartLine[]) => void;
};

/** The lines of the chart, each to be taken out, and one more to be put in. */
export function ChosenLines({ lines, parts, onLines }: ChosenLinesProps) {
  const text = useText();
  const nameOf = useLineName(parts);
  return (
    <section className="card chosen-lines" aria-label={text('plant.chart.lines')}>
      {lines.length > 0 && (
        <ul>
          {lines.map((line, index) => (
            <li key={nameOf(line)}>
              <LineSample {...lookOf(index)} />
              <span>{nameOf(line)}</span>
              <IconButton
                icon="close"
                quiet
                label={text('plant.chart.without', { name: nameOf(line) })}
                onClick={() => onLines(lines.filter((one) => one !== line))}
              />
            </li>
          ))}
        </ul>
      )}
      <NextLine lines={lines} parts={parts} onLines={onLines} />
    </section>
  );
}

function NextLine({ lines, parts, onLines }: ChosenLinesProps) {
  const text = useText();
  const id = useId();
  const [metric, setMetric] = useState<SeriesMetric>('energyWh');
  const [of, setOf] = useState('');
  const next: ChartLine = { metric, of: parts.some((part) => part.id === of) ? of : null };
  const may = canAdd(lines, next);
  const bases = [...new Set(metrics.map((one) => metricFacts[one].base))];
  return (
    <div className="next-line">
      <div className="field">
        <label htmlFor={`${id}metric`}>{text('plant.chart.metric')}</label>
        <select
          className="select"
          id={`${id}metric`}
          value={metric}
          onChange={(event) => setMetric(metrics.find((one) => one === event.target.value) ?? metric)}
        >
          {bases.map((base) => (
            <optgroup key={base} label={base}>
              {metrics
                .filter((one) => metricFacts[one].base === base)
                .map((one) => (
                  <option key={one} value={one}>
                    {text(`plant.metric.${one}`)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}of`}>{text('plant.chart.of')}</label>
        <select className="select" id={`${id}of`} value={of} onChange={(event) => setOf(event.target.value)}>
          <option value="">{text('plant.chart.plant')}</option>
          {parts.map((part) => (
            <option key={part.id} value={part.id}>
              {part.name}
            </option>
          ))}
        </select>
      </div>
      <Button
        icon="add"
        disabled={may !== 'yes'}
        aria-describedby={may === 'yes' ? undefined : `${id}why`}
        onClick={() => onLines([...lines, next])}
      >
        {text('plant.chart.add')}
      </Button>
      {may !== 'yes' && (
        <p className="help" id={`${id}why`}>
          {text(`plant.chart.no.${may}`, { lines: most.lines })}
        </p>
      )}
    </div>
  );
}
