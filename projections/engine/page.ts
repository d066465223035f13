/** Part of a list; `next` says behind which row the next part begins, null where there is none. */
export type Page<Item, Key> = { readonly items: readonly Item[]; readonly next: Key | null };

/** The page that `rows` begin, of which one more than `limit` was asked for: it tells whether another page follows. */
export function pageFrom<Row, Key>(rows: readonly Row[], limit: number, keyOf: (last: Row) => Key): Page<Row, Key> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** Everything in a list, one page after the other. */
export async function* everyItem<Item, Key>(
  read: (after: Key | null) => Promise<Page<Item, Key>>,
): AsyncGenerator<Item, void, undefined> {
  for (let after: Key | null = null; ;) {
    const { items, next }: Page<Item, Key> = await read(after);
    yield* items;
    if (next === null) return;
    after = next;
  }
}
