import { ChartFrame } from '../../charts/chart-frame.js';
import { LineChart } from '../../charts/line-chart.js';
import { lineLook } from '../../charts/line-options.js';
import { useFigures } from '../../charts/use-figures.js';
import type { OfficeRepairOrder } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';

type Curve = NonNullable<NonNullable<OfficeRepairOrder['evidence']>['powerCurve']>;

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The last two days of a device before its last measurement, as they were when the request was sent. */
export function PowerCurve({ curve: { from, stepS, acPowerW } }: { readonly curve: Curve }) {
  const text = useText();
  const format = useFormat();
  const figures = useFigures();
  const fromMs = Date.parse(from);
  const stepMs = stepS * 1000;
  const timesMs = acPowerW.map((_, index) => fromMs + index * stepMs);
  const measured = acPowerW.filter((value) => value !== null);
  const title = text('office.repairs.curveTitle');
  const time = (ms: number) => format.instant(new Date(ms).toISOString(), zone, 'dayTime');
  return (
    <ChartFrame
      title={title}
      summary={text('office.repairs.curve', {
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
        timeZone={zone}
        timesMs={timesMs}
        stepMs={stepMs}
        lines={[{ key: 'power', name: title, values: acPowerW, look: lineLook(0, 0), base: 'W' }]}
      />
    </ChartFrame>
  );
}
