import { useEffect, useRef } from 'react';

/** Brings a part of the page into view for whoever came by a link to it: the page was not there yet when the link was followed. */
export function useArrival(id: string) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (location.hash !== `#${id}`) return;
    element.current?.scrollIntoView();
    element.current?.focus({ preventScroll: true });
  }, [id]);
  return element;
}
