import { useState } from 'react';
import type { Overview } from '../api/types.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { addDays } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Segmented } from '../ui/segmented.js';
import { Loading } from '../ui/surfaces.js';
import { ComparisonBars, ComparisonLimit, useComparedGroups } from './comparison-bars.js';
import { useComparisonSummary, useComparisonTable } from './comparison-words.js';
import { InverterDays, useInverterDaysTable } from './inverter-days.js';
import { useComparison } from './queries.js';
import { rangeOf, type Range } from './ranges.js';
import { useInverterDays } from './use-inverter-days.js';
import { useNow } from './use-now.js';
import type { PlantSearch } from './view.js';

const spans = ['1', '7', '30'] as const;
const looks = ['bars', 'days'] as const;

type ComparisonPanelProps = {
  readonly overview: Overview;
  /** What the page shows: the comparison follows it. */
  readonly view: PlantSearch['view'];
  readonly date: string;
};

/**
 * What each inverter made beside the best one that it is compared with, by the rule of the plant; or the curve of each over the
 * day, all on the same scale.
 */
export function ComparisonPanel({ overview, view, date }: ComparisonPanelProps) {
  const text = useText();
  const format = useFormat();
  const [days, setDays] = useState<(typeof spans)[number]>('1');
  const [chosenLook, setLook] = useState<(typeof looks)[number]>('bars');
  const isOfCalendar = view === 'month' || view === 'year';
  // Of a month or a year there are no curves.
  const look = isOfCalendar ? 'bars' : chosenLook;
  const range = isOfCalendar ? rangeOf(view, date) : rangeUpTo(date, Number(days));
  const comparison = useComparison(overview.plantId, range);
  const compared = useComparedGroups(overview, comparison.data);
  const inverterDays = useInverterDays(overview, date, nowOf(overview, date, useNow(60_000)), look === 'days');
  const summary = useComparisonSummary(compared);
  const table = useComparisonTable(compared);
  const daysTable = useInverterDaysTable(inverterDays ?? [], overview);
  const oneDay = date === overview.today ? 'plant.comparison.days.today' : 'plant.comparison.days.1';
  return (
    <ChartFrame
      title={text('plant.comparison.title')}
      summary={
        look === 'days'
          ? text('plant.comparison.dayWhat', { date: format.day(date, 'weekday') })
          : comparison.data === undefined
            ? '\u00a0'
            : summary
      }
      stale={look === 'bars' && comparison.isPlaceholderData}
      controls={
        !isOfCalendar && (
          <>
            <Segmented
              label={text('plant.comparison.look')}
              value={look}
              options={looks.map((value) => ({ value, label: text(`plant.comparison.look.${value}`) }))}
              onChange={setLook}
            />
            {look === 'bars' && (
              <Segmented
                label={text('plant.comparison.time')}
                value={days}
                options={spans.map((value) => ({
                  value,
                  label: text(value === '1' ? oneDay : `plant.comparison.days.${value}`),
                }))}
                onChange={setDays}
              />
            )}
          </>
        )
      }
      table={look === 'days' ? daysTable : table}
      legend={look === 'bars' && <ComparisonLimit plantId={overview.plantId} compared={compared} />}
    >
      {look === 'bars' ? (
        <ComparisonBars compared={compared} />
      ) : inverterDays === null ? (
        <Loading />
      ) : (
        <InverterDays days={inverterDays} timeZone={overview.timeZone} />
      )}
    </ChartFrame>
  );
}

/** By the minute, as the drawing of the day; null for a day that is over. */
const nowOf = ({ today }: Overview, date: string, now: number) =>
  date === today ? Math.floor(now / 60_000) * 60_000 : null;

/** So many days up to a day. */
function rangeUpTo(date: string, days: number): Range {
  return { from: addDays(date, 1 - days), to: addDays(date, 1) };
}
