import { useLayoutEffect, useState, type RefObject } from 'react';

/** Rows drawn beyond both edges of the screen, so that nothing flickers while one scrolls. */
const beyond = 12;

export type Windowed = { readonly first: number; /** Exclusive. */ readonly end: number };

/** Which of many rows of one height are near the screen: only these are drawn. `list` holds them and scrolls with the page. */
export function useWindowed(list: RefObject<HTMLElement | null>, count: number, rowHeightPx: number): Windowed {
  const [shown, setShown] = useState<Windowed>({ first: 0, end: Math.min(count, 40) });
  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, Math.floor(-top / rowHeightPx) - beyond);
      const end = Math.min(count, Math.ceil((window.innerHeight - top) / rowHeightPx) + beyond);
      setShown((before) =>
        before.first === first && before.end === end ? before : { first: Math.min(first, end), end: Math.max(end, 0) },
      );
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [list, count, rowHeightPx]);
  return shown;
}
