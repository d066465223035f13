import uPlot from 'uplot';
import { axisUnit, rangeTicks, tickDigits } from './scale.js';
import { timeTicks, type Span } from './time.js';
import type { Figures } from './use-figures.js';

type Marker = 'none' | 'circle' | 'square' | 'triangle';
export type LineLook = { readonly colour: string; readonly dash: readonly number[]; readonly marker: Marker };

const colours = ['--sun', '--sky', '--ink-2'] as const;
const dashes = [[], [6, 4], [2, 3], [9, 3, 2, 3]] as const;
const markers = ['none', 'circle', 'square', 'triangle'] as const;

/**
 * Colour and marker say whose line it is (`owner` counts the devices), the dash says which of its channels. The first
 * twelve devices all look different.
 */
export function lineLook(owner: number, channel: number): LineLook {
  return {
    colour: colours[owner % colours.length] ?? '--ink',
    dash: dashes[channel % dashes.length] ?? [],
    marker: markers[owner % markers.length] ?? 'none',
  };
}

type PlotOptions = {
  readonly width: number;
  readonly height: number;
  readonly span: Span;
  readonly timeZone: string;
  /** Units, one for each axis: at the left, at the right. */
  readonly bases: readonly string[];
  readonly figures: Figures;
  readonly looks: readonly (LineLook & { readonly base: string })[];
  readonly onLayout: (layout: PlotLayout) => void;
};

/** Where the drawing ended up: pixels of its ground and the instants at both ends. */
export type PlotLayout = {
  readonly leftPx: number;
  readonly widthPx: number;
  readonly fromMs: number;
  readonly toMs: number;
};

/** Hairlines, calm labels, drag zoom in time; legend and tooltip are ours. */
export function plotOptions({
  width,
  height,
  span,
  timeZone,
  bases,
  figures,
  looks,
  onLayout,
}: PlotOptions): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = '11.500px "Inter Variable", Inter, system-ui, sans-serif';
  const ticksOfTime = (min: number, max: number) =>
    timeTicks({ fromMs: min * 1000, toMs: max * 1000 }, timeZone, width);
  const whole: uPlot.Range.MinMax = [span.fromMs / 1000, span.toMs / 1000];
  return {
    width,
    height,
    padding: [18, 10, 0, 0],
    legend: { show: false },
    cursor: { y: false, x: false, points: { show: false }, drag: { x: true, y: false, dist: 8 } },
    scales: {
      x: { time: true, range: (_, min, max) => (Number.isFinite(min) && isPart(min, max, whole) ? [min, max] : whole) },
      ...Object.fromEntries(
        bases.map((base) => [
          base,
          { range: (_: uPlot, min, max) => ends(ticksOf(min, max, base)) } satisfies uPlot.Scale,
        ]),
      ),
    },
    axes: [
      {
        stroke: colour('--ink-3'),
        font,
        size: 30,
        grid: { show: false },
        ticks: { show: false },
        splits: (_, __, min, max) => ticksOfTime(min, max).ticks.map((ms) => ms / 1000),
        values: (plot, splits) => {
          const { kind } = ticksOfTime(plot.scales['x']?.min ?? 0, plot.scales['x']?.max ?? 0);
          return splits.map((at) => figures.tick(at * 1000, timeZone, kind));
        },
      },
      ...bases.map((base, index): uPlot.Axis => ({
        scale: base,
        side: index === 0 ? 3 : 1,
        stroke: colour('--ink-3'),
        font,
        size: 54,
        gap: 8,
        // One grid is enough to read by.
        grid: { show: index === 0, stroke: colour('--line-soft'), width: 1 },
        ticks: { show: false },
        splits: (_, __, min, max) => [...ticksOf(min, max, base)],
        values: (_, splits) => axisLabels(splits, base, figures),
      })),
    ],
    series: [{}, ...looks.map((look) => ({ ...seriesLook(look, colour), scale: look.base }))],
    hooks: {
      draw: [
        (plot) =>
          onLayout({
            leftPx: plot.bbox.left / uPlot.pxRatio,
            widthPx: plot.bbox.width / uPlot.pxRatio,
            fromMs: (plot.scales['x']?.min ?? 0) * 1000,
            toMs: (plot.scales['x']?.max ?? 0) * 1000,
          }),
      ],
    },
  };
}

const isPart = (min: number | undefined | null, max: number | undefined | null, whole: uPlot.Range.MinMax) =>
  min !== null && min !== undefined && max !== null && max !== undefined
    ? min > (whole[0] ?? 0) + 1 || max < (whole[1] ?? 0) - 1
    : false;

const fromZero: readonly string[] = ['W', 'Wh', 'W/m²', 'A', '€', 'kg', '%'];

/** Amounts start at 0; voltages, frequencies and temperatures show their own range. */
function ticksOf(min: number | null, max: number | null, base: string): readonly number[] {
  if (min === null || max === null) return [0, 1];
  return rangeTicks(fromZero.includes(base) ? Math.min(0, min) : min, max);
}

const ends = (ticks: readonly number[]): uPlot.Range.MinMax => [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];

function axisLabels(splits: readonly number[], base: string, figures: Figures): string[] {
  const { divisor, unit } = axisUnit(splits[splits.length - 1] ?? 0, base);
  const digits = tickDigits(splits, divisor);
  return splits.map((tick, i) =>
    i === splits.length - 1
      ? `${figures.number(tick / divisor, digits)}\u202f${unit}`
      : figures.number(tick / divisor, digits),
  );
}

function seriesLook(look: LineLook, colour: (name: string) => string): uPlot.Series {
  const stroke = colour(look.colour);
  return {
    stroke,
    width: 1.8,
    dash: [...look.dash],
    spanGaps: false,
    points: { show: look.marker !== 'none', size: 7, fill: stroke, space: 46, ...markerPaths(look.marker) },
  };
}

/** Circles come from the library; squares and triangles are drawn at every few values. */
function markerPaths(marker: Marker): uPlot.Series.Points {
  if (marker !== 'square' && marker !== 'triangle') return { filter: everyFew };
  return {
    filter: everyFew,
    paths: (plot, seriesIndex, first, last, filtered) => {
      const shape = new Path2D();
      const size = 3.6 * uPlot.pxRatio;
      for (const i of filtered ?? range(first, last)) {
        const value = plot.data[seriesIndex]?.[i];
        if (value === null || value === undefined) continue;
        const x = plot.valToPos(plot.data[0][i] ?? 0, 'x', true);
        const y = plot.valToPos(value, 'y', true);
        if (marker === 'square') shape.rect(x - size, y - size, 2 * size, 2 * size);
        else trianglePath(shape, x, y, size * 1.2);
      }
      return { fill: shape, stroke: shape, flags: 3 };
    },
  };
}

const everyFew: uPlot.Series.Points.Filter = (plot, seriesIndex, show) => {
  if (!show) return null;
  const values = plot.data[seriesIndex] ?? [];
  const indices = Array.from(values.keys());
  return indices.filter((i) => i % 9 === (seriesIndex * 3) % 9 && values[i] !== null);
};

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function trianglePath(path: Path2D, x: number, y: number, size: number): void {
  path.moveTo(x, y - size);
  path.lineTo(x + size, y + size * 0.8);
  path.lineTo(x - size, y + size * 0.8);
  path.closePath();
}
