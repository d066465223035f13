import t from 'tap';
import type { AccountEvent } from '../../domain/account/events.js';
import { Erased } from '../../domain/kernel/event.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { accountsProjection } from '../../projections/accounts.js';
import { findAccount, listOperators, unvalidatedAccounts, userNamesOf } from '../../projections/account-queries.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec } from '../support/projection-spec.js';

const anna = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const gone = AccountId.parse('1d3f4a5e-1111-4222-8333-944445555666');
const at = '2026-11-23T10:00:00Z';

const registered = (accountId: AccountId): AccountEvent => ({
  type: 'AccountRegistered',
  data: {
    accountId,
    userName: 'anna',
    email: 'anna@example.org',
    kind: 'consumer',
    person: { firstName: 'Anna', lastName: 'Wirt' },
    company: null,
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    language: 'de',
    registeredAt: at,
  },
});
const accepted = (version: string): AccountEvent => ({
  type: 'DocumentAccepted',
  data: { accountId: anna, kind: 'terms', version, acceptedAt: at },
});
const erased: AccountEvent = {
  type: 'AccountRegistered',
  data: {
    accountId: gone,
    userName: Erased,
    email: Erased,
    kind: 'business',
    person: Erased,
    company: Erased,
    address: Erased,
    language: 'en',
    registeredAt: at,
  },
};

