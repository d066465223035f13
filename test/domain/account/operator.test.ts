import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
const instant = at.toString();
const who = { accountId, userName: 'leitstand', email: 'leitstand@example.org', language: 'de' } as const;

const created: AccountEvent = { type: 'OperatorAccountCreated', data: { ...who, createdAt: instant } };
const activated: AccountEvent = { type: 'OperatorAccountActivated', data: { accountId, activatedAt: instant } };
const auditor: AccountEvent = { type: 'OperatorRoleGranted', data: { accountId, role: 'auditor', grantedAt: instant } };
const expired: AccountEvent = { type: 'RegistrationExpired', data: { accountId, expiredAt: instant } };
const registered: AccountEvent = {
  type: 'AccountRegistered',
  data: {
    ...who,
    kind: 'consumer',
    person: { firstName: 'Anna', lastName: 'Wirt' },
    company: null,
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    registeredAt: instant,
  },
};
const validated: AccountEvent = { type: 'EmailValidated', data: { accountId, validatedAt: instant } };

t.test('an account for somebody who works for the operator', async (t) => {
  const create = { type: 'CreateOperatorAccount', ...who, at } as const;
  given(accountDecider, []).when(create).then(t, [created]);
  given(accountDecider, [registered]).when(create).thenRejected(t, { code: 'account.already-registered' });
  t.match(given(accountDecider, [created]).state(), {
    status: 'registered',
    kind: 'operator',
    person: null,
    roles: { length: 0 },
  });

  const invite = { type: 'InviteOperator', at } as const;
  given(accountDecider, [created])
    .when(invite)
    .then(t, [{ type: 'OperatorInvited', data: { accountId, invitedAt: instant } }]);
  given(accountDecider, [created, activated]).when(invite).thenRejected(t, { code: 'validation.used' });
  given(accountDecider, [registered]).when(invite).thenRejected(t, { code: 'account.not-validated' });
});

t.test('it becomes active once, by the link that sets its password', async (t) => {
  const activate = { type: 'ActivateOperatorAccount', at } as const;
  given(accountDecider, [created]).when(activate).then(t, [activated]);
  t.match(given(accountDecider, [created, activated]).state(), { status: 'active' });
  given(accountDecider, [created, activated]).when(activate).thenRejected(t, { code: 'validation.used' });
  given(accountDecider, [registered]).when(activate).thenRejected(t, { code: 'validation.used' });
  given(accountDecider, [created, expired]).when(activate).thenRejected(t, { code: 'validation.registration-expired' });
  given(accountDecider, []).when(activate).thenRejected(t, { code: 'account.not-registered' });
  given(accountDecider, [created])
    .when({ type: 'ValidateEmail', proof: 'link', at })
    .thenRejected(t, { code: 'account.not-validated' });
  given(accountDecider, [created])
    .when({ type: 'RequestValidationMail', at: at.add({ hours: 1 }) })
    .thenNothing(t);
});

t.test('nobody takes its place by registering with its address, before its time is over', async (t) => {
  const [soon, over] = [at.add({ hours: 1 }), at.add({ hours: 7 * 24 })];
  const replace = (when: Temporal.Instant) => ({ type: 'ReplaceRegistration', at: when }) as const;
  given(accountDecider, [created]).when(replace(soon)).thenNothing(t);
  given(accountDecider, [created])
    .when(replace(over))
    .then(t, [{ type: 'RegistrationExpired', data: { accountId, expiredAt: over.toString() } }]);
  given(accountDecider, [created])
    .when({ type: 'NoteRepeatedRegistration', at: soon })
    .then(t, [{ type: 'RegistrationRepeated', data: { accountId, repeatedAt: soon.toString() } }]);
});

t.test('roles are given and taken back', async (t) => {
  const grant = { type: 'GrantOperatorRole', role: 'auditor', at } as const;
  const revoke = { type: 'RevokeOperatorRole', role: 'auditor', at } as const;
  given(accountDecider, [created]).when(grant).then(t, [auditor]);
  given(accountDecider, [registered, validated]).when(grant).then(t, [auditor]);
  given(accountDecider, [created, auditor]).when(grant).thenNothing(t);
  t.match(given(accountDecider, [created, auditor]).state(), { roles: ['auditor'] });
  given(accountDecider, [registered]).when(grant).thenRejected(t, { code: 'account.not-validated' });
  given(accountDecider, [created, expired]).when(grant).thenRejected(t, { code: 'validation.registration-expired' });
  given(accountDecider, []).when(grant).thenRejected(t, { code: 'account.not-registered' });

  const revoked: AccountEvent = {
    type: 'OperatorRoleRevoked',
    data: { accountId, role: 'auditor', revokedAt: instant },
  };
  given(accountDecider, [created, auditor]).when(revoke).then(t, [revoked]);
  given(accountDecider, [created]).when(revoke).thenNothing(t);
  t.match(given(accountDecider, [created, auditor, revoked]).state(), { status: 'registered', roles: { length: 0 } });
});
