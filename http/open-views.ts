/** What one account may watch at once, per process: enough for every screen of a household or a control room. */
const maxViewsPerAccount = 20;

/** The views that are open now. A browser whose view was ended connects again, so a forgotten one is what gives way. */
export function openViews() {
  const byAccount = new Map<string, Set<() => void>>();
  return {
    /** Answers what to call when the view is closed. */
    add(accountId: string, end: () => void): () => void {
      const views = byAccount.get(accountId) ?? new Set();
      byAccount.set(accountId, views.add(end));
      const [oldest] = views;
      if (views.size > maxViewsPerAccount && oldest !== undefined) {
        views.delete(oldest);
        oldest();
      }
      return () => {
        views.delete(end);
        if (views.size === 0 && byAccount.get(accountId) === views) byAccount.delete(accountId);
      };
    },
    endAll(): void {
      for (const views of byAccount.values()) for (const end of views) end();
    },
  };
}
