import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a heading: takes the focus when `state` changed and what had the focus went away with it. While nothing is known yet
 * the state is undefined; what is learned then takes nothing away.
 */
export function useLostFocus<E extends HTMLElement>(state: string | undefined): RefObject<E | null> {
  const element = useRef<E>(null);
  const known = useRef(state);
  useEffect(() => {
    const before = known.current;
    known.current = state;
    if (before === undefined || before === state) return;
    if (document.activeElement === document.body) element.current?.focus();
  }, [state]);
  return element;
}
