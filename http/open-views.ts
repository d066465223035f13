import { isVisit, type Caller } from './caller.js';
import { ProblemError } from './problem.js';

/** What one account may watch at once, per process: enough for every screen of a household or a control room. */
const maxViewsPerViewer = 20;

/** What all visitors of the demonstration may watch at once, per process. */
const maxViewsOfVisits = 200;

/**
 * The views that are open now. A browser whose view was ended connects again, so a forgotten one is what gives way: to those
 * of the same account, or of the same visit, because visitors share an account and not their screens.
 */
export function openViews() {
  const byViewer = new Map<string, Set<() => void>>();
  let ofVisits = 0;
  return {
    /** Turns a visitor away where all of them watch as much as they may; nobody else has to give way. */
    refuseWhenFull(caller: Caller): void {
      if (isVisit(caller) && ofVisits >= maxViewsOfVisits) throw new ProblemError('demo.full');
    },
    /** Answers what to call when the view is closed. */
    add(caller: Caller, end: () => void): () => void {
      const viewer = isVisit(caller) ? caller.sessionId : caller.accountId;
      const views = byViewer.get(viewer) ?? new Set();
      byViewer.set(viewer, views.add(end));
      if (isVisit(caller)) ofVisits += 1;
      const [oldest] = views;
      if (views.size > maxViewsPerViewer && oldest !== undefined) {
        views.delete(oldest);
        oldest();
      }
      return () => {
        if (isVisit(caller)) ofVisits -= 1;
        views.delete(end);
        if (views.size === 0 && byViewer.get(viewer) === views) byViewer.delete(viewer);
      };
    },
    endAll(): void {
      for (const views of byViewer.values()) for (const end of views) end();
    },
  };
}
