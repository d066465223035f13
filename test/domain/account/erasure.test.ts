import t from 'tap';
import { farewellTime, isFarewellOver } from '../../../domain/account/erasure.js';
import { invoicesKeptUntil } from '../../../domain/account/retention.js';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { Erased } from '../../../domain/kernel/event.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const start = Temporal.Instant.from('2026-12-02T09:00:00Z');
const due = Temporal.Instant.from('2026-12-16T09:00:00Z');
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
const requested: AccountEvent = {
  type: 'AccountErasureRequested',
  data: { accountId, requestedAt: start.toString(), dueAt: due.toString() },
};
const cancelled: AccountEvent = {
  type: 'AccountErasureCancelled',
  data: { accountId, cancelledAt: start.add({ hours: 1 }).toString() },
};
const erased: AccountEvent = { type: 'AccountErased', data: { accountId, erasedAt: due.toString() } };
const account = (...events: readonly AccountEvent[]) => given(accountDecider, events);
const request = (at = start) => ({ type: 'RequestErasure', at }) as const;
const cancel = (at = start.add({ hours: 1 })) => ({ type: 'CancelErasure', at }) as const;
const erase = (at = due) => ({ type: 'EraseAccount', at }) as const;

t.test('erasure is asked for once, and its day stays', async (t) => {
  account(...active)
    .when(request())
    .then(t, [requested]);
  account(...active, requested)
    .when(request(start.add({ hours: 24 })))
    .thenNothing(t);
  account(...active, requested, cancelled)
    .when(request())
    .then(t, [requested]);
  account().when(request()).thenRejected(t, { code: 'account.not-registered' });
  account(registered).when(request()).thenRejected(t, { code: 'account.not-validated' });
});

t.test('it may be taken back until it is done', async (t) => {
  account(...active, requested)
    .when(cancel())
    .then(t, [cancelled]);
  account(...active)
    .when(cancel())
    .thenNothing(t);
  account(...active, requested, erased)
    .when(cancel())
    .thenRejected(t, { code: 'account.erased' });
});

t.test('it is done when its day has come, not before, and once', async (t) => {
  account(...active, requested)
    .when(erase(due.subtract({ seconds: 1 })))
    .thenRejected(t, { code: 'erasure.not-due' });
  account(...active, requested)
    .when(erase())
    .then(t, [erased]);
  account(...active, requested, erased)
    .when(erase(due.add({ hours: 1 })))
    .thenNothing(t);
  account(...active, requested, cancelled)
    .when(erase())
    .thenRejected(t, { code: 'erasure.not-requested' });
  account(...active)
    .when(erase())
    .thenRejected(t, { code: 'erasure.not-requested' });
});

t.test('whoever works for the operator leaves that first', async (t) => {
  const granted: AccountEvent = {
    type: 'OperatorRoleGranted',
    data: { accountId, role: 'admin', grantedAt: start.toString() },
  };
  account(...active, granted)
    .when(request())
    .thenRejected(t, { code: 'erasure.holds-roles' });
  account(...active, granted, {
    type: 'OperatorRoleRevoked',
    data: { accountId, role: 'admin', revokedAt: start.toString() },
  })
    .when(request())
    .then(t, [requested]);
  const grant = { type: 'GrantOperatorRole', role: 'admin', at: start } as const;
  account(...active, requested)
    .when(grant)
    .thenRejected(t, { code: 'erasure.waiting' });
  account(...active, requested, cancelled)
    .when(grant)
    .then(t, [granted]);
});

t.test('the last mail has its time before the key goes', async (t) => {
  const over = account(...active, requested, erased).state();
  t.notOk(isFarewellOver(account(...active, requested).state(), due.add({ hours: 100 })));
  t.notOk(isFarewellOver(over, due.add(farewellTime).subtract({ seconds: 1 })));
  t.ok(isFarewellOver(over, due.add(farewellTime)));
});

t.test('invoices are kept for eight years from the end of theirs, everything else is not', async (t) => {
  const on = (day: string) => ({ issuedOn: Temporal.PlainDate.from(day) });
  t.equal(invoicesKeptUntil([]), null);
  t.equal(invoicesKeptUntil([on('2026-01-01')])?.toString(), '2034-12-31');
  t.equal(invoicesKeptUntil([on('2027-12-31'), on('2026-03-01')])?.toString(), '2035-12-31');
  t.equal(invoicesKeptUntil([on('2024-02-29')])?.toString(), '2032-12-31');
});

t.test('nothing brings an erased account back to life', async (t) => {
  const over = account(...active, requested, erased);
  const at = due.add({ hours: 1 });
  over.when({ type: 'ValidateEmail', proof: 'link', at }).thenRejected(t, { code: 'account.erased' });
  over.when({ type: 'GrantOperatorRole', role: 'admin', at }).thenRejected(t, { code: 'account.erased' });
  over.when({ type: 'NoteRepeatedRegistration', at }).thenNothing(t);
  over.when({ type: 'RequestValidationMail', at }).thenNothing(t);
  over.when(request(at)).thenRejected(t, { code: 'account.erased' });
  t.match(over.state(), { status: 'erased', roles: { length: 0 }, identity: { company: Erased, address: Erased } });
});
