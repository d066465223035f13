import './small-day.css';
import { useId } from 'react';
import { Hatching } from './axes.js';
import { shapesOf } from './day-geometry.js';
import type { Points } from './gaps.js';
import { linear } from './scale.js';
import type { Span } from './time.js';
import { useWidth } from './use-width.js';

type SmallDayProps = {
  readonly span: Span;
  readonly power: Points;
  readonly gaps: readonly Span[];
  /** Where the drawing ends at the top: the same share of the nominal power for all that stand side by side. */
  readonly maxW: number;
};

const height = 74;

/** The curve of a day without axes, to be compared with those beside it; what it says stands in words under it. */
export function SmallDay({ span, power, gaps, maxW }: SmallDayProps) {
  const hatch = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const x = linear([span.fromMs, span.toMs], [0, width]);
  const y = linear([0, maxW], [height - 1, 2]);
  return (
    <div ref={ref} className="small-day" style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <Hatching id={hatch} />
          </defs>
          <line className="ground" x1={0} x2={width} y1={y(maxW)} y2={y(maxW)} />
          <line className="ground" x1={0} x2={width} y1={y(0)} y2={y(0)} />
          {gaps.map(({ fromMs, toMs }) => (
            <rect
              key={fromMs}
              x={x(fromMs)}
              width={Math.max(2, x(toMs) - x(fromMs))}
              height={height}
              fill={`url(#${hatch})`}
            />
          ))}
          {shapesOf(power, x, y).map(({ line, area }) => (
            <g key={area}>
              <path className="chart-area" d={area} />
              <path className="chart-line" d={line} />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
