import { useState } from 'react';
import type { Overview, OverviewInverter } from '../api/types.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { farBelow, InverterBars } from '../charts/inverter-bars.js';
import { ranked } from '../charts/summary.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { usePlant } from './queries.js';
import { Segmented } from '../ui/segmented.js';

const spans = ['1', '7', '30'] as const;
type Days = (typeof spans)[number];

/** Each device by its own power, so that an exchange within the time does no harm. */
const yieldOver = {
  '1': 'specificYieldTodayKwhPerKw',
  '7': 'specificYield7DaysKwhPerKw',
  '30': 'specificYield30DaysKwhPerKw',
} as const satisfies Record<Days, keyof OverviewInverter>;

/** Specific yield of each inverter, best = 100 %. */
export function ComparisonPanel({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const format = useFormat();
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
      summary={summary.filter((sentence) => sentence !== '').join(' ')}
      controls={
        <Segmented
          label={text('plant.comparison.time')}
          value={days}
          options={spans.map((value) => ({ value, label: text(`plant.comparison.days.${value}`) }))}
          onChange={setDays}
        />
      }
      table={{
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
      }}
    >
      <InverterBars
        inverters={inverters}
        noData={text('charts.noData')}
        limit={text('plant.comparison.limit', { limit })}
      />
    </ChartFrame>
  );
}

/** The ways in which the modules of the inverters face, each once; none until the plant is there. */
function useOrientations({ plantId, inverters }: Overview): ReadonlySet<string> {
  const plant = usePlant(plantId).data;
  if (plant === undefined) return new Set();
  const facing = inverters.map(({ subplantId }) => plant.subplants.find(({ id }) => id === subplantId) ?? plant);
  return new Set(facing.map(({ azimuthDeg, tiltDeg }) => `${azimuthDeg}/${tiltDeg}`));
}
