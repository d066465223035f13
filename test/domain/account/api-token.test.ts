import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { AccountId, PlantId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const tokenId = '0d3f4a5e-2222-4222-8333-944445555666';
const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
const expiresAt = at.add({ hours: 30 * 24 });
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
const token = {
  tokenId,
  name: 'Home Assistant',
  scopes: ['plants:read'],
  plantIds: [PlantId.parse('0d3f4a5e-3333-4222-8333-944445555666')],
} as const;
const create = { type: 'CreateApiToken', ...token, expiresAt, at } as const;
const revoke = { type: 'RevokeApiToken', tokenId, at } as const;
const created = (id = tokenId): AccountEvent => ({
  type: 'ApiTokenCreated',
  data: { accountId, ...token, tokenId: id, expiresAt: expiresAt.toString(), createdAt: at.toString() },
});
const revoked: AccountEvent = { type: 'ApiTokenRevoked', data: { accountId, tokenId, revokedAt: at.toString() } };
t.test('the office signs an account out everywhere: tokens in force end, and a change of the address', async (t) => {
  const other = '0d3f4a5e-2222-4222-8333-944445555777';
  const asked: AccountEvent = {
    type: 'EmailChangeRequested',
    data: { accountId, email: 'mallory@example.org', requestedAt: at.toString() },
  };
  const end = { type: 'EndSessions', at } as const;
  const ended: AccountEvent = { type: 'SessionsEnded', data: { accountId, endedAt: at.toString() } };
  given(accountDecider, [...active, created(other), created(), revoked, asked])
    .when(end)
    .then(t, [
      ended,
      { type: 'ApiTokenRevoked', data: { accountId, tokenId: other, revokedAt: at.toString() } },
      { type: 'EmailChangeCancelled', data: { accountId, cancelledAt: at.toString() } },
    ]);
  const over = { ...end, at: expiresAt };
  given(accountDecider, [...active, created()])
    .when(over)
    .then(t, [{ type: 'SessionsEnded', data: { accountId, endedAt: expiresAt.toString() } }]);
});

const many = Array.from({ length: 50 }, (_, index) =>
  created(`0d3f4a5e-2222-4222-8333-${String(index).padStart(12, '0')}`),
);

t.test('a token is made, and revoked once', async (t) => {
  given(accountDecider, active).when(create).then(t, [created()]);
  given(accountDecider, [...active, created()])
    .when(revoke)
    .then(t, [revoked]);
  given(accountDecider, [...active, created(), revoked])
    .when(revoke)
    .thenNothing(t);
  given(accountDecider, active).when(revoke).thenRejected(t, { code: 'token.not-found' });
});

t.test('only an account that is in use has tokens', async (t) => {
  given(accountDecider, []).when(create).thenRejected(t, { code: 'account.not-registered' });
  given(accountDecider, [registered]).when(create).thenRejected(t, { code: 'account.not-validated' });
});

t.test('it expires, within two years', async (t) => {
  const wish = given(accountDecider, active);
  const refused = { code: 'token.expiry-not-allowed' } as const;
  wish.when({ ...create, expiresAt: at }).thenRejected(t, refused);
  const latest = Temporal.Instant.from('2028-11-23T10:00:00Z');
  wish.when({ ...create, expiresAt: latest.add({ nanoseconds: 1 }) }).thenRejected(t, refused);
  t.match(accountDecider.decide({ ...create, expiresAt: latest }, wish.state()), { ok: true });
});

t.test('fifty are in force at once; expired and revoked ones do not count', async (t) => {
  const full = given(accountDecider, [...active, ...many]);
  full.when(create).thenRejected(t, { code: 'token.too-many' });
  const after = { ...create, at: expiresAt, expiresAt: expiresAt.add({ hours: 1 }) };
  t.match(accountDecider.decide(after, full.state()), { ok: true }, 'the others have expired');
  const one = { ...revoke, tokenId: '0d3f4a5e-2222-4222-8333-000000000049' };
  const [ended] = (accountDecider.decide(one, full.state()) as { events: readonly AccountEvent[] }).events;
  if (ended === undefined) throw new Error('nothing was revoked');
  given(accountDecider, [...active, ...many, ended])
    .when(create)
    .then(t, [created()]);
});

t.test('a password that was reset by mail ends all, one that was changed ends none', async (t) => {
  const later = at.add({ hours: 1 }).toString();
  const reset: AccountEvent = { type: 'PasswordReset', data: { accountId, resetAt: later } };
  const changed: AccountEvent = { type: 'PasswordChanged', data: { accountId, changedAt: later } };
  given(accountDecider, [...active, ...many, reset])
    .when(create)
    .then(t, [created()]);
  given(accountDecider, [...active, ...many, changed])
    .when(create)
    .thenRejected(t, { code: 'token.too-many' });
});

t.test('new recovery codes are a fact each time', async (t) => {
  const renewed: AccountEvent = { type: 'RecoveryCodesRenewed', data: { accountId, renewedAt: at.toString() } };
  given(accountDecider, active).when({ type: 'NoteRenewedCodes', at }).then(t, [renewed]);
});
