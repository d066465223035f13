import { rest } from '../../adapters/rest.js';
import type { Checkpoint } from './checkpoints.js';

const pollMs = 20;

/** How far the followers have come, here and in other processes. */
type Progress = {
  advance(name: string, position: bigint): void;
  /** True when all of these have passed the position or are not to be waited for, false when time ran out. */
  waitFor(position: bigint, names: readonly string[], timeoutMs: number): Promise<boolean>;
};

/**
 * Knows at once what runs in this process; for the rest, it looks at the checkpoints while somebody waits.
 */
export function openProgress(
  read: (names: readonly string[]) => Promise<readonly Checkpoint[]>,
  standsStill: (checkpoint: Checkpoint) => boolean,
): Progress {
  const positions = new Map<string, bigint>();
  const listeners = new Set<() => void>();

  function behind(position: bigint, names: readonly string[]): readonly string[] {
    return names.filter((name) => (positions.get(name) ?? -1n) < position);
  }

  async function look(position: bigint, names: readonly string[]): Promise<boolean> {
    const checkpoints = await read(names);
    return names.every((name) => {
      const checkpoint = checkpoints.find((candidate) => candidate.name === name);
      return checkpoint !== undefined && (checkpoint.position >= position || standsStill(checkpoint));
    });
  }

  return {
    advance(name, position) {
      positions.set(name, position);
      for (const tell of [...listeners]) tell();
    },
    async waitFor(position, names, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        const waiting = behind(position, names);
        if (waiting.length === 0) return true;
        const left = deadline - performance.now();
        if (left <= 0) return false;
        const advanced = new AbortController();
        const tell = () => {
          if (behind(position, names).length < waiting.length) advanced.abort();
        };
        listeners.add(tell);
        await rest(Math.min(pollMs, left), advanced.signal);
        listeners.delete(tell);
        if (!advanced.signal.aborted && (await look(position, waiting))) return true;
      }
    },
  };
}
