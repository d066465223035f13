import type { Overview, SeriesMetric } from '../api/types.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { RatioChart, type RatioPoint } from '../charts/ratio-chart.js';
import { dayOf, monthStart } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useSeries } from './queries.js';
import { rangeOf } from './ranges.js';
import { WeatherSource } from './weather-source.js';

type PerformanceProps = { readonly overview: Overview; readonly view: 'month' | 'year'; readonly date: string };

const metrics = ['performanceRatioPercent', 'correctedPerformanceRatioPercent'] as const;

/** How well the plant turned the light that there was into energy; nothing as long as nobody knows the weather. */
export function Performance({ overview: { plantId, timeZone, today }, view, date }: PerformanceProps) {
  const text = useText();
  const format = useFormat();
  const wanted = {
    metrics,
    ...rangeOf(view, date),
    resolution: view === 'month' ? 'P1D' : 'P1M',
    by: 'plant',
  } as const;
  const { data: series, isPlaceholderData } = useSeries(plantId, wanted);
  const valuesOf = (metric: SeriesMetric) => series?.series.find((one) => one.metric === metric)?.values ?? [];
  const [plain, corrected] = [valuesOf(metrics[0]), valuesOf(metrics[1])];
  const points = (series?.times ?? []).map((time, index): RatioPoint => {
    const day = dayOf(Date.parse(time), timeZone);
    return {
      key: day,
      tick: view === 'month' ? `${Number(day.slice(8))}` : format.day(day, 'monthShort').replace('.', ''),
      name: format.day(day, view === 'month' ? 'weekday' : 'month'),
      main: corrected[index] ?? null,
      other: plain[index] ?? null,
    };
  });
  const known = points.filter(({ main }) => main !== null);
  if (series === undefined || known.length === 0) return null;
  const title = text('plant.performance.title');
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : format.inWords(format.percent(value / 100));
  const [best, worst] = [ends(known, 1), ends(known, -1)];
  const summary =
    known.length === 1
      ? text('plant.performance.one', { name: known[0]?.name ?? '', percent: share(known[0]?.main) })
      : text('plant.performance.summary', {
          ...{ best: share(best?.main), bestName: best?.name ?? '' },
          ...{ worst: share(worst?.main), worstName: worst?.name ?? '' },
        });
  return (
    <ChartFrame
      title={title}
      summary={summary}
      stale={isPlaceholderData}
      table={{
        columns: [text('charts.period'), text('plant.performance.corrected'), text('plant.performance.plain')],
        rows: points
          .filter(({ key }) => key <= (view === 'month' ? today : monthStart(today)))
          .map(({ key, name, main, other }) => ({ key, cells: [name, share(main), share(other)] })),
      }}
      legend={
        <div className="chart-legend">
          <span>
            <i className="power" />
            {text('plant.performance.corrected')}
          </span>
          <span>
            <i className="reference" />
            {text('plant.performance.plain')}
          </span>
          <span className="source">{text('plant.performance.how')}</span>
        </div>
      }
      below={<WeatherSource weather={series.weather} />}
    >
      <RatioChart
        label={title}
        points={points}
        mainLabel={text('plant.performance.corrected')}
        otherLabel={text('plant.performance.plain')}
      />
    </ChartFrame>
  );
}

/** The highest (1) or lowest (-1) of them. */
function ends(points: readonly RatioPoint[], sign: 1 | -1): RatioPoint | undefined {
  return points.toSorted((a, b) => sign * ((b.main ?? 0) - (a.main ?? 0)))[0];
}
