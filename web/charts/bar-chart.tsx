import './bars.css';
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useText } from '../i18n/use-text.js';
import { ValueAxis, type Box } from './axes.js';
import { PlotArea } from './plot-area.js';
import { axisUnit, linear, niceTicks } from './scale.js';
import { Tooltip } from './tooltip.js';
import { useCursor } from './use-cursor.js';
import { useFigures } from './use-figures.js';
import { useWidth } from './use-width.js';

export type Bar = {
  readonly key: string;
  /** Under the bar: `14`, `Jul`, `2026`. */
  readonly tick: string;
  readonly name: string;
  /** Null = nothing measured; drawn as hatching when the time is over. */
  readonly value: number | null;
  /** The same time a year before, outlined. */
  readonly reference: number | null;
  /** What is usual at this time of the year, drawn as a line over all bars. */
  readonly expected: number | null;
  readonly time: 'past' | 'current' | 'future';
  /** How the value came to be, where it is not as it was measured: in a word, marked below the bar. */
  readonly note: { readonly word: string; readonly isEstimate: boolean } | null;
};

type BarChartProps = {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** `Wh`, `€` or `kg`. */
  readonly base: string;
  readonly referenceLabel: string;
  readonly expectedLabel: string;
  readonly onOpen?: (key: string) => void;
};

/** Bars over days, months or years; a click or Enter opens what is inside a bar. */
export function BarChart({ label, bars, base, referenceLabel, expectedLabel, onOpen }: BarChartProps) {
  const text = useText();
  const figures = useFigures();
  const [ref, width] = useWidth<HTMLDivElement>();
  const tapped = useRef<number | null>(null);
  const height = width < 520 ? 228 : 300;
  const box: Box = { width, height, left: 44, right: 6, top: 20, bottom: 30 };
  const start = Math.max(
    0,
    bars.findLastIndex((bar) => bar.value !== null),
  );
  const cursor = useCursor({ first: 0, last: bars.length - 1, start, page: 7 });

  const max = Math.max(0, ...bars.map((bar) => Math.max(bar.value ?? 0, bar.reference ?? 0, bar.expected ?? 0)));
  const ticks = useMemo(() => (max > 0 ? niceTicks(max * 1.02) : [0]), [max]);
  const axis = axisUnit(ticks[ticks.length - 1] ?? 0, base);
  const y = linear([0, ticks[ticks.length - 1] || 1], [height - box.bottom, box.top]);
  const column = (width - box.left - box.right) / Math.max(1, bars.length);
  const barWidth = Math.max(2, Math.min(64, column * (column < 16 ? 0.76 : 0.66)));
  const centre = (i: number) => box.left + column * (i + 0.5);
  const tickEvery = [1, 2, 5, 10].find((every) => every * column >= 30) ?? 10;

  const open = (i: number) => {
    const bar = bars[i];
    if (bar && bar.time !== 'future') onOpen?.(bar.key);
  };
  const indexOf = (event: PointerEvent<HTMLDivElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left - box.left;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(left / column)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && cursor.index !== null) {
      event.preventDefault();
      open(cursor.index);
    } else cursor.onKey(event);
  };
  const says = (bar: Bar) => ({
    value:
      bar.value === null
        ? text(bar.time === 'future' ? 'charts.notYet' : 'charts.noData')
        : figures.quantity(bar.value, base),
    note: bar.note?.word ?? null,
    reference: bar.reference === null ? null : `${referenceLabel} ${figures.quantity(bar.reference, base)}`,
    expected: bar.expected === null ? null : `${expectedLabel} ${figures.quantity(bar.expected, base)}`,
  });
  const bar = cursor.index === null ? undefined : bars[cursor.index];
  const words = bar && says(bar);

  return (
    <PlotArea
      rootRef={ref}
      className={onOpen ? 'opens' : ''}
      label={onOpen ? `${label}. ${text('charts.enterOpens')}` : label}
      spoken={
        bar && words
          ? [bar.name, words.value, words.note, words.expected, words.reference].filter(Boolean).join(', ')
          : ''
      }
      height={height}
      onKeyDown={onKeyDown}
      onBlur={() => cursor.set(null)}
      onPointerMove={(event) => (event.pointerType === 'mouse' ? cursor.set(indexOf(event)) : undefined)}
      onPointerUp={(event) => {
        const i = indexOf(event);
        // A finger first reads the bar, then opens it.
        if (event.pointerType === 'mouse' || tapped.current === i) open(i);
        tapped.current = i;
        cursor.set(i);
      }}
      onPointerLeave={(event) => (event.pointerType === 'mouse' ? cursor.set(null) : undefined)}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <ValueAxis box={box} ticks={ticks} axis={axis} y={y} figures={figures} />
          {bars.map((each, i) => (
            <g key={each.key} className={barClass(each, cursor.index === i)}>
              <BarShape bar={each} x={centre(i) - barWidth / 2} width={barWidth} y={y} isNarrow={isNarrow(bars)} />
              {(i % tickEvery === 0 || each.time === 'current') && (
                <text x={centre(i)} y={height - 8} textAnchor="middle">
                  {i % tickEvery === 0 ? each.tick : ''}
                </text>
              )}
            </g>
          ))}
          <path className="chart-reference" d={expectedLine(bars, centre, column, y)} />
        </svg>
      )}
      {bar && words && cursor.index !== null && (
        <Tooltip x={centre(cursor.index)} widthPx={width} title={words.value}>
          <span>{words.note === null ? bar.name : `${bar.name}, ${words.note}`}</span>
          {words.expected !== null && <span>{words.expected}</span>}
          {words.reference !== null && <span>{words.reference}</span>}
        </Tooltip>
      )}
    </PlotArea>
  );
}

