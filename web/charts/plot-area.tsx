import { useId, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { useText } from '../i18n/use-text.js';

type PointerHandler = (event: PointerEvent<HTMLDivElement>) => void;

type PlotAreaProps = {
  /** Name of the drawing, spoken on focus together with how to move. */
  readonly label: string;
  /** What the cursor says; spoken politely when it changes. */
  readonly spoken: string;
  readonly height: number;
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
  readonly onPointerDown?: PointerHandler;
  readonly onPointerMove?: PointerHandler;
  readonly onPointerUp?: PointerHandler;
  readonly onPointerLeave?: PointerHandler;
  readonly className?: string;
  readonly children: ReactNode;
};

/** The focusable ground of a drawing: keys and pointer come in, a live region speaks. */
export function PlotArea({ label, spoken, height, rootRef, className, children, ...handlers }: PlotAreaProps) {
  const text = useText();
  const help = useId();
  return (
    <div className="plot">
      {/* One stop of the keyboard; the arrow keys move the cursor inside, hence the role. */}
      <div
        {...handlers}
        ref={rootRef}
        className={className === undefined ? 'plot-area' : `plot-area ${className}`}
        style={{ height }}
        role="application"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={label}
        aria-roledescription={text('charts.chart')}
        aria-describedby={help}
        onPointerCancel={handlers.onPointerLeave}
      >
        {children}
      </div>
      <span id={help} hidden>
        {text('charts.keys')}
      </span>
      <span className="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </span>
    </div>
  );
}
