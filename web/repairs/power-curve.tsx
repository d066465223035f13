import { ChartFrame } from '../charts/chart-frame.js';
import { LineChart } from '../charts/line-chart.js';
import { lineLook } from '../charts/line-options.js';
import { useFigures } from '../charts/use-figures.js';
import type { RepairEvidence } from '../api/types.js';
import { portalZone } from '../format/dates.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';

type Curve = NonNullable<RepairEvidence['powerCurve']>;

/** The last two days of a device up to its last measurement. */
export function PowerCurve({ curve: { from, stepS, acPowerW } }: { readonly curve: Curve }) {
  const text = useText();
  const format = useFormat();
  const figures = useFigures();
  const fromMs = Date.parse(from);
  const stepMs = stepS * 1000;
  const timesMs = acPowerW.map((_, index) => fromMs + index * stepMs);
  const measured = acPowerW.filter((value) => value !== null);
  const title = text('repair.curveTitle');
  const time = (ms: number) => format.portal(new Date(ms).toISOString(), 'dayTime');
  return (
    <ChartFrame
      title={title}
      summary={text('repair.curve', {
        peak: format.inWords(format.power(Math.max(...measured))),
        last: format.inWords(format.power(measured.at(-1))),
      })}
      table={{
        columns: [text('charts.intervalFrom'), title],
        rows: timesMs.flatMap((ms, index) =>
          acPowerW[index] === null
            ? []
            : [{ key: String(ms), cells: [time(ms), figures.quantity(acPowerW[index] ?? null, 'W')] }],
        ),
      }}
    >
      <LineChart
        label={title}
        span={{ fromMs, toMs: fromMs + acPowerW.length * stepMs }}
        timeZone={portalZone}
        timesMs={timesMs}
        stepMs={stepMs}
        lines={[{ key: 'power', name: title, values: acPowerW, look: lineLook(0, 0), base: 'W' }]}
      />
    </ChartFrame>
  );
}
