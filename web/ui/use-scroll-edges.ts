import { useEffect, type RefObject } from 'react';

/** Marks at which ends of a row that scrolls sideways there is more: `data-before`, `data-after`. */
export function useScrollEdges(row: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const mark = () => {
      const { scrollLeft, clientWidth, scrollWidth } = element;
      // Browsers round each of them for itself.
      element.setAttribute('data-before', String(scrollLeft > 1));
      element.setAttribute('data-after', String(scrollLeft + clientWidth < scrollWidth - 1));
    };
    mark();
    element.addEventListener('scroll', mark, { passive: true });
    const observer = new ResizeObserver(mark);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      element.removeEventListener('scroll', mark);
      observer.disconnect();
    };
  }, [row]);
}
