import type { EventStore, RecordedEvent } from '../event-store/port.js';

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
