const lifetimeMs = 5_000;
const maxEntries = 10_000;

/** Remembers for a few seconds which sessions are active, so that not every request asks the database. Bounded. */
export function activityCache(
  load: (sessionId: string) => Promise<boolean>,
  now: () => number = performance.now.bind(performance),
) {
  const entries = new Map<string, { readonly active: Promise<boolean>; readonly until: number }>();
  return {
    isActive(sessionId: string): Promise<boolean> {
      const known = entries.get(sessionId);
      if (known !== undefined && known.until > now()) return known.active;
      if (entries.size >= maxEntries) entries.clear();
      const active = load(sessionId);
      entries.set(sessionId, { active, until: now() + lifetimeMs });
      // A failed look-up is the answer of this request only, never remembered.
      active.catch(() => entries.delete(sessionId));
      return active;
    },
    forget(sessionId: string): void {
      entries.delete(sessionId);
    },
  };
}
