/** What has to be undone, in the order in which it was done. */
export type Undo = (() => Promise<void>)[];

/**
 * Undoes everything, the last first, each step once. A step that fails keeps no other from being done; all failures come
 * together as an `AggregateError`.
 */
export async function undoAll(steps: Undo): Promise<void> {
  const failures: unknown[] = [];
  for (let undo = steps.pop(); undo !== undefined; undo = steps.pop()) {
    try {
      await undo();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
}
