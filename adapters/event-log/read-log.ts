import type { EventStore, RecordedEvent } from '../event-store/port.js';
import { endIsMissing, type BrokenLink } from './verification.js';

const pageSize = 2_000;

/**
 * The log in pages, as it stands when the reading begins; the next page is fetched while one is worked on. Ends early
 * when `signal` aborts.
 */
export async function* readLog(
  store: Pick<EventStore, 'head' | 'readAll'>,
  options: { readonly after?: bigint; readonly signal?: AbortSignal } = {},
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  const end = await store.head();
  const fetch = (after: bigint) => {
    const page = store.readAll({ after, maxCount: pageSize });
    // Whoever stops early leaves this one behind; whoever goes on awaits it, and then meets its error.
    page.catch(() => undefined);
    return page;
  };
  let next = fetch(options.after ?? 0n);
  while (options.signal?.aborted !== true) {
    const page = await next;
    const last = page.at(-1);
    if (last === undefined) return;
    const isLastPage = last.position >= end;
    if (!isLastPage) next = fetch(last.position);
    yield isLastPage ? page.filter(({ position }) => position <= end) : page;
    if (isLastPage) return;
  }
}

/**
 * What is missing of a log whose last event stands at `position` while its store said that it ends at `head`. Only where
 * each position is an event: elsewhere the last ones may be events of the store itself, which nobody reads.
 */
export function missingEnd(
  { stride }: Pick<EventStore, 'stride'>,
  { position, head }: { readonly position: bigint; readonly head: bigint },
): BrokenLink | null {
  if (stride !== 1n || position >= head) return null;
  return endIsMissing(`position ${head}, where its store says that it ends`);
}
