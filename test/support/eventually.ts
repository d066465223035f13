import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; a test that waits in vain ends by its time limit. */
export async function eventually(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await pause(5);
}
