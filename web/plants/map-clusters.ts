export type Placed<T> = { readonly x: number; readonly y: number; readonly item: T };
export type MapCluster<T> = { readonly x: number; readonly y: number; readonly items: readonly T[] };

/** So near each other, in pixels, markers would cover one another. */
const cellPx = 56;

/** Items that are near each other on the screen, together; each stands in the middle of what it holds. */
export function clustersOf<T>(placed: readonly Placed<T>[]): readonly MapCluster<T>[] {
  const cells = new Map<string, Placed<T>[]>();
  for (const one of placed) {
    const cell = `${Math.floor(one.x / cellPx)}/${Math.floor(one.y / cellPx)}`;
    const known = cells.get(cell);
    if (known === undefined) cells.set(cell, [one]);
    else known.push(one);
  }
  const mean = (all: readonly Placed<T>[], axis: 'x' | 'y') =>
    all.reduce((sum, one) => sum + one[axis], 0) / all.length;
  return [...cells.values()].map((all) => ({
    x: mean(all, 'x'),
    y: mean(all, 'y'),
    items: all.map(({ item }) => item),
  }));
}
