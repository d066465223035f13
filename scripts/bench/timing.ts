/** How long some work takes, in milliseconds, and what comes of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly got: T; readonly ms: number }> {
  const startedAt = performance.now();
  return { got: await work(), ms: performance.now() - startedAt };
}

/** How long some work takes, in seconds. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  return (await timed(work)).ms / 1_000;
}
