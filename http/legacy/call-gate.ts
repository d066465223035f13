/** How often somebody may call: at once, and one more after each pause. */
export type CallAllowance = { readonly burst: number; readonly pauseMs: number };

const maxKnown = 50_000;

/**
 * Lets the calls of each key through as often as it is allowed. What is refused costs nothing but the look-up, and takes
 * nothing from what is allowed: whoever calls a thousand times a second is heard once a pause. Bounded; of this process.
 */
export function callGate(
  { burst, pauseMs }: CallAllowance,
  now: () => number = performance.now.bind(performance),
): { pass(key: string): boolean } {
  /** By key: when the allowance will be full again. */
  const fullAt = new Map<string, number>();
  return {
    pass(key) {
      const at = now();
      const next = Math.max(fullAt.get(key) ?? 0, at) + pauseMs;
      if (next - at > burst * pauseMs) return false;
      if (fullAt.size >= maxKnown && !fullAt.has(key)) forgetFull(fullAt, at);
      fullAt.set(key, next);
      return true;
    },
  };
}

function forgetFull(fullAt: Map<string, number>, at: number): void {
  for (const [key, full] of fullAt) if (full <= at) fullAt.delete(key);
  if (fullAt.size >= maxKnown) fullAt.clear();
}

/** Keys that were good lately; bounded. */
export function lately(
  lifetimeMs: number,
  now: () => number = performance.now.bind(performance),
): { has(key: string): boolean; add(key: string): void } {
  const until = new Map<string, number>();
  return {
    has: (key) => (until.get(key) ?? 0) > now(),
    add(key) {
      if (until.size >= maxKnown) until.clear();
      until.set(key, now() + lifetimeMs);
    },
  };
}
