import type { Clock } from '../../commands/ports.js';
import type { NightlyJob } from '../jobs/nightly.js';
import type { Sessions } from './port.js';

/** Sessions that ended long ago are forgotten. */
export function sessionHousekeepingJob(options: {
  readonly sessions: Pick<Sessions, 'removeOld'>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}): NightlyJob {
  const { sessions, clock, onError } = options;
  return {
    name: 'session-housekeeping',
    notBefore: '03:41',
    onError,
    run: async () => void (await sessions.removeOld(clock.now())),
  };
}
