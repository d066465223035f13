import type { ReactNode } from 'react';
import { hourStep, hourTicks, type Span } from './time.js';
import { tickDigits, type AxisUnit, type Linear } from './scale.js';
import type { Figures } from './use-figures.js';

/** Room around the drawing in pixels. */
export type Box = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

type ValueAxisProps = {
  readonly box: Box;
  readonly ticks: readonly number[];
  readonly axis: AxisUnit;
  readonly y: Linear;
  readonly figures: Figures;
};

/** Hairlines with their values; the unit stands once above them. */
export function ValueAxis({ box, ticks, axis, y, figures }: ValueAxisProps): ReactNode {
  const digits = tickDigits(ticks, axis.divisor);
  return (
    <g className="chart-axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={box.left} x2={box.width - box.right} y1={y(tick)} y2={y(tick)} />
          <text x={box.left - 8} y={y(tick) + 4} textAnchor="end">
            {figures.number(tick / axis.divisor, digits)}
          </text>
        </g>
      ))}
      <text x={box.left - 8} y={11} textAnchor="end">
        {axis.unit}
      </text>
    </g>
  );
}

/** At the right, without lines: the grid belongs to the left. */
export function LightAxis({ box, ticks, y, figures }: Omit<ValueAxisProps, 'axis'>): ReactNode {
  const x = box.width - box.right + 8;
  return (
    <g className="chart-axis">
      {ticks.map((tick) => (
        <text key={tick} x={x} y={y(tick) + 4}>
          {figures.number(tick, 0)}
        </text>
      ))}
      <text x={box.width} y={11} textAnchor="end">
        W/m²
      </text>
    </g>
  );
}

type TimeAxisProps = {
  readonly box: Box;
  readonly span: Span;
  readonly timeZone: string;
  readonly x: Linear;
  readonly figures: Figures;
};

/** Full hours of the plant's clock, as many as fit. */
export function TimeAxis({ box, span, timeZone, x, figures }: TimeAxisProps): ReactNode {
  const step = hourStep(span, box.width - box.left - box.right, 52);
  const ticks = span.toMs - span.fromMs < 2 * 3_600_000 ? quarters(span) : hourTicks(span, timeZone, step);
  const shown = ticks.filter((tick) => x(tick) >= box.left - 1 && x(tick) <= box.width - box.right + 1);
  return (
    <g className="chart-axis">
      {shown.map((tick) => (
        <text key={tick} x={x(tick)} y={box.height - 8} textAnchor="middle">
          {figures.time(tick, timeZone)}
        </text>
      ))}
    </g>
  );
}

/** Every quarter or half of an hour, for a view zoomed in under two hours. */
function quarters({ fromMs, toMs }: Span): readonly number[] {
  const step = toMs - fromMs > 3_600_000 ? 1_800_000 : 900_000;
  const ticks = [];
  for (let at = Math.ceil(fromMs / step) * step; at <= toMs; at += step) ticks.push(at);
  return ticks;
}

/** Diagonal hatching: no data here. */
export function Hatching({ id }: { readonly id: string }): ReactNode {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className="chart-hatch" x1="0" y1="0" x2="0" y2="6" />
    </pattern>
  );
}
