import { useState } from 'react';
import type { Overview, OverviewInverter } from '../api/types.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { farBelow, InverterBars } from '../charts/inverter-bars.js';
import { ranked } from '../charts/summary.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { usePlant } from './queries.js';
import { Segmented } from '../ui/segmented.js';
import { Loading } from '../ui/surfaces.js';
import { InverterDays, useInverterDaysTable } from './inverter-days.js';
import { useInverterDays } from './use-inverter-days.js';
import { useNow } from './use-now.js';

const spans = ['1', '7', '30'] as const;
type Days = (typeof spans)[number];

/** Each device by its own power, so that an exchange within the time does no harm. */
const yieldOver = {
  '1': 'specificYieldTodayKwhPerKw',
  '7': 'specificYield7DaysKwhPerKw',
  '30': 'specificYield30DaysKwhPerKw',
} as const satisfies Record<Days, keyof OverviewInverter>;

const looks = ['bars', 'days'] as const;

/** Specific yield of each inverter, best = 100 %; or the curve of each over the day, all on the same scale. */
export function ComparisonPanel({ overview, date }: { readonly overview: Overview; readonly date: string }) {
  const text = useText();
  const format = useFormat();
  const [look, setLook] = useState<(typeof looks)[number]>('bars');
  const inverterDays = useInverterDays(overview, date, nowOf(overview, date, useNow(60_000)), look === 'days');
  const daysTable = useInverterDaysTable(inverterDays ?? [], overview);
  const [days, setDays] = useState<Days>('1');
  const inverters = overview.inverters.map((inverter) => ({
    id: inverter.id,
    name: inverter.name,
    model: inverter.model ?? text('plant.unknownType'),
    yieldKwhPerKw: inverter[yieldOver[days]],
  }));
  const order = ranked(inverters, (inverter) => inverter.yieldKwhPerKw);
  const measured = order.filter(({ share }) => share !== null);
  const best = measured[0];
  const worst = measured[measured.length - 1];
  const limit = format.inWords(format.percent(farBelow));
  const low = measured.filter(({ share }) => share !== null && share < farBelow);
  const areTurnedDifferently = useOrientations(overview).size > 1;
  const gap = worst?.share === null || worst?.share === undefined ? 0 : 1 - worst.share;
  const range =
    best && worst && measured.length > 1
      ? text(gap < 0.005 ? 'plant.comparison.equal' : 'plant.comparison.range', {
          best: best.item.name,
          worst: worst.item.name,
          percent: format.inWords(format.percent(gap)),
        })
      : '';
  const names = format.list(low.map(({ item, share }) => `${item.name} (${format.inWords(format.percent(share))})`));
  const summary = [
    text('plant.comparison.what'),
    measured.length === 0
      ? text('plant.comparison.nothing')
      : low.length === 0
        ? range
        : text('plant.comparison.low', { names, count: low.length, limit }),
    areTurnedDifferently ? text('plant.comparison.orientations') : '',
  ];
  return (
    <ChartFrame
      title={text('plant.comparison.title')}
      summary={
        look === 'days'
          ? text('plant.comparison.dayWhat', { date: format.day(date, 'weekday') })
          : summary.filter((sentence) => sentence !== '').join(' ')
      }
      controls={
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
              options={spans.map((value) => ({ value, label: text(`plant.comparison.days.${value}`) }))}
              onChange={setDays}
            />
          )}
        </>
      }
      table={
        look === 'days'
          ? daysTable
          : {
              columns: [
                text('plant.inverter'),
                text('plant.inverter.type'),
                text('plant.comparison.yield'),
                text('plant.comparison.share'),
              ],
              rows: order.map(({ item, value, share }) => ({
                key: item.id,
                cells: [
                  item.name,
                  item.model,
                  format.inWords(format.specificYield(value)),
                  format.inWords(format.percent(share)),
                ],
              })),
            }
      }
    >
      {look === 'bars' ? (
        <InverterBars
          inverters={inverters}
          noData={text('charts.noData')}
          limit={text('plant.comparison.limit', { limit })}
        />
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

/** The ways in which the modules of the inverters face, each once; none until the plant is there. */
function useOrientations({ plantId, inverters }: Overview): ReadonlySet<string> {
  const plant = usePlant(plantId).data;
  if (plant === undefined) return new Set();
  const facing = inverters.map(({ subplantId }) => plant.subplants.find(({ id }) => id === subplantId) ?? plant);
  return new Set(facing.map(({ azimuthDeg, tiltDeg }) => `${azimuthDeg}/${tiltDeg}`));
}
