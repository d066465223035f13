const maxEntries = 10_000;

/**
 * Remembers answers for a moment, so that not every request asks the database whether a session or a token is in force.
 * Bounded.
 */
export function shortMemory<Answer>(
  load: (key: string) => Promise<Answer>,
  lifetimeMs: number,
  now: () => number = performance.now.bind(performance),
) {
  const entries = new Map<string, { readonly answer: Promise<Answer>; readonly until: number }>();
  return {
    ask(key: string): Promise<Answer> {
      const known = entries.get(key);
      if (known !== undefined && known.until > now()) return known.answer;
      if (entries.size >= maxEntries) entries.clear();
      const answer = load(key);
      entries.set(key, { answer, until: now() + lifetimeMs });
      // A failed look-up is the answer of this request only, never remembered.
      answer.catch(() => entries.delete(key));
      return answer;
    },
    forget(key: string): void {
      entries.delete(key);
    },
  };
}