/** A step for each bar that something is expected of. */
function expectedLine(
  bars: readonly Bar[],
  centre: (i: number) => number,
  column: number,
  y: (value: number) => number,
): string {
  return bars
    .map(({ expected }, i) => {
      if (expected === null) return '';
      const [left, right, height] = [centre(i) - column / 2, centre(i) + column / 2, y(expected)].map((at) =>
        at.toFixed(1),
      );
      const isFirst = (bars[i - 1]?.expected ?? null) === null;
      return `${isFirst ? 'M' : 'L'}${left},${height}L${right},${height}`;
    })
    .join('');
}

/** Thirty outlines would be a fence: where bars are many, a mark shows the year before. */
export const isNarrow = (bars: readonly Bar[]) => bars.length > 12;

const barClass = (bar: Bar, isActive: boolean) => `chart-bar ${bar.time}${isActive ? ' active' : ''}`;

/** Stands at the foot of a bar: told apart by its shape, whatever the colours. */
const diamond = (x: number, y: number) => `M${x},${y - 4}l4,4l-4,4l-4,-4z`;

type BarShapeProps = {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly isNarrow: boolean;
};

function BarShape({ bar, x, width, y, isNarrow: asMark }: BarShapeProps) {
  const r = Math.min(4, width / 3);
  const at = (value: number) => ({ y: y(value), height: Math.max(0, y(0) - y(value)) });
  return (
    <>
      {bar.value !== null && bar.value > 0 && (
        <rect
          className={bar.note?.isEstimate === true ? 'value estimate' : 'value'}
          x={x}
          width={width}
          rx={r}
          {...at(bar.value)}
        />
      )}
      {bar.note !== null && <path className="note" d={diamond(x + width / 2, y(0) - 6)} />}
      {bar.value === null && bar.time === 'past' && (
        <line className="missing" x1={x} x2={x + width} y1={y(0)} y2={y(0)} />
      )}
      {bar.reference !== null && bar.reference > 0 && asMark && (
        <line className="mark" x1={x - 1} x2={x + width + 1} y1={y(bar.reference)} y2={y(bar.reference)} />
      )}
      {bar.reference !== null && bar.reference > 0 && !asMark && (
        <rect className="reference" x={x} width={width} rx={r} {...at(bar.reference)} />
      )}
    </>
  );
}
