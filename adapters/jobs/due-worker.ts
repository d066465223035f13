import type { Leases } from '../database/port.js';
import { startRounds, type Rounds } from '../rounds.js';

type DueWorkerOptions<Id extends string> = {
  /** Who of several nodes does it. */
  readonly leases: Pick<Leases, 'acquire'>;
  readonly leaseName: string;
  /** What is due now. */
  readonly due: () => Promise<readonly Id[]>;
  /** May be called again for the same thing, on another node too: the log decides whether anything happens. */
  readonly act: (id: Id) => Promise<unknown>;
  readonly onTrouble: (error: unknown) => void;
  /** How often it is looked for what is due, default 1 s; whether another node has to be replaced, at least every 3 s. */
  readonly pollMs?: number;
  /** How many are dealt with at a time. */
  readonly atOnce?: number;
};

/** Something that fails is left alone for a while, so that it does not keep the others waiting. */
const sulkMs = 60_000;
const takeOverMs = 3_000;

/** Does what is due, on one of all nodes. What is due stands in the log and in a read model: nothing is lost with a process. */
export function startDueWorker<Id extends string>(options: DueWorkerOptions<Id>): Rounds {
  const { leases, leaseName, due, act, onTrouble, pollMs = 1_000, atOnce = 8 } = options;
  const sulking = new Map<Id, number>();

  async function actOn(id: Id): Promise<void> {
    try {
      await act(id);
      sulking.delete(id);
    } catch (error) {
      sulking.set(id, performance.now() + sulkMs);
      onTrouble(error);
    }
  }

  let nextLookMs = 0;
  async function round(signal: AbortSignal): Promise<boolean> {
    if (!(await leases.acquire(leaseName)) || performance.now() < nextLookMs) return false;
    const awake = (await due()).filter((id) => (sulking.get(id) ?? -Infinity) <= performance.now());
    nextLookMs = performance.now() + pollMs;
    for (let at = 0; at < awake.length && !signal.aborted; at += atOnce) {
      await Promise.all(awake.slice(at, at + atOnce).map(actOn));
    }
    return false;
  }

  return startRounds({ round, pauseMs: Math.min(pollMs, takeOverMs), onTrouble });
}
