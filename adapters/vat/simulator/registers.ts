import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../../commands/ports.js';
import { endOfNight, type NightWindow } from '../../../domain/account/check-schedule.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { looseComparison, sampleBusinesses, type RegisteredBusiness } from './register.js';

export type AuthoritiesOptions = {
  readonly businesses?: readonly RegisteredBusiness[];
  /** What an id is that no business has: by default `invalid`, as in life. */
  readonly unknownIds?: 'valid' | 'invalid';
  readonly isSame?: (one: string, other: string) => boolean;
  readonly clock?: Clock;
  /** When the tax office is closed. */
  readonly night?: NightWindow | null;
  /** Own ids that may ask; null = every German one. */
  readonly requesters?: readonly string[] | null;
  readonly maxConcurrentPerState?: number;
  readonly soapStyle?: { readonly prefix: 'env' | 'soap'; readonly faultStatus: 500 | 200 };
};

export type SeenQuestion = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** What the parts of the simulator share: one state behind all doors. */
export type Registers = Required<AuthoritiesOptions> & {
  businessOf(vatId: string): RegisteredBusiness | undefined;
  isClosed(): boolean;
  /** Qualified questions of each session, for a client that sends cookies back. */
  readonly sessions: Map<string, number>;
};

export type Answer = {
  readonly status: number;
  readonly type: 'application/json' | 'text/xml; charset=utf-8' | 'text/html; charset=utf-8';
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The state behind the doors, with what is not said left as in life. */
export function registersOf(options: AuthoritiesOptions): Registers {
  const { businesses = sampleBusinesses, night = null, clock = { now: () => Temporal.Now.instant() } } = options;
  return {
    unknownIds: 'invalid',
    isSame: looseComparison,
    requesters: null,
    maxConcurrentPerState: 8,
    soapStyle: { prefix: 'env', faultStatus: 500 },
    ...options,
    ...{ businesses, night, clock },
    businessOf: (vatId) => businesses.find((business) => business.vatId === vatId),
    isClosed: () => night !== null && endOfNight(clock.now(), night) !== null,
    sessions: new Map(),
  };
}
