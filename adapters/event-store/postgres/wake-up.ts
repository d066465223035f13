import { listen, type Listener } from '../../database/listen.js';

/** Tells waiting readers that there is something new: a hint, they look for themselves anyway. */
export type WakeUp = {
  /** Grows with every hint; taken before a look, so that no hint between look and wait is lost. */
  readonly count: () => number;
  /** Resolves at the first hint after `seen`, after `timeoutMs`, or when `signal` aborts. */
  wait(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

/** Listens to a channel from the first `wait` on. A lost connection only makes the readers slower until it is back. */
export function openWakeUp(connectionString: string, channel: string): WakeUp {
  const sleepers = new Set<() => void>();
  let count = 0;
  let listener: Listener | null = null;

  function wakeAll(): void {
    count++;
    for (const wake of [...sleepers]) wake();
  }

  return {
    count: () => count,
    async wait(seen, timeoutMs, signal) {
      if (count !== seen || signal.aborted) return;
      listener ??= listen({ connection: { connectionString }, channel, onNotice: wakeAll, onListening: wakeAll });
      await new Promise<void>((resolve) => {
        const wake = () => {
          sleepers.delete(wake);
          signal.removeEventListener('abort', wake);
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        signal.addEventListener('abort', wake);
        sleepers.add(wake);
      });
    },
    async close() {
      wakeAll();
      await listener?.close();
    },
  };
}
