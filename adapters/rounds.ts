import { rest } from './rest.js';

export type Rounds = { stop(): Promise<void> };

type RoundsOptions = {
  /** Answers whether there is more to do at once; its signal is aborted when it shall end. */
  readonly round: (signal: AbortSignal) => Promise<boolean>;
  readonly pauseMs: number | (() => number);
  /** Hears what a round throws, but not what it throws because it is stopped. */
  readonly onTrouble: (error: unknown) => void;
  /** How many go on beside each other, default 1. */
  readonly lanes?: number;
};

/** Does a round again and again: at once while there is more to do, else after a pause. Trouble does not end it; `stop` waits for the round under way. */
export function startRounds({ round, pauseMs, onTrouble, lanes = 1 }: RoundsOptions): Rounds {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function lane(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await round(signal)) continue;
      } catch (error) {
        if (!signal.aborted) onTrouble(error);
      }
      await rest(typeof pauseMs === 'number' ? pauseMs : pauseMs(), signal);
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
