import type { Leases } from './database/port.js';
import { startRounds, type Rounds } from './rounds.js';

/** As fresh as the size allows: a tenth of the time is spent on it, but nobody waits longer than a minute for the next look. */
const pauseMs = { least: 2_000, most: 60_000 } as const;
const pausePerWork = 9;

/** Does something that keeps a list fresh again and again, on one of all nodes. */
export function startPacedWork(options: {
  readonly lease: string;
  readonly leases: Pick<Leases, 'acquire'>;
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}): Rounds {
  const { lease, leases, work, onTrouble } = options;
  let startedAt = performance.now();

  async function round(signal: AbortSignal): Promise<boolean> {
    startedAt = performance.now();
    if (await leases.acquire(lease)) await work(signal);
    return false;
  }

  function fairPauseMs(): number {
    const fairMs = (performance.now() - startedAt) * pausePerWork;
    return Math.min(Math.max(pauseMs.least, fairMs), pauseMs.most);
  }

  return startRounds({ round, pauseMs: fairPauseMs, onTrouble });
}
