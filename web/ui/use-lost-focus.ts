import { useEffect, useRef, type RefObject } from 'react';

/** For a heading: takes the focus when `state` changed and what had the focus went away with it. */
export function useLostFocus<E extends HTMLElement>(state: string): RefObject<E | null> {
  const element = useRef<E>(null);
  const known = useRef(state);
  useEffect(() => {
    if (known.current === state) return;
    known.current = state;
    if (document.activeElement === document.body) element.current?.focus();
  }, [state]);
  return element;
}
