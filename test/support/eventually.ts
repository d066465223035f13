import { setTimeout as pause } from 'node:timers/promises';

/** Where it is waited now. A test file that is out of time tells of it, also when it waits outside of any test. */
const waiting = new Set<Error>();
process.on('SIGALRM', () => {
  for (const { stack } of waiting) process.stderr.write(`${stack}\n`);
});

/** Waits until something is so, or is there, and resolves to it; a test that waits in vain ends by its time limit. */
export async function eventually<T>(look: () => Promise<T> | T): Promise<NonNullable<T>> {
  const here = new Error('still waits for this');
  waiting.add(here);
  try {
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found;
      await pause(5);
    }
  } finally {
    waiting.delete(here);
  }
}
