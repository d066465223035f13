import t from 'tap';
import type { AccountEvent } from '../../domain/account/events.js';
import { vatStanding } from '../../domain/account/identity.js';
import { Erased } from '../../domain/kernel/event.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import {
  dueChecks,
  findIdentity,
  heldChecks,
  identitiesProjection,
  unconfirmedBusinesses,
} from '../../projections/identities.js';
import { testDatabase } from '../support/database.js';
import { eventFixture } from '../support/event-fixtures.js';
import { projectionSpec } from '../support/projection-spec.js';

const [anna, ben, urs, gone] = ['0', '1', '2', '3'].map((digit) =>
  AccountId.parse(`${digit}d3f4a5e-1111-4222-8333-944445555666`),
) as [AccountId, AccountId, AccountId, AccountId];
const checkId = '5a3f4a5e-1111-4222-8333-944445555666';

/** An event as its fixture has it, of another account and with other data. */
async function event(type: AccountEvent['type'], accountId: AccountId, changes: object = {}): Promise<AccountEvent> {
  const { data } = await eventFixture(type, 1);
  return { type, data: { ...data, accountId, ...changes } } as unknown as AccountEvent;
}

t.test('the plan of all checks', async (t) => {
  const { db } = await testDatabase(t);
  const swiss = {
    company: { name: 'Sonnenwerk', legalForm: 'AG', vatId: null },
    address: { street: 'Weg 1', postcode: '8000', town: 'Zürich', country: 'CH' },
  };
  const events = await Promise.all([
    event('OperatorAccountCreated', AccountId.parse('9d3f4a5e-1111-4222-8333-944445555666')),
    event('AccountRegistered', anna),
    event('AccountRegistered', ben),
    event('AccountDetailsCorrected', anna),
    event('LatinSpellingGiven', anna),
    event('VatIdCheckRequested', anna),
    event('AccountDetailsCorrected', ben),
    event('LatinSpellingGiven', ben),
    event('VatIdCheckRequested', ben),
    event('VatIdCheckDeferred', anna),
    event('VatIdCheckDeferred', ben, { cause: 'refused', nextAttemptAt: null }),
    event('AccountRegistered', urs, swiss),
    event('AccountRegistered', gone, { company: Erased, address: Erased }),
  ]);
  const logged = events.map((one) => ({ streamId: streamOf.account(one.data.accountId), event: one }));
  await projectionSpec(db, identitiesProjection, logged).then(t, {
    identities: [
      { account_id: anna, is_check_open: true, awaits_confirmation: false },
      { account_id: ben, is_check_open: true, next_attempt_at: null },
      { account_id: urs, is_check_open: false, awaits_confirmation: true },
      { account_id: gone, is_check_open: false, awaits_confirmation: false },
    ],
  });

  const at = (text: string, ...withoutStates: string[]) =>
    dueChecks(db, Temporal.Instant.from(text), { limit: 9, withoutStates });
  t.strictSame(await at('2026-11-27T04:02:59Z'), []);
  t.strictSame(await at('2026-11-27T04:03:00Z', 'DE'), [{ accountId: anna, state: 'AT' }]);
  t.strictSame(await at('2026-11-27T04:03:00Z', 'AT'), [], 'whose state is under way waits');
  t.match(await heldChecks(db), [{ accountId: ben }]);
  const waiting = await unconfirmedBusinesses(db, { after: null, limit: 1 });
  t.match(waiting, { items: [{ accountId: urs, name: 'Sonnenwerk AG', country: 'CH' }], next: null });
  t.equal(waiting.items.length, 1);
  t.strictSame(await unconfirmedBusinesses(db, { after: urs, limit: 1 }), { items: [], next: null });
  const found = await findIdentity(db, anna);
  t.match([found?.revision, found?.identity.check], [4n, { checkId, deferrals: 1, waitedFor: 'night' }]);
  t.equal(vatStanding((await findIdentity(db, gone))!.identity).state, 'unknown');
  t.equal(await findIdentity(db, AccountId.parse('9d3f4a5e-1111-4222-8333-944445555666')), null);

  const later = await Promise.all([event('VatIdChecked', anna), event('BusinessConfirmed', urs)]);
  const all = [...logged, ...later.map((one) => ({ streamId: streamOf.account(one.data.accountId), event: one }))];
  await projectionSpec(db, identitiesProjection, all).then(t, {
    identities: [
      { account_id: anna, is_check_open: false, identity: { isIdValid: true } },
      { account_id: ben },
      { account_id: urs, awaits_confirmation: false, identity: { isConfirmed: true } },
      { account_id: gone },
    ],
  });
  t.strictSame(await at('2026-12-27T04:03:00Z'), []);
  t.strictSame(await unconfirmedBusinesses(db, { after: null, limit: 1 }), { items: [], next: null });
});
