import './bars.css';
import { useText } from '../i18n/use-text.js';
import { ValueAxis, type Box } from './axes.js';
import { PlotArea } from './plot-area.js';
import { linear, niceTicks } from './scale.js';
import { Tooltip } from './tooltip.js';
import { useCursor } from './use-cursor.js';
import { useFigures } from './use-figures.js';
import { useWidth } from './use-width.js';

export type RatioPoint = {
  readonly key: string;
  /** Under the point: `14`, `Jul`. */
  readonly tick: string;
  readonly name: string;
  /** In percent; null = not known, which leaves a gap. */
  readonly main: number | null;
  readonly other: number | null;
};

type RatioChartProps = {
  readonly label: string;
  readonly points: readonly RatioPoint[];
  readonly mainLabel: string;
  readonly otherLabel: string;
};

/** Two lines in percent over days or months: the main one with a dot at each value, the other one dashed. */
export function RatioChart({ label, points, mainLabel, otherLabel }: RatioChartProps) {
  const text = useText();
  const figures = useFigures();
  const [ref, width] = useWidth<HTMLDivElement>();
  const height = width < 520 ? 168 : 196;
  const box: Box = { width, height, left: 44, right: 6, top: 20, bottom: 30 };
  const cursor = useCursor({ first: 0, last: points.length - 1, start: Math.floor(points.length / 2), page: 7 });
  const most = Math.max(100, ...points.map(({ main, other }) => Math.max(main ?? 0, other ?? 0)));
  const ticks = niceTicks(most);
  const y = linear([0, ticks[ticks.length - 1] || 1], [height - box.bottom, box.top]);
  const column = (width - box.left - box.right) / Math.max(1, points.length);
  const x = (index: number) => box.left + column * (index + 0.5);
  const tickEvery = [1, 2, 5, 10].find((every) => every * column >= 30) ?? 10;
  const point = cursor.index === null ? undefined : points[cursor.index];
  const share = (value: number | null) => (value === null ? text('charts.noData') : figures.percent(value / 100));
  const words = point && [`${mainLabel} ${share(point.main)}`, `${otherLabel} ${share(point.other)}`];
  return (
    <PlotArea
      rootRef={ref}
      label={label}
      spoken={point && words ? [point.name, ...words].join(', ') : ''}
      height={height}
      onKeyDown={cursor.onKey}
      onBlur={() => cursor.set(null)}
      onPointerMove={(event) => {
        const left = event.clientX - event.currentTarget.getBoundingClientRect().left - box.left;
        cursor.set(Math.min(points.length - 1, Math.max(0, Math.floor(left / column))));
      }}
      onPointerLeave={() => cursor.set(null)}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <ValueAxis box={box} ticks={ticks} axis={{ unit: '%', divisor: 1, digits: 0 }} y={y} figures={figures} />
          {points.map(({ key, tick }, index) =>
            index % tickEvery === 0 ? (
              <text key={key} className="ratio-tick" x={x(index)} y={height - 8} textAnchor="middle">
                {tick}
              </text>
            ) : null,
          )}
          <path
            className="chart-reference"
            d={lineOf(
              points.map(({ other }) => other),
              x,
              y,
            )}
          />
          <path
            className="ratio-line"
            d={lineOf(
              points.map(({ main }) => main),
              x,
              y,
            )}
          />
          {points.map(({ key, main }, index) =>
            main === null ? null : (
              <circle key={key} className="ratio-dot" cx={x(index)} cy={y(main)} r={cursor.index === index ? 5 : 3} />
            ),
          )}
        </svg>
      )}
      {point && words && cursor.index !== null && (
        <Tooltip x={x(cursor.index)} widthPx={width} title={words[0] ?? ''}>
          <span>{point.name}</span>
          <span>{words[1]}</span>
        </Tooltip>
      )}
    </PlotArea>
  );
}

/** Broken where a value is missing. */
function lineOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const isFirst = (values[index - 1] ?? null) === null;
      return `${isFirst ? 'M' : 'L'}${x(index).toFixed(1)},${y(value).toFixed(1)}`;
    })
    .join('');
}
