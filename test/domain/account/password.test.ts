import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
const later = at.add({ minutes: 5 });
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
    registeredAt: at.toString(),
  },
};
const active: readonly AccountEvent[] = [
  registered,
  { type: 'EmailValidated', data: { accountId, validatedAt: at.toString() } },
];
const requested = (when: Temporal.Instant): AccountEvent => ({
  type: 'PasswordResetRequested',
  data: { accountId, requestedAt: when.toString() },
});
const changed: AccountEvent = { type: 'PasswordChanged', data: { accountId, changedAt: later.toString() } };
const reset: AccountEvent = { type: 'PasswordReset', data: { accountId, resetAt: later.toString() } };

t.test('a link is asked for, but not in masses', async (t) => {
  const request = (when: Temporal.Instant) => ({ type: 'RequestPasswordReset', at: when }) as const;
  given(accountDecider, active)
    .when(request(later))
    .then(t, [requested(later)]);
  const asked = given(accountDecider, [...active, requested(later)]);
  asked.when(request(later.add({ seconds: 59 }))).thenNothing(t);
  const next = later.add({ minutes: 1 });
  asked.when(request(next)).then(t, [requested(next)]);
  t.equal(String((asked.state() as { resetRequestedAt?: unknown }).resetRequestedAt), String(later));
});

t.test('where there is nothing to reset', async (t) => {
  const request = { type: 'RequestPasswordReset', at: later } as const;
  given(accountDecider, []).when(request).thenNothing(t);
  given(accountDecider, [registered, { type: 'RegistrationExpired', data: { accountId, expiredAt: later.toString() } }])
    .when(request)
    .thenNothing(t);
  // Whoever reads the mail may not be who registered.
  given(accountDecider, [registered])
    .when(request)
    .then(t, [requested(later)]);
  given(accountDecider, [
    {
      type: 'OperatorAccountCreated',
      data: { accountId, userName: 'lea', email: 'lea@example.org', language: 'de', createdAt: at.toString() },
    },
  ])
    .when(request)
    .thenNothing(t);
});

t.test('a new password is noted once', async (t) => {
  for (const [type, fact] of [
    ['NotePasswordChange', changed],
    ['NotePasswordReset', reset],
  ] as const) {
    const note = { type, at: later } as const;
    given(accountDecider, []).when(note).thenRejected(t, { code: 'account.not-registered' });
    given(accountDecider, [registered]).when(note).thenRejected(t, { code: 'account.not-validated' });
    given(accountDecider, active).when(note).then(t, [fact]);
    given(accountDecider, active).when({ type, at }).thenNothing(t);
    given(accountDecider, [...active, changed])
      .when(note)
      .thenNothing(t);
    given(accountDecider, [...active, reset])
      .when(note)
      .thenNothing(t);
  }
});

t.test('since when a password is in force', async (t) => {
  const chosenAt = (events: readonly AccountEvent[]) =>
    String((given(accountDecider, events).state() as { passwordChosenAt?: unknown }).passwordChosenAt);
  t.equal(chosenAt(active), String(at));
  t.equal(chosenAt([...active, changed]), String(later));
  t.equal(chosenAt([...active, reset]), String(later));
  t.equal(chosenAt([...active, requested(later)]), String(at));
});
