import type { Temporal } from '../../domain/kernel/time.js';

export type RegistrationRefusal = {
  readonly code: 'account.registrations-slowed';
  /** Until when none is taken from there. */
  readonly until: Temporal.Instant;
};

/** Counts registrations by the address that they come from and by the network around it, for all nodes. */
export type RegistrationPace = {
  /** Counts one, unless it has to wait; null when it may go on. */
  begin(address: string, at: Temporal.Instant): Promise<RegistrationRefusal | null>;
  /** Forgets what does not count any more; returns how many. To be called now and then. */
  removeOld(at: Temporal.Instant): Promise<number>;
};
