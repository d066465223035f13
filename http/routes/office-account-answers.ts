import type { z } from 'zod';
import { eventName } from '../../adapters/data-export/event-names.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { clear } from '../../domain/kernel/event.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import type { Language } from '../schemas/common.js';
import type { AccountHistory } from '../schemas/office.js';

type LoggedAccountEvent = LoggedEvent<AccountEvent>;
type Answer = z.infer<typeof AccountHistory>;
type Names = ReadonlyMap<string, string>;

/** What one look shows at most; nobody leafs back further. */
const shownEntries = 500;

/** Whose names a history needs: those who did something, other than the owner. */
export function actorsIn(events: readonly LoggedAccountEvent[]): readonly string[] {
  return [...new Set(events.filter(isOfPerson).map(({ metadata }) => metadata.actor.id))];
}

/** Who did what to an account and when, every check of its VAT id, and who confirmed it as a business. */
export function historyOf(events: readonly LoggedAccountEvent[], names: Names, language: Language): Answer {
  return {
    items: entriesOf(events, names, language).slice(0, shownEntries),
    vatChecks: vatChecksIn(events).slice(0, shownEntries),
    confirmations: confirmationsIn(events, names),
    next: null,
  };
}

function entriesOf(events: readonly LoggedAccountEvent[], names: Names, language: Language): Answer['items'] {
  let country = '';
  return events
    .map((event) => {
      const former = country;
      country = countryAfter(event) ?? country;
      return {
        at: event.recordedAt,
        type: event.type,
        what: eventName(event.type, language),
        by: actorOf(event, names),
        role: event.type === 'OperatorRoleGranted' || event.type === 'OperatorRoleRevoked' ? event.data.role : null,
        note: noteOf(event, former, language),
      };
    })
    .toReversed();
}

function countryAfter(event: LoggedAccountEvent): string | null {
  if (
    event.type !== 'AccountRegistered' &&
    event.type !== 'AccountDetailsCorrected' &&
    event.type !== 'AccountCountryChanged'
  ) {
    return null;
  }
  return clear(event.data.address)?.country ?? null;
}

/** What the words for an event leave open; null where they say it all. */
function noteOf({ type, data }: LoggedAccountEvent, formerCountry: string, language: Language): string | null {
  switch (type) {
    case 'DocumentAccepted':
      return `${documentNames[data.kind][language]}, ${data.version}`;
    case 'AccountCountryChanged': {
      const names = new Intl.DisplayNames([language], { type: 'region' });
      const [from, to] = [formerCountry, clear(data.address)?.country ?? ''].map((code) =>
        code === '' ? '–' : names.of(code),
      );
      return `${from} → ${to}: ${clear(data.reason) ?? '–'}`;
    }
    case 'OperatorRoleGranted':
    case 'OperatorRoleRevoked':
      return data.reason === undefined ? null : clear(data.reason);
    case 'BusinessConfirmed':
      return clear(data.evidence);
    case 'VatIdChecked':
      return [data.authority, data.rawStatus, data.evidenceId].filter(Boolean).join(', ');
    case 'VatIdCheckDeferred':
      return data.rawStatus;
    case 'EmailChangeRequested':
    case 'EmailChanged':
      return clear(data.email);
    case 'ApiTokenCreated':
      return clear(data.name);
    default:
      return null;
  }
}

const documentNames = {
  terms: { de: 'Nutzungsbedingungen', en: 'Terms of use' },
  privacy: { de: 'Datenschutzerklärung', en: 'Privacy policy' },
} as const;

/** Every question that was answered, with what the authority said: the newest first. */
function vatChecksIn(events: readonly LoggedAccountEvent[]): Answer['vatChecks'] {
  const questions = new Map<string, string | null>();
  return events
    .flatMap((event) => {
      if (event.type === 'VatIdCheckRequested') {
        questions.set(event.data.checkId, clear(event.data.question)?.vatId ?? null);
      }
      if (event.type !== 'VatIdChecked') return [];
      const { checkId, authority, service, outcome, fields, evidenceId, authorityTime, rawStatus, checkedAt } =
        event.data;
      return [
        {
          ...{ checkId, vatId: questions.get(checkId) ?? null, authority, service, outcome, fields },
          ...{ evidenceId, authorityTime, rawStatus, checkedAt, evidence: clear(event.data.evidence) },
        },
      ];
    })
    .toReversed();
}

/** The last one counts as long as nothing came after it that made it void. */
function confirmationsIn(events: readonly LoggedAccountEvent[], names: Names): Answer['confirmations'] {
  return events
    .flatMap((event) =>
      event.type === 'BusinessConfirmed'
        ? [{ at: event.data.confirmedAt, by: actorOf(event, names), evidence: clear(event.data.evidence) }]
        : [],
    )
    .toReversed();
}

function actorOf({ metadata: { actor }, data }: LoggedAccountEvent, names: Names): Answer['items'][number]['by'] {
  if (actor.id === data.accountId) return { kind: 'owner', name: null };
  if (actor.kind === 'account' || actor.kind === 'operator')
    return { kind: 'office', name: names.get(actor.id) ?? null };
  // Registration, and whoever asks for a link: nobody is signed in then.
  if (actor.id === 'http') return { kind: 'visitor', name: null };
  return { kind: 'system', name: actor.id };
}

function isOfPerson({ metadata: { actor }, data }: LoggedAccountEvent): boolean {
  return actor.id !== data.accountId && (actor.kind === 'account' || actor.kind === 'operator');
}
