import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Overview, Series } from '../api/types.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { HeatMap } from '../charts/heat-map.js';
import { addDays, addMonths, addYears, clock, dayOf, daysBetween } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/surfaces.js';
import { seriesQuery } from './queries.js';

type YearHoursProps = { readonly overview: Overview; readonly year: string };

/** Mean power of every hour of a year. Thousands of records are read for it, so only who wants it gets it. */
export function YearHours(props: YearHoursProps) {
  const text = useText();
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <YearHoursPanel key={props.year} {...props} />;
  return (
    <div>
      <Button look="quiet" onClick={() => setWanted(true)}>
        {text('plant.hours.show')}
      </Button>
    </div>
  );
}

function YearHoursPanel({ overview, year }: YearHoursProps) {
  const text = useText();
  const format = useFormat();
  const { values, error, isPending, retry } = useHours(overview, year);
  const first = `${year}-01-01`;
  const days = useMemo(
    () =>
      Array.from({ length: daysBetween(first, addYears(first, 1)) }, (_, index) => {
        const day = addDays(first, index);
        return { day, tick: day.endsWith('-01') ? format.day(day, 'monthShort') : null };
      }),
    [first, format],
  );
  const valueAt = useCallback(
    (day: number, hour: number) => values.get(keyOf(days[day]?.day, hour)) ?? null,
    [values, days],
  );
  const max = Math.max(0, ...values.values());
  const power = (value: number | null) =>
    value === null ? text('charts.noData') : format.inWords(format.power(value));
  const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const table = {
    columns: [text('plant.hours.hour'), ...monthsOf(first).map((month) => format.day(month, 'monthShort'))],
    rows: Array.from({ length: 24 }, (_, hour) => ({
      key: String(hour),
      cells: [hourOf(hour), ...monthsOf(first).map((month) => power(meanOf(values, month, hour)))],
    })),
  };
  return (
    <ChartFrame
      title={text('plant.hours.title', { year })}
      summary={values.size === 0 ? (isPending ? '\u00a0' : text('plant.bars.nothing')) : text('plant.hours.summary')}
      table={table}
      legend={
        <div className="chart-legend">
          <span>
            <i className="heat-scale" />
            {text('plant.hours.scale', { power: format.inWords(format.power(max)) })}
          </span>
        </div>
      }
    >
      {error ? (
        <LoadFailure error={error} retry={retry} />
      ) : isPending ? (
        <div className="chart-room">
          <Loading />
        </div>
      ) : (
        <HeatMap
          label={text('plant.hours.title', { year })}
          days={days}
          valueAt={valueAt}
          max={max}
          describe={(day, hour) => [
            `${format.day(days[day]?.day, 'weekday')}, ${hourOf(hour)}–${hourOf((hour + 1) % 24)}`,
            power(valueAt(day, hour)),
          ]}
        />
      )}
    </ChartFrame>
  );
}

const keyOf = (day: string | undefined, hour: number) => `${day} ${hour}`;
const monthsOf = (first: string) => Array.from({ length: 12 }, (_, month) => addMonths(first, month));

/** Quarter by quarter, as much as one answer holds. Keyed by day and hour of the plant's clock. */
function useHours({ plantId, timeZone, today }: Overview, year: string) {
  const quarters = [0, 3, 6, 9].map((month) => addMonths(`${year}-01-01`, month)).filter((from) => from <= today);
  const answers = useQueries({
    queries: quarters.map((from) =>
      seriesQuery(plantId, {
        ...{ metrics: ['acPowerW'], from, to: addMonths(from, 3), resolution: 'PT1H', by: 'plant' },
      }),
    ),
    combine: (all) => ({
      data: all.map(({ data }) => data),
      error: all.find(({ error }) => error !== null)?.error ?? null,
      isPending: all.some(({ isPending }) => isPending),
      retry: () => all.forEach(({ isError, refetch }) => isError && void refetch()),
    }),
  });
  const { data } = answers;
  const values = useMemo(() => hoursIn(data, timeZone), [data, timeZone]);
  return { ...answers, values };
}

/** Of the hour that comes twice in autumn the later one. */
function hoursIn(answers: readonly (Series | undefined)[], timeZone: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const answer of answers) {
    answer?.times.forEach((time, index) => {
      const value = answer.series[0]?.values[index] ?? null;
      const ms = Date.parse(time);
      if (value !== null) values.set(keyOf(dayOf(ms, timeZone), Number(clock(ms, timeZone).slice(0, 2))), value);
    });
  }
  return values;
}

function meanOf(values: ReadonlyMap<string, number>, month: string, hour: number): number | null {
  const days = Array.from({ length: daysBetween(month, addMonths(month, 1)) }, (_, index) => addDays(month, index));
  const known = days.flatMap((day) => values.get(keyOf(day, hour)) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
