import type { Leases } from './database/port.js';
import { rest } from './rest.js';

/** As fresh as the size allows: a tenth of the time is spent on it, but nobody waits longer than a minute for the next look. */
const pauseMs = { least: 2_000, most: 60_000 } as const;
const pausePerWork = 9;

/** Does something that keeps a list fresh again and again, on one of all nodes. */
export function startPacedWork(options: {
  readonly lease: string;
  readonly leases: Pick<Leases, 'acquire'>;
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { lease, leases, work, onTrouble } = options;
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      try {
        if (await leases.acquire(lease)) await work(stopping.signal);
      } catch (error) {
        onTrouble(error);
      }
      const fairMs = (performance.now() - startedAt) * pausePerWork;
      await rest(Math.min(Math.max(pauseMs.least, fairMs), pauseMs.most), stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
