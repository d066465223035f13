import { useId, useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Hatching, LightAxis, TimeAxis, ValueAxis, type Box } from './axes.js';
import { bandOf, indexAt, shapesOf } from './day-geometry.js';
import type { Points } from './gaps.js';
import { PlotArea } from './plot-area.js';
import { axisUnit, linear, niceTicks } from './scale.js';
import { lastValueEndMs, peakOf } from './summary.js';
import type { Span } from './time.js';
import { Tooltip } from './tooltip.js';
import { useCursor } from './use-cursor.js';
import { useFigures } from './use-figures.js';
import { useWidth } from './use-width.js';
import { useZoom } from './use-zoom.js';

type DayChartProps = {
  readonly label: string;
  /** What is drawn of the day, from sunrise to sunset or all of it. */
  readonly span: Span;
  readonly timeZone: string;
  /** Mean AC power in W. */
  readonly points: Points;
  readonly gaps: readonly Span[];
  /** A curve to compare with, drawn dashed; on the same instants. */
  readonly reference: { readonly label: string; readonly points: Points } | null;
  /** What is usual or what the weather allows, dashed, and the band up to what there would be without clouds; on the same instants. */
  readonly expected: {
    readonly label: string;
    readonly clearLabel: string;
    readonly curve: Points;
    readonly clear: Points;
  } | null;
  /** Where some of several devices are missing, with the names of those. */
  readonly silences?: { readonly spans: readonly Span[]; readonly at: (index: number) => readonly string[] } | null;
  /** Irradiance in W/m² on an axis at the right; on the same instants. */
  readonly light?: { readonly label: string; readonly points: Points } | null;
  /** Instants of which something is told elsewhere, such as errors. */
  readonly marksMs?: readonly number[];
  /** Null for a day that is over. */
  readonly nowMs: number | null;
};

