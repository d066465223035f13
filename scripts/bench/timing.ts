/** How long some work takes, in milliseconds, and what comes of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly got: T; readonly ms: number }> {
  const startedAt = performance.now();
  return { got: await work(), ms: performance.now() - startedAt };
}

/** How long some work takes, in seconds. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  return (await timed(work)).ms / 1_000;
}

export type TimedRow = { readonly query: string; readonly p50Ms: number; readonly p99Ms: number };

const warmUps = 20;

/** How long one call takes of many, one after the other. */
export async function timedOften(query: string, times: number, call: () => Promise<unknown>): Promise<TimedRow> {
  for (let i = 0; i < warmUps; i++) await call();
  const durations: number[] = [];
  for (let i = 0; i < times; i++) durations.push((await timed(call)).ms);
  durations.sort((a, b) => a - b);
  const at = (share: number) => durations[Math.min(times - 1, Math.floor(times * share))] ?? 0;
  return { query, p50Ms: at(0.5), p99Ms: at(0.99) };
}
