import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { selection, zoomed } from './day-geometry.js';
import type { Span } from './time.js';

const hour = 3_600_000;

type Zoom = {
  readonly view: Span;
  readonly active: boolean;
  /** What the pointer is drawing over right now. */
  readonly drag: Span | null;
  readonly reset: () => void;
  readonly down: (event: PointerEvent<HTMLDivElement>, ms: number) => void;
  /** True while a selection is drawn. */
  readonly move: (ms: number) => boolean;
  readonly up: () => void;
  readonly onKey: (event: KeyboardEvent, centreMs: number) => boolean;
};

/** Zoom into a time axis: mouse drag, keys + and -, 0 for all. A finger scrolls and reads instead. */
export function useZoom(whole: Span): Zoom {
  const key = `${whole.fromMs}-${whole.toMs}`;
  const [zoom, setZoom] = useState<{ key: string; view: Span } | null>(null);
  const [drag, setDrag] = useState<Span | null>(null);
  const startMs = useRef<number | null>(null);
  const view = zoom?.key === key ? zoom.view : whole;
  const show = (span: Span | null) => setZoom(span && { key, view: span });
  return {
    view,
    active: view !== whole,
    drag,
    reset: () => show(null),
    down: (event, ms) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      startMs.current = ms;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    move: (ms) => {
      if (startMs.current === null) return false;
      const drawn = selection(view, startMs.current, ms, (view.toMs - view.fromMs) / 60);
      setDrag(drawn);
      return drawn !== null;
    },
    up: () => {
      startMs.current = null;
      if (drag) show(selection(whole, drag.fromMs, drag.toMs, 0));
      setDrag(null);
    },
    onKey: (event, centreMs) => {
      const factors: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2, '0': Infinity };
      const factor = factors[event.key];
      if (factor === undefined || event.ctrlKey || event.metaKey) return false;
      event.preventDefault();
      show(zoomed(whole, view, centreMs, factor, hour));
      return true;
    },
  };
}
