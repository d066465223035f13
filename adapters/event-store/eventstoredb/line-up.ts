/** Lets at most `places` pieces of work run at once; the others wait in line. */
type LineUp = <T>(work: () => Promise<T>) => Promise<T>;

export function openLineUp(places: number): LineUp {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
