import { legalDay } from '../../domain/licence/calendar.js';
import { licenceEvents, type LicenceEvent } from '../../domain/licence/events.js';
import {
  recomputedCredits,
  remainingValue,
  type CreditCheck,
  type RemainingValue,
} from '../../domain/licence/remaining-value.js';
import type { RecordedEvent } from '../event-store/port.js';
import { eventHash } from './chain.js';

/** What an auditor learns about the licence of one plant, from its events alone. */
export type LicenceAudit = {
  readonly plantId: string;
  readonly events: readonly RecordedEvent[];
  /** The same as far as they can be read and mean something. */
  readonly history: readonly LicenceEvent[];
  /** Revision of the first event that is not what was written, or is missing; null when the chain is whole. */
  readonly brokenAt: number | null;
  /** Revision of the first event that cannot be read; what follows was not looked at. */
  readonly unreadableAt: number | null;
  readonly credits: readonly CreditCheck[];
  readonly value: RemainingValue;
  /** Gross price of all licences that were ever granted, in cents. */
  readonly soldCents: number;
  readonly isRight: boolean;
};

const definitions = new Map<string, (typeof licenceEvents)[number]>(
  licenceEvents.map((definition) => [definition.type, definition]),
);

/**
 * Folds the history of one plant's licence with the domain's own functions: every credit is computed again from the events
 * before it, and every hash from the event before it. `recorded` is the whole stream from revision 0 on, up to the instant
 * (RFC 3339) for which the value is told.
 */
export function auditLicence(recorded: readonly RecordedEvent[], asOf: string): LicenceAudit {
  const events = recorded.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(asOf));
  const brokenAt = firstBroken(events);
  const { history, unreadableAt } = readable(provable(events, brokenAt));
  const credits = recomputedCredits(history);
  const value = remainingValue(history, legalDay(asOf));
  const soldCents = history.reduce((sum, event) => sum + priceOf(event), 0);
  const isRight = brokenAt === null && unreadableAt === null && credits.every(({ isEqual }) => isEqual);
  const plantId = (events[0] ?? recorded[0])?.streamId.replace(/^licence-/, '') ?? '';
  return { plantId, events, history, brokenAt, unreadableAt, credits, value, soldCents, isRight };
}

/** An event that was changed is still computed again; what follows a gap means nothing. */
function provable(events: readonly RecordedEvent[], brokenAt: number | null): readonly RecordedEvent[] {
  if (brokenAt === null) return events;
  const isInPlace = events[brokenAt]?.revision === BigInt(brokenAt);
  return events.slice(0, isInPlace ? brokenAt + 1 : brokenAt);
}

function readable(events: readonly RecordedEvent[]) {
  const history: LicenceEvent[] = [];
  for (const [index, { type, data }] of events.entries()) {
    const parsed = definitions.get(type)?.schema.safeParse(data);
    if (parsed?.success !== true) return { history, unreadableAt: index };
    history.push({ type, data: parsed.data } as LicenceEvent);
  }
  return { history, unreadableAt: null };
}

function firstBroken(events: readonly RecordedEvent[]): number | null {
  let previous: string | null = null;
  for (const [index, event] of events.entries()) {
    const hash = event.metadata.hash ?? null;
    if (event.revision !== BigInt(index) || hash === null || eventHash(event, previous) !== hash) return index;
    previous = hash;
  }
  return null;
}

function priceOf({ type, data }: LicenceEvent): number {
  if (type === 'LicenceGranted' || type === 'LicenceRenewed') return data.grossCents;
  return type === 'LicenceSupplemented' ? data.netCents + data.vatCents : 0;
}
