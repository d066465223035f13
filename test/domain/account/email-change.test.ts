import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const start = Temporal.Instant.from('2026-12-02T09:00:00Z');
const after = (duration: Temporal.DurationLike) => start.add(duration);
const registered: AccountEvent = {
  type: 'AccountRegistered',
  data: {
    ...{ accountId, userName: 'anna', email: 'anna@example.org', kind: 'consumer', language: 'de' },
    person: { firstName: 'Anna', lastName: 'Wirt' },
    company: null,
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    registeredAt: '2026-11-01T09:00:00Z',
  },
};
const active: readonly AccountEvent[] = [
  registered,
  { type: 'EmailValidated', data: { accountId, validatedAt: '2026-11-01T09:05:00Z' } },
];
const requested = (email: string, at = start): AccountEvent => ({
  type: 'EmailChangeRequested',
  data: { accountId, email, requestedAt: at.toString() },
});
const changed = (email: string, at = start): AccountEvent => ({
  type: 'EmailChanged',
  data: { accountId, email, changedAt: at.toString() },
});
const note = (email: string) => ({ type: 'NoteEmailChange', email, at: after({ hours: 1 }) }) as const;
const account = (...events: readonly AccountEvent[]) => given(accountDecider, events);

t.test('another address is asked for, but not in masses', async (t) => {
  const ask = (email: string, at = start) => ({ type: 'RequestEmailChange', email, at }) as const;
  account(...active)
    .when(ask('neu@example.org'))
    .then(t, [requested('neu@example.org')]);
  account(...active)
    .when(ask('ANNA@example.org'))
    .thenRejected(t, { code: 'email.unchanged' });
  account(...active, requested('neu@example.org'))
    .when(ask('b@example.org', after({ seconds: 59 })))
    .thenRejected(t, { code: 'email.too-soon' });
  account(...active, requested('neu@example.org'))
    .when(ask('b@example.org', after({ minutes: 1 })))
    .then(t, [requested('b@example.org', after({ minutes: 1 }))]);
  account().when(ask('neu@example.org')).thenRejected(t, { code: 'account.not-registered' });
  account(registered).when(ask('neu@example.org')).thenRejected(t, { code: 'account.not-validated' });
});

t.test('it counts once, and may be taken back before', async (t) => {
  const cancel = { type: 'CancelEmailChange', at: after({ hours: 1 }) } as const;
  const one = requested('neu@example.org');
  const cancelled: AccountEvent = {
    type: 'EmailChangeCancelled',
    data: { accountId, cancelledAt: after({ hours: 1 }).toString() },
  };
  account(...active, one)
    .when(note('neu@example.org'))
    .then(t, [changed('neu@example.org', after({ hours: 1 }))]);
  account(...active, one, changed('neu@example.org'))
    .when(note('NEU@example.org'))
    .thenNothing(t);
  account(...active, one)
    .when(cancel)
    .then(t, [cancelled]);
  account(...active)
    .when(cancel)
    .thenNothing(t);
  account(registered).when(note('neu@example.org')).thenRejected(t, { code: 'account.not-validated' });
});

t.test('the log follows what signing in looks up, whatever became of the wish since', async (t) => {
  const at = after({ minutes: 30 }).toString();
  for (const event of [
    { type: 'EmailChangeCancelled', data: { accountId, cancelledAt: at } },
    { type: 'PasswordReset', data: { accountId, resetAt: at } },
    { type: 'PasswordChanged', data: { accountId, changedAt: at } },
    requested('b@example.org', after({ minutes: 30 })),
  ] as const)
    account(...active, requested('neu@example.org'), event)
      .when(note('neu@example.org'))
      .then(t, [changed('neu@example.org', after({ hours: 1 }))]);
});

t.test('a new password takes the wish of whoever knew the old one back', async (t) => {
  const at = after({ minutes: 30 }).toString();
  for (const event of [
    { type: 'PasswordReset', data: { accountId, resetAt: at } },
    { type: 'PasswordChanged', data: { accountId, changedAt: at } },
  ] as const)
    t.match(account(...active, requested('thief@example.org'), event).state(), { emailChange: null });
});

t.test('with the address goes what lies in its mailbox', async (t) => {
  const events: readonly AccountEvent[] = [
    ...active,
    { type: 'PasswordResetRequested', data: { accountId, requestedAt: start.toString() } },
    requested('neu@example.org'),
    changed('neu@example.org'),
  ];
  const state = events.reduce(accountDecider.evolve, accountDecider.initialState);
  t.match(state, {
    email: 'neu@example.org',
    formerEmail: 'anna@example.org',
    emailChange: null,
    resetRequestedAt: null,
  });
});