/** Power over a day: area for what was measured, hatching for what is missing, dashed for what is to come. */
export function DayChart({
  label,
  span,
  timeZone,
  points,
  gaps,
  reference,
  expected,
  silences = null,
  light = null,
  marksMs = [],
  nowMs,
}: DayChartProps) {
  const text = useText();
  const figures = useFigures();
  const hatch = useId();
  const clip = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const zoom = useZoom(span);
  const height = width < 520 ? 228 : 300;
  const box: Box = { width, height, left: 38, right: light === null ? 10 : 42, top: 20, bottom: 30 };

  const first = indexAt(points, zoom.view.fromMs);
  const last = Math.max(first, indexAt(points, zoom.view.toMs - 1));
  const peak = peakOf(points);
  const start = peak ? Math.min(last, Math.max(first, indexAt(points, peak.atMs))) : first;
  const cursor = useCursor({ first, last, start, page: Math.max(1, Math.round(3_600_000 / points.stepMs)) });

  const max = Math.max(
    ...[points, reference?.points, expected?.curve, expected?.clear].map(
      (curve) => (curve && peakOf(curve)?.value) ?? 0,
    ),
  );
  // Without a value there is nothing to read off a scale.
  const ticks = useMemo(() => (max > 0 ? niceTicks(max * 1.03) : [0]), [max]);
  const axis = axisUnit(ticks[ticks.length - 1] ?? 0, 'W');
  const lightTicks = light === null ? [] : niceTicks(Math.max(100, (peakOf(light.points)?.value ?? 0) * 1.03));
  const lightY = linear([0, lightTicks.at(-1) ?? 1], [height - box.bottom, box.top]);
  const x = linear([zoom.view.fromMs, zoom.view.toMs], [box.left, width - box.right]);
  const y = linear([0, ticks[ticks.length - 1] || 1], [height - box.bottom, box.top]);

  const silentAt = (i: number) => {
    const names = silences?.at(i) ?? [];
    return names.length === 0 ? null : text('charts.silent', { names: names.join(', ') });
  };
  const at = (i: number) => {
    const fromMs = points.timesMs[i] ?? 0;
    const from = figures.time(fromMs, timeZone);
    const value = points.values[i] ?? null;
    const isFuture = nowMs !== null && fromMs + points.stepMs > nowMs;
    const unmeasured = text(isFuture ? 'charts.notYet' : 'charts.noData');
    const named = (label: string, powerW: number | null | undefined) =>
      powerW === null || powerW === undefined ? null : `${label} ${figures.quantity(powerW, 'W')}`;
    return {
      x: x(fromMs + points.stepMs / 2),
      y: value === null ? null : y(value),
      time: from,
      interval: text('charts.interval', { from, to: figures.time(fromMs + points.stepMs, timeZone) }),
      value: value === null ? unmeasured : figures.quantity(value, 'W'),
      compared: [
        expected && named(expected.label, expected.curve.values[i]),
        expected && named(expected.clearLabel, expected.clear.values[i]),
        reference && named(reference.label, reference.points.values[i]),
        light &&
          (light.points.values[i] ?? null) !== null &&
          `${light.label} ${figures.quantity(light.points.values[i] ?? null, 'W/m²')}`,
        silentAt(i),
      ].filter((words) => typeof words === 'string'),
    };
  };
  const shown = cursor.index === null ? null : at(cursor.index);

  const pointerMs = (event: PointerEvent<HTMLDivElement>) =>
    x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const read = (event: PointerEvent<HTMLDivElement>) =>
    cursor.set(Math.min(last, Math.max(first, indexAt(points, pointerMs(event)))));
  const onKeyDown = (event: KeyboardEvent) => {
    const centre = (points.timesMs[cursor.index ?? start] ?? span.fromMs) + points.stepMs / 2;
    if (!cursor.onKey(event)) zoom.onKey(event, centre);
  };
  const lastEnd = lastValueEndMs(points);
  const lastValue = points.values.findLast((value) => value !== null) ?? null;

  return (
    <div className="day-chart">
      <PlotArea
        rootRef={ref}
        label={label}
        spoken={shown ? [shown.interval, shown.value, ...shown.compared].join(', ') : ''}
        height={height}
        onKeyDown={onKeyDown}
        onBlur={() => cursor.set(null)}
        onPointerDown={(event) => {
          zoom.down(event, pointerMs(event));
          read(event);
        }}
        onPointerMove={(event) => (zoom.move(pointerMs(event)) ? cursor.set(null) : read(event))}
        onPointerUp={zoom.up}
        onPointerLeave={() => (zoom.drag ? undefined : cursor.set(null))}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            <defs>
              <Hatching id={hatch} />
              <clipPath id={clip}>
                <rect x={box.left} y={0} width={Math.max(0, width - box.left - box.right)} height={height} />
              </clipPath>
            </defs>
            <ValueAxis box={box} ticks={ticks} axis={axis} y={y} figures={figures} />
            {light && <LightAxis box={box} ticks={lightTicks} y={lightY} figures={figures} />}
            <TimeAxis box={box} span={zoom.view} timeZone={timeZone} x={x} figures={figures} />
            <g clipPath={`url(#${clip})`}>
              {expected && <path className="chart-band" d={bandOf(expected.curve, expected.clear, x, y)} />}
              {[...gaps, ...(silences?.spans ?? [])].map((gap, index) => (
                <rect
                  key={gap.fromMs}
                  className={index < gaps.length ? undefined : 'chart-silence'}
                  x={x(gap.fromMs)}
                  width={Math.max(2, x(gap.toMs) - x(gap.fromMs))}
                  y={box.top}
                  height={height - box.bottom - box.top}
                  fill={`url(#${hatch})`}
                />
              ))}
              {shapesOf(points, x, y, nowMs ?? Infinity).map(({ line, area }) => (
                <g key={area}>
                  <path className="chart-area" d={area} />
                  <path className="chart-line" d={line} />
                </g>
              ))}
              {expected &&
                shapesOf(expected.curve, x, y).map(({ line }) => (
                  <path key={line} className="chart-reference" d={line} />
                ))}
              {reference &&
                shapesOf(reference.points, x, y).map(({ line }) => (
                  <path key={line} className="chart-reference" d={line} />
                ))}
              {light &&
                shapesOf(light.points, x, lightY).map(({ line }) => (
                  <path key={line} className="chart-light" d={line} />
                ))}
              {marksMs.map((ms) => (
                <line key={ms} className="chart-mark" x1={x(ms)} x2={x(ms)} y1={box.top} y2={height - box.bottom} />
              ))}
              {nowMs !== null && (
                <>
                  <line className="chart-future" x1={x(nowMs)} x2={x(span.toMs)} y1={y(0)} y2={y(0)} />
                  <line className="chart-now" x1={x(nowMs)} x2={x(nowMs)} y1={box.top} y2={height - box.bottom} />
                </>
              )}
              {nowMs !== null && lastEnd !== null && (
                <circle className="chart-dot" cx={x(Math.min(lastEnd, nowMs))} cy={y(lastValue ?? 0)} r="4.5" />
              )}
              {zoom.drag && (
                <rect
                  className="chart-selection"
                  x={x(zoom.drag.fromMs)}
                  width={x(zoom.drag.toMs) - x(zoom.drag.fromMs)}
                  y={box.top}
                  height={height - box.bottom - box.top}
                />
              )}
            </g>
            {shown && (
              <g className="chart-cursor">
                <line x1={shown.x} x2={shown.x} y1={box.top} y2={height - box.bottom} />
                {shown.y !== null && <circle cx={shown.x} cy={shown.y} r="4.5" />}
              </g>
            )}
          </svg>
        )}
        {shown && (
          <Tooltip x={shown.x} widthPx={width} title={shown.value}>
            <span>{shown.interval}</span>
            {shown.compared.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </Tooltip>
        )}
      </PlotArea>
      {zoom.active && (
        <div className="chart-reset">
          <Button look="quiet" onClick={zoom.reset}>
            {text('charts.wholeDay')}
          </Button>
        </div>
      )}
    </div>
  );
}
