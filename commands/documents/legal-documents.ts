import type { DocumentTexts, LegalDocumentEvent, PublishedKind } from '../../domain/documents/events.js';
import {
  legalDocumentDecider,
  legalDocumentStream,
  type LegalDocumentState,
} from '../../domain/documents/legal-document.js';
import { fold } from '../../domain/kernel/decider.js';
import { legalTimeZone, Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

type Deps = { readonly log: EventLog; readonly clock: Clock };

/** What the office has written and published of a document. */
export async function loadLegalDocument(log: Pick<EventLog, 'load'>, kind: PublishedKind): Promise<LegalDocumentState> {
  return fold(
    legalDocumentDecider,
    (await log.load(legalDocumentStream(kind))).events as readonly LegalDocumentEvent[],
  );
}

/** Keeps the next edition of a document as it is written so far. */
export function draftLegalDocument(
  { log, clock }: Deps,
  kind: PublishedKind,
  texts: DocumentTexts,
  context: CommandContext,
) {
  const command = { type: 'DraftLegalDocument', kind, texts, at: clock.now().toString() } as const;
  return handle(log, legalDocumentDecider, legalDocumentStream(kind), command, context);
}

/** Makes an edition of the draft, from a day on that is after today and after the editions there are (`newest`). */
export function publishLegalDocument(
  { log, clock }: Deps,
  wish: { readonly kind: PublishedKind; readonly version: string; readonly reason: string; readonly newest: string },
  context: CommandContext,
) {
  const { newest, ...edition } = wish;
  const at = clock.now();
  const earliest = earliestEdition(at, newest);
  const command = { type: 'PublishLegalDocument', ...edition, earliest, at: at.toString() } as const;
  return handle(log, legalDocumentDecider, legalDocumentStream(wish.kind), command, context);
}

/** Tomorrow in Germany, so that every node knows an edition before its day, or the day after the newest one. */
export function earliestEdition(at: Temporal.Instant, newest: string): string {
  const today = at.toZonedDateTimeISO(legalTimeZone).toPlainDate();
  const last = Temporal.PlainDate.compare(newest, today) > 0 ? Temporal.PlainDate.from(newest) : today;
  return last.add({ days: 1 }).toString();
}
