import { useCallback, useState, type KeyboardEvent } from 'react';

type Cursor = {
  readonly index: number | null;
  readonly set: (index: number | null) => void;
  /** Arrow keys, page keys, Home, End and Escape; returns true when the key was used. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

type Range = { readonly first: number; readonly last: number; readonly start: number; readonly page: number };

/** A cursor over the intervals `first`…`last` of a chart; it appears at `start` with the first key. */
export function useCursor({ first, last, start, page }: Range): Cursor {
  const [index, set] = useState<number | null>(null);
  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      const next = step(event.key, index, { first, last, start, page });
      if (next === undefined) return false;
      event.preventDefault();
      set(next);
      return true;
    },
    [index, first, last, start, page],
  );
  return { index: index !== null && (index < first || index > last) ? null : index, set, onKey };
}

function step(key: string, index: number | null, range: Range): number | null | undefined {
  const { first, last, start, page } = range;
  const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -page, PageUp: page };
  const move = moves[key];
  if (move !== undefined) return index === null ? start : Math.min(last, Math.max(first, index + move));
  if (key === 'Home') return first;
  if (key === 'End') return last;
  return key === 'Escape' && index !== null ? null : undefined;
}
