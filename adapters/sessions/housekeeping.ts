import { schedule } from 'node-cron';
import type { Clock } from '../../commands/ports.js';
import type { Sessions } from './port.js';

/** Every night, sessions that ended long ago are forgotten. Harmless when several nodes do it. */
export function startSessionHousekeeping(options: {
  readonly sessions: Pick<Sessions, 'removeOld'>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { sessions, clock, onError } = options;
  let running: Promise<unknown> = Promise.resolve();
  const task = schedule(
    '41 3 * * *',
    () => {
      running = sessions.removeOld(clock.now()).catch(onError);
    },
    { timezone: 'Europe/Berlin' },
  );
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
