import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import { dueDocuments } from '../../../domain/account/documents.js';
import type { AccountEvent, DocumentKind } from '../../../domain/account/events.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const at = Temporal.Instant.from('2027-01-01T00:00:00Z');

const accepted = (kind: DocumentKind, version: string, acceptedAt = '2026-11-24T10:00:00Z'): AccountEvent => ({
  type: 'DocumentAccepted',
  data: { accountId, kind, version, acceptedAt },
});
const registered: AccountEvent = {
  type: 'AccountRegistered',
  data: {
    accountId,
    userName: 'Sonnenwirt',
    email: 'wirt@example.org',
    kind: 'consumer',
    person: { firstName: 'Anna', lastName: 'Wirt' },
    company: null,
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    language: 'de',
    registeredAt: '2026-11-24T10:00:00Z',
  },
};
const validated: AccountEvent = { type: 'EmailValidated', data: { accountId, validatedAt: '2026-11-24T10:01:00Z' } };
const active = [registered, accepted('terms', '2026-11-23'), accepted('privacy', '2026-11-23'), validated];
const operator: readonly AccountEvent[] = [
  {
    type: 'OperatorAccountCreated',
    data: { accountId, userName: 'Vera', email: 'vera@example.org', language: 'de', createdAt: '2026-11-24T10:00:00Z' },
  },
  { type: 'OperatorAccountActivated', data: { accountId, activatedAt: '2026-11-24T10:01:00Z' } },
];

const accept = (versions: { readonly terms?: string; readonly privacy?: string }) =>
  ({ type: 'AcceptDocuments', versions, at }) as const;

t.test('a new version is accepted once, with the time', async (t) => {
  const now = at.toString();
  given(accountDecider, active)
    .when(accept({ terms: '2027-01-01' }))
    .then(t, [accepted('terms', '2027-01-01', now)]);
  given(accountDecider, active)
    .when(accept({ terms: '2027-01-01', privacy: '2026-11-27' }))
    .then(t, [accepted('terms', '2027-01-01', now), accepted('privacy', '2026-11-27', now)]);
  given(accountDecider, active)
    .when(accept({ terms: '2026-11-23', privacy: '2026-11-27' }))
    .then(t, [accepted('privacy', '2026-11-27', now)]);
  given(accountDecider, [...active, accepted('terms', '2027-01-01')])
    .when(accept({ terms: '2027-01-01' }))
    .thenNothing(t);
  given(accountDecider, [...active, accepted('terms', '2027-01-01')])
    .when(accept({ terms: '2026-11-23' }))
    .thenNothing(t);
});

t.test('only an account that is open accepts', async (t) => {
  given(accountDecider, [])
    .when(accept({ terms: '2027-01-01' }))
    .thenRejected(t, { code: 'account.not-registered' });
  given(accountDecider, active.slice(0, 3))
    .when(accept({ terms: '2027-01-01' }))
    .thenRejected(t, { code: 'account.not-validated' });
});

t.test('due is what is in force and was not accepted', async (t) => {
  const dueOf = (events: readonly AccountEvent[], terms: string, privacy: string) =>
    dueDocuments(given(accountDecider, events).state(), { terms, privacy });
  t.strictSame(dueOf(active, '2026-11-23', '2026-11-23'), []);
  t.strictSame(dueOf(active, '2027-01-01', '2026-11-23'), [
    { kind: 'terms', version: '2027-01-01', acceptedVersion: '2026-11-23' },
  ]);
  t.strictSame(dueOf([registered], '2026-11-23', '2026-11-27'), [
    { kind: 'terms', version: '2026-11-23', acceptedVersion: null },
    { kind: 'privacy', version: '2026-11-27', acceptedVersion: null },
  ]);
  t.strictSame(
    dueOf([...active, accepted('terms', '2027-01-01')], '2026-11-23', '2026-11-23'),
    [],
    'a later one will do',
  );
  t.strictSame(dueOf(operator, '2027-01-01', '2027-01-01'), [], 'nothing is due from those who work for the operator');
  t.strictSame(dueOf([], '2027-01-01', '2027-01-01'), []);
});