t.test('an account that is erased is blank at once, without a rebuild', async (t) => {
  const { db } = await testDatabase(t);
  const events: readonly AccountEvent[] = [
    registered(anna),
    {
      type: 'PersonNameCorrected',
      data: { accountId: anna, person: { firstName: 'Anne', lastName: 'Neu' }, correctedAt: at },
    },
    { type: 'EmailChangeRequested', data: { accountId: anna, email: 'neu@example.org', requestedAt: at } },
    { type: 'AccountErased', data: { accountId: anna, erasedAt: at } },
  ];
  const logged = (of: readonly AccountEvent[]) =>
    of.map((event) => ({ streamId: streamOf.account(event.data.accountId), event }));
  await projectionSpec(db, accountsProjection, logged(events)).then(t, { accounts: [{ account_id: anna }] });
  const view = JSON.stringify(await findAccount(db, anna), (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  t.match(view, anna);
  t.notMatch(view, /anna|Wirt|Hauptstr|Metzingen|example/i);
});

t.test(
  'a registration that nobody validated is blank once it is over, and remembered until its key is gone',
  async (t) => {
    const { db, pool } = await testDatabase(t);
    const [live, late] = ['4d3f4a5e-1111-4222-8333-944445555666', '5d3f4a5e-1111-4222-8333-944445555666'].map((id) =>
      AccountId.parse(id),
    ) as [AccountId, AccountId];
    const events: readonly AccountEvent[] = [
      registered(anna),
      { type: 'RegistrationExpired', data: { accountId: anna, expiredAt: at } },
      registered(gone),
      registered(live),
      { type: 'EmailValidated', data: { accountId: live, validatedAt: at } },
      { type: 'AccountRegistered', data: { ...registered(late).data, registeredAt: '2026-11-23T10:00:01Z' } as never },
    ];
    const logged = events.map((event) => ({ streamId: streamOf.account(event.data.accountId), event }));
    await projectionSpec(db, accountsProjection, logged).then(t, {
      accounts: [{ account_id: anna }, { account_id: gone }, { account_id: live }, { account_id: late }],
    });
    t.match(await findAccount(db, anna), {
      userName: '',
      email: '',
      person: { lastName: '' },
      address: { street: '' },
    });
    const due = (changes: Partial<Parameters<typeof unvalidatedAccounts>[1]> = {}) =>
      unvalidatedAccounts(db, { registeredUntil: at, overSince: null, after: null, limit: 10, ...changes });
    t.strictSame(await due(), { items: [anna, gone], next: null });
    const { items, next } = await due({ limit: 1 });
    t.strictSame([items, next], [[anna], [at, anna]]);
    t.strictSame(await due({ after: next }), { items: [gone], next: null });
    t.match(await due({ overSince: at.slice(0, 10) }), { items: [anna, gone] }, 'over on that day');
    t.match(await due({ overSince: '2999-01-01' }), { items: [gone] }, 'only what waits');
    await pool.query('insert into destroyed_person_keys (account_id) values ($1)', [anna]);
    t.match(await due(), { items: [gone] });
  },
);

t.test('accounts as their owners see them', async (t) => {
  const { db } = await testDatabase(t);
  const events: readonly AccountEvent[] = [
    registered(anna),
    accepted('1'),
    { type: 'ValidationMailRequested', data: { accountId: anna, requestedAt: at } },
    { type: 'EmailValidated', data: { accountId: anna, validatedAt: at } },
    accepted('2'),
    erased,
    { type: 'RegistrationExpired', data: { accountId: gone, expiredAt: at } },
  ];
  const spec = projectionSpec(
    db,
    accountsProjection,
    events.map((event) => ({ streamId: streamOf.account(event.data.accountId), event })),
  );
  await spec.then(t, {
    accounts: [
      {
        account_id: anna,
        revision: 4n,
        is_validated: true,
        view: { userName: 'anna', acceptedDocuments: [{ kind: 'terms', version: '2' }] },
      },
      {
        account_id: gone,
        is_validated: false,
        view: { userName: '', email: '', person: { lastName: '' }, company: null },
      },
    ],
  });
  t.match(await findAccount(db, anna), { id: anna, email: 'anna@example.org', revision: 4n });
  t.equal(await findAccount(db, AccountId.parse('2d3f4a5e-1111-4222-8333-944445555666')), null);
});

t.test('who holds a role of the operator', async (t) => {
  const { db } = await testDatabase(t);
  const paul = AccountId.parse('3d3f4a5e-1111-4222-8333-944445555666');
  const byPaul = { actor: { kind: 'account', id: paul }, correlationId: 'c' } as const;
  const granted = (accountId: AccountId, role: 'admin' | 'auditor' | 'support'): AccountEvent => ({
    type: 'OperatorRoleGranted',
    data: { accountId, role, grantedAt: at },
  });
  const events: readonly AccountEvent[] = [
    {
      type: 'OperatorAccountCreated',
      data: { accountId: paul, userName: 'Paul', email: 'paul@example.org', language: 'de', createdAt: at },
    },
    { type: 'OperatorInvited', data: { accountId: paul, invitedAt: at } },
    granted(paul, 'admin'),
    registered(anna),
    granted(anna, 'support'),
    granted(anna, 'auditor'),
    { type: 'OperatorRoleRevoked', data: { accountId: anna, role: 'support', revokedAt: at } },
    { type: 'OperatorAccountActivated', data: { accountId: paul, activatedAt: at } },
    { type: 'TotpEnabled', data: { accountId: paul, enabledAt: at } },
    { type: 'TotpEnabled', data: { accountId: anna, enabledAt: at } },
    { type: 'RecoveryCodeUsed', data: { accountId: anna, usedAt: at } },
    { type: 'TotpDisabled', data: { accountId: anna, disabledAt: at } },
    erased,
    granted(gone, 'support'),
    { type: 'RegistrationExpired', data: { accountId: gone, expiredAt: at } },
  ];
  const spec = projectionSpec(
    db,
    accountsProjection,
    events.map((event) => ({
      streamId: streamOf.account(event.data.accountId),
      event,
      ...(event.data.accountId === anna ? { metadata: byPaul } : {}),
    })),
  );
  await spec.then(t, { accounts: [{ account_id: anna }, { account_id: gone }, { account_id: paul }] });
  t.strictSame(await listOperators(db), [
    {
      ...{ accountId: anna, userName: 'anna', email: 'anna@example.org', isActive: false, hasTotp: false },
      roles: [{ role: 'auditor', grantedAt: at, grantedBy: { kind: 'account', id: paul } }],
    },
    {
      ...{ accountId: paul, userName: 'Paul', email: 'paul@example.org', isActive: true, hasTotp: true },
      roles: [{ role: 'admin', grantedAt: at, grantedBy: { kind: 'system', id: 'test' } }],
    },
  ]);
  t.strictSame(await userNamesOf(db, [paul, gone]), new Map([[paul, 'Paul']]), 'the erased has no name');
  t.match(await findAccount(db, paul), { kind: 'operator', person: { firstName: '' }, company: null });
});
