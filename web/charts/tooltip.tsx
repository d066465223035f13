import type { ReactNode } from 'react';

type TooltipProps = {
  /** Where it points at, in pixels of the plot. */
  readonly x: number;
  readonly widthPx: number;
  readonly title: string;
  readonly children: ReactNode;
};

/** Beside the cursor, on the side with more room. */
export function Tooltip({ x, widthPx, title, children }: TooltipProps): ReactNode {
  const place = x < widthPx / 2 ? { left: x + 12 } : { right: widthPx - x + 12 };
  return (
    <div className="chart-tip" style={place} aria-hidden="true">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
