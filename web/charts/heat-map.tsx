import './heat-map.css';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { PlotArea } from './plot-area.js';
import { Tooltip } from './tooltip.js';
import { useTheme } from './use-theme.js';
import { useWidth } from './use-width.js';

const hours = 24;
const rowHeight = 9;
const left = 38;
const bottom = 22;
const height = hours * rowHeight + bottom;

export type HeatMapProps = {
  readonly label: string;
  /** A column each; `tick` where a new month begins. */
  readonly days: readonly { readonly day: string; readonly tick: string | null }[];
  /** Null = no data. */
  readonly valueAt: (day: number, hour: number) => number | null;
  readonly max: number;
  /** Of a cell: its time and its value in words. */
  readonly describe: (day: number, hour: number) => readonly [string, string];
};

type Cell = { readonly day: number; readonly hour: number };

/** Hours by days, the more the darker: what comes again every day, as a shadow, is a line in it. Noon is in the middle. */
export function HeatMap({ label, days, valueAt, max, describe }: HeatMapProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [cell, setCell] = useState<Cell | null>(null);
  const columnWidth = Math.max(0, width - left) / Math.max(1, days.length);
  const canvas = useCells({ days: days.length, valueAt, max, width, columnWidth });

  const cellAt = (event: PointerEvent<HTMLDivElement>): Cell | null => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const day = Math.floor((event.clientX - bounds.left - left) / columnWidth);
    const hour = hours - 1 - Math.floor((event.clientY - bounds.top) / rowHeight);
    return day >= 0 && day < days.length && hour >= 0 && hour < hours ? { day, hour } : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setCell((before) =>
      before === null
        ? { day: 0, hour: 12 }
        : {
            day: Math.min(days.length - 1, Math.max(0, before.day + step.day)),
            hour: Math.min(hours - 1, Math.max(0, before.hour + step.hour)),
          },
    );
  };
  const [time, value] = cell === null ? ['', ''] : describe(cell.day, cell.hour);
  const x = (day: number) => left + day * columnWidth;
  return (
    <div className="heat-map">
      <PlotArea
        rootRef={ref}
        label={label}
        spoken={cell === null ? '' : `${time}, ${value}`}
        height={height}
        onKeyDown={onKeyDown}
        onBlur={() => setCell(null)}
        onPointerDown={(event) => setCell(cellAt(event))}
        onPointerMove={(event) => setCell(cellAt(event))}
        onPointerLeave={() => setCell(null)}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <svg width={width} height={height} aria-hidden="true">
          {[6, 12, 18].map((hour) => (
            <text key={hour} x={left - 6} y={(hours - hour) * rowHeight + 4} textAnchor="end">
              {String(hour).padStart(2, '0')}
            </text>
          ))}
          {days.map(
            ({ day, tick }, index) =>
              tick !== null && (
                <text key={day} x={x(index)} y={height - 6}>
                  {tick}
                </text>
              ),
          )}
          {cell !== null && (
            <rect
              className="heat-cursor"
              x={x(cell.day)}
              y={(hours - 1 - cell.hour) * rowHeight}
              width={Math.max(3, columnWidth)}
              height={rowHeight}
            />
          )}
        </svg>
        {cell !== null && (
          <Tooltip x={x(cell.day)} widthPx={width} title={value}>
            <span>{time}</span>
          </Tooltip>
        )}
      </PlotArea>
    </div>
  );
}

const steps: Readonly<Record<string, Cell>> = {
  ArrowLeft: { day: -1, hour: 0 },
  ArrowRight: { day: 1, hour: 0 },
  ArrowUp: { day: 0, hour: 1 },
  ArrowDown: { day: 0, hour: -1 },
  PageDown: { day: -28, hour: 0 },
  PageUp: { day: 28, hour: 0 },
};

type Painted = Pick<HeatMapProps, 'valueAt' | 'max'> & {
  readonly days: number;
  readonly width: number;
  readonly columnWidth: number;
};

/** Paints the cells; thousands of elements would make the page slow. */
function useCells({ days, valueAt, max, width, columnWidth }: Painted) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || width === 0) return;
    const ratio = window.devicePixelRatio;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    context.scale(ratio, ratio);
    const style = getComputedStyle(canvas);
    const [sun, ground] = [style.getPropertyValue('--sun'), style.getPropertyValue('--line-soft')];
    for (let day = 0; day < days; day++) {
      for (let hour = 0; hour < hours; hour++) {
        const value = valueAt(day, hour);
        if (value === null) continue;
        const y = (hours - 1 - hour) * rowHeight;
        const paint = (colour: string, alpha: number) => {
          context.globalAlpha = alpha;
          context.fillStyle = colour;
          // A little wider, so that no seams shine through.
          context.fillRect(left + day * columnWidth, y, columnWidth + 0.5, rowHeight);
        };
        paint(ground, 1);
        if (value > 0 && max > 0) paint(sun, 0.12 + 0.88 * Math.min(1, value / max));
      }
    }
  }, [days, valueAt, max, width, columnWidth, theme]);
  return ref;
}
