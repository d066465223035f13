import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './line-chart.css';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { indexAt } from './day-geometry.js';
import { plotOptions, type LineLook, type PlotLayout } from './line-options.js';
import { PlotArea } from './plot-area.js';
import type { Span } from './time.js';
import { Tooltip } from './tooltip.js';
import { useCursor } from './use-cursor.js';
import { useFigures } from './use-figures.js';
import { useTheme } from './use-theme.js';
import { useWidth } from './use-width.js';

export type Line = {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly look: LineLook;
  /** Unit: `W`, `V`, `°C`. The lines of a chart have two of them at most, each with an axis. */
  readonly base: string;
};

type LineChartProps = {
  readonly label: string;
  readonly span: Span;
  readonly timeZone: string;
  readonly timesMs: readonly number[];
  readonly stepMs: number;
  readonly lines: readonly Line[];
  /** Name of an interval; the hours on the plant's clock when left out. */
  readonly nameOf?: (index: number) => string;
  /** Where it is the main thing of its page. */
  readonly isTall?: boolean;
  /** Of the button that ends a zoom. */
  readonly whole?: string;
};

/** Several curves of one or two units; told apart by colour, dash and marker. Null values leave a gap. */
export function LineChart({ label, span, timeZone, timesMs, stepMs, lines, nameOf, isTall, whole }: LineChartProps) {
  const text = useText();
  const figures = useFigures();
  const theme = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [layout, setLayout] = useState<PlotLayout | null>(null);
  const height = (width < 520 ? 200 : 230) + (isTall === true ? 90 : 0);
  const start = Math.floor(timesMs.length / 2);
  const cursor = useCursor({ first: 0, last: timesMs.length - 1, start, page: 6 });
  const setIndex = cursor.set;

  const data = useMemo<uPlot.AlignedData>(
    () => [timesMs.map((ms) => ms / 1000), ...lines.map((line) => [...line.values])],
    [timesMs, lines],
  );
  const looks = JSON.stringify(lines.map(({ look, base }) => ({ ...look, base })));

  useEffect(() => {
    const element = holder.current;
    if (!element || width === 0) return undefined;
    const made = new uPlot(
      plotOptions({
        width,
        height,
        span,
        timeZone,
        bases: [...new Set(lines.map(({ base }) => base))],
        figures,
        looks: JSON.parse(looks) as readonly (LineLook & { readonly base: string })[],
        onLayout: (next) => setLayout((known) => (isSame(known, next) ? known : next)),
      }),
      data,
      element,
    );
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
    // The drawing is made anew when its look changes; new values go into the one that is there, below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [width, height, span.fromMs, span.toMs, timeZone, figures, looks, theme]);

  useEffect(() => plot.current?.setData(data, false), [data]);

  const isZoomed = layout !== null && (layout.fromMs > span.fromMs + 1000 || layout.toMs < span.toMs - 1000);
  const i = cursor.index;
  const x = i === null || !layout ? 0 : pixelOf(layout, (timesMs[i] ?? 0) + stepMs / 2);
  const from = i === null ? '' : figures.time(timesMs[i] ?? 0, timeZone);
  const to = i === null ? '' : figures.time((timesMs[i] ?? 0) + stepMs, timeZone);
  const interval = i !== null && nameOf !== undefined ? nameOf(i) : text('charts.interval', { from, to });
  const readings = lines.map((line) => ({
    key: line.key,
    look: line.look,
    words: `${line.name} ${i === null ? '' : figures.quantity(line.values[i] ?? null, line.base)}`,
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '0') plot.current?.setData(data, true);
    else cursor.onKey(event);
  };

  return (
    <>
      <PlotArea
        rootRef={ref}
        label={label}
        spoken={i === null ? '' : [interval, ...readings.map(({ words }) => words)].join(', ')}
        height={height}
        onKeyDown={onKeyDown}
        onBlur={() => setIndex(null)}
        onPointerMove={(event) => {
          const made = plot.current;
          if (!made) return;
          const left = event.clientX - made.over.getBoundingClientRect().left;
          setIndex(indexAt({ timesMs, stepMs, values: [] }, made.posToVal(left, 'x') * 1000));
        }}
        onPointerLeave={() => setIndex(null)}
      >
        <div ref={holder} aria-hidden="true" />
        {i !== null && (
          <>
            <span className="line-cursor" style={{ left: x }} />
            <Tooltip x={x} widthPx={width} title={interval}>
              {readings.map(({ key, look, words }) => (
                <span key={key} className="key">
                  <LineSample {...look} />
                  {words}
                </span>
              ))}
            </Tooltip>
          </>
        )}
      </PlotArea>
      {isZoomed && (
        <div className="chart-reset">
          <Button look="quiet" onClick={() => plot.current?.setData(data, true)}>
            {whole ?? text('charts.wholeDay')}
          </Button>
        </div>
      )}
    </>
  );
}

const pixelOf = ({ leftPx, widthPx, fromMs, toMs }: PlotLayout, ms: number) =>
  leftPx + ((ms - fromMs) / Math.max(1, toMs - fromMs)) * widthPx;

const isSame = (known: PlotLayout | null, next: PlotLayout) =>
  known?.leftPx === next.leftPx &&
  known.widthPx === next.widthPx &&
  known.fromMs === next.fromMs &&
  known.toMs === next.toMs;

/** A short piece of a line as it looks in the chart, for legends. */
export function LineSample({ colour, dash, marker }: LineLook) {
  return (
    <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
      <line x1="0" x2="28" y1="6" y2="6" stroke={`var(${colour})`} strokeWidth="2" strokeDasharray={dash.join(' ')} />
      {marker === 'circle' && <circle cx="14" cy="6" r="3.4" fill={`var(${colour})`} />}
      {marker === 'square' && <rect x="10.600" y="2.600" width="6.800" height="6.800" fill={`var(${colour})`} />}
      {marker === 'triangle' && <path d="M14 2l4 7h-8z" fill={`var(${colour})`} />}
    </svg>
  );
}
