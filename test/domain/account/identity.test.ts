import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import { vatIdFault } from '../../../domain/account/decide-identity.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { registeredName, vatDuty, vatStanding } from '../../../domain/account/identity.js';
import { purchaseRefusal, serviceRefusal } from '../../../domain/account/services.js';
import { Erased } from '../../../domain/kernel/event.js';
import {
  accountId,
  address,
  at,
  austrian,
  business,
  checked,
  corrected,
  first,
  identityAfter,
  morning,
  question,
  request,
  requested,
  second,
  third,
  verdict,
  wrongTown,
} from '../../support/businesses.js';
import { given } from '../../support/given.js';

t.test('a business of the EU is checked once its address is validated', async (t) => {
  given(accountDecider, business())
    .when(request(first))
    .then(t, [requested(first)]);
  given(accountDecider, [...business(), requested(first)])
    .when(request(second))
    .thenNothing(t);
  given(accountDecider, business().slice(0, 1)).when(request(first)).thenRejected(t, { code: 'account.not-validated' });
  given(accountDecider, business(null)).when(request(first)).thenNothing(t);
  given(accountDecider, business(null)).when(request(first, 'asked')).thenRejected(t, { code: 'vat-check.not-needed' });
  const german = { ...austrian, vatId: 'DE147167387' };
  const inGermany = business(german, { ...address, country: 'DE' });
  t.match(vatDuty(identityAfter(inGermany)), { kind: 'check', authority: 'VIES' });
});

t.test('what is not asked twice, and when it may be asked again', async (t) => {
  const answered = [...business(), requested(first), checked(first)];
  given(accountDecider, answered)
    .when(request(second, 'asked', morning.add({ seconds: 599 })))
    .thenNothing(t);
  const later = morning.add({ minutes: 10 });
  given(accountDecider, answered)
    .when(request(second, 'asked', later))
    .then(t, [requested(second, question, 'asked', later)]);
});

t.test('waiting, and the verdict', async (t) => {
  const open = [...business(), requested(first)];
  const wait = {
    type: 'DeferVatCheck',
    checkId: first,
    deferrals: 1,
    cause: 'night',
    rawStatus: null,
    nextAttemptAt: morning,
    at,
  } as const;
  const deferred: AccountEvent = {
    type: 'VatIdCheckDeferred',
    data: {
      accountId,
      checkId: first,
      deferrals: 1,
      cause: 'night',
      rawStatus: null,
      nextAttemptAt: morning.toString(),
      deferredAt: at.toString(),
    },
  };
  given(accountDecider, open).when(wait).then(t, [deferred]);
  given(accountDecider, [...open, deferred])
    .when(wait)
    .thenNothing(t);
  given(accountDecider, open)
    .when({ ...wait, checkId: second })
    .thenNothing(t);
  t.match(vatStanding(identityAfter([...open, deferred])), {
    state: 'pending',
    cause: 'night',
    nextAttemptAt: morning.toString(),
  });

  const record = { type: 'RecordVatVerdict', checkId: first, verdict, at: morning } as const;
  given(accountDecider, [...open, deferred])
    .when(record)
    .then(t, [checked(first)]);
  given(accountDecider, [...open, deferred, checked(first)])
    .when(record)
    .thenNothing(t);
  given(accountDecider, [...open, requested(second)])
    .when(record)
    .thenNothing(t);

  const held = { ...wait, cause: 'notConfigured', nextAttemptAt: null } as const;
  const decision = accountDecider.decide(held, given(accountDecider, open).state());
  t.ok(decision.ok && decision.events.length === 1);
  const once = decision.ok ? [...open, ...decision.events] : open;
  given(accountDecider, once)
    .when({ ...held, deferrals: 2 })
    .thenNothing(t);
});

t.test('a wrong town, then corrected', async (t) => {
  const differing = [...business(), requested(first), checked(first, wrongTown)];
  const identity = identityAfter(differing);
  t.strictSame(vatStanding(identity), { state: 'differences', fields: ['town'] });
  t.equal(serviceRefusal(identity), null, 'the id is valid: monitoring goes on');
  t.equal(purchaseRefusal(identity), 'purchase.data-differs');

  const where = { ...address, town: 'Musterort' };
  const correct = { type: 'CorrectDetails', address: { town: 'Musterort' }, checkId: second, at: morning } as const;
  const asked = requested(second, { ...question, town: 'Musterort' }, 'corrected', morning);
  given(accountDecider, differing)
    .when(correct)
    .then(t, [corrected(austrian, where), asked]);
  const again = [...differing, corrected(austrian, where), asked];
  t.equal(serviceRefusal(identityAfter(again)), null, 'nor does the new check interrupt it');
  t.equal(purchaseRefusal(identityAfter(again)), 'purchase.check-pending');
  const right = identityAfter([...again, checked(second)]);
  t.match([vatStanding(right), serviceRefusal(right), purchaseRefusal(right)], [{ state: 'valid' }, null, null]);
  given(accountDecider, again)
    .when({ ...correct, checkId: third })
    .thenNothing(t);
});

t.test('another VAT id has to prove itself', async (t) => {
  const valid = [...business(), requested(first), checked(first)];
  const command = {
    type: 'CorrectDetails',
    company: { vatId: 'at u 876 543 21' },
    checkId: second,
    at: morning,
  } as const;
  const company = { ...austrian, vatId: 'ATU87654321' };
  const asked = requested(second, { ...question, vatId: 'ATU87654321' }, 'corrected', morning);
  given(accountDecider, valid)
    .when(command)
    .then(t, [corrected(company), asked]);
  t.equal(serviceRefusal(identityAfter([...valid, corrected(company), asked])), 'service.vat-id-pending');
  given(accountDecider, valid)
    .when({ ...command, company: { vatId: 'AT1' } })
    .thenRejected(t, { code: 'details.vat-id-malformed' });
});

t.test('a VAT id speaks of a business in its own country only', async (t) => {
  const inside = (country: string) => ({ ...address, country });
  for (const [vatId, country] of [
    ['ATU12345678', 'AT'],
    ['EL123456789', 'GR'],
    ['XI123456789', 'GB'],
  ] as const) {
    t.match(vatDuty(identityAfter(business({ ...austrian, vatId }, inside(country)))), { kind: 'check' }, vatId);
  }
  // Of a German id no authority tells whose it is.
  const foreign = business({ ...austrian, vatId: 'DE147167387' });
  t.match(vatDuty(identityAfter(foreign)), { kind: 'incomplete', vatId: 'otherCountry' });
  given(accountDecider, foreign).when(request(first)).thenNothing(t);
  const found = identityAfter([...foreign, requested(first), checked(first)]);
  t.equal(serviceRefusal(found), 'service.data-incomplete', 'as one of former days that was found valid');
  t.equal(purchaseRefusal(found), 'service.data-incomplete');
  given(accountDecider, business())
    .when({ type: 'CorrectDetails', company: { vatId: 'DE147167387' }, checkId: second, at: morning })
    .thenRejected(t, { code: 'details.vat-id-other-country' });
  t.equal(vatIdFault('DE147167387', { country: 'AT' }), 'details.vat-id-other-country');
  t.equal(vatIdFault('DE147167387', { country: 'CH' }), null, 'the office looks at it');
  t.equal(vatIdFault('ATU12345678', { country: 'AT' }), null);
});

t.test('every verdict but valid keeps a business out', async (t) => {
  for (const outcome of ['invalid', 'notYetValid', 'expired'] as const) {
    const identity = identityAfter([...business(), requested(first), checked(first, { outcome })]);
    t.strictSame(vatStanding(identity), { state: 'invalid', outcome });
    t.equal(serviceRefusal(identity), 'service.vat-id-invalid', outcome);
  }
  t.equal(serviceRefusal(identityAfter(business())), 'service.vat-id-pending');
  t.equal(serviceRefusal(identityAfter(business({ ...austrian, vatId: null }))), 'service.data-incomplete');
});

t.test(
  'an authority that cannot read a number says nothing of it: the field is wrong, and what was valid stays so',
  async (t) => {
    const malformed = (checkId: string) => checked(checkId, { outcome: 'malformed' });
    const events = [...business(), requested(first), malformed(first)];
    t.match(vatStanding(identityAfter(events)), { state: 'incomplete', vatId: 'refused' });
    t.equal(serviceRefusal(identityAfter(events)), 'service.data-incomplete');
    const again = [...business(), requested(first), checked(first), requested(second), malformed(second)];
    t.equal(serviceRefusal(identityAfter(again)), null);
    t.equal(purchaseRefusal(identityAfter(again)), 'service.data-incomplete');
  },
);

t.test('letters that the check does not take', async (t) => {
  const umlauts = { ...austrian, name: 'Müller & Söhne', legalForm: 'GmbH' };
  const where = { ...address, street: 'Straße 12/14' };
  const events = business(umlauts, where);
  const unspelt = { kind: 'incomplete', vatId: 'fine', unspelt: ['name', 'street'] };
  t.strictSame(vatDuty(identityAfter(events)), unspelt);
  given(accountDecider, events).when(request(first)).thenNothing(t);
  given(accountDecider, events).when(request(first, 'asked')).thenRejected(t, { code: 'vat-check.data-incomplete' });

  const command = { type: 'CorrectDetails', checkId: first, at: morning } as const;
  const spelling = { name: 'Mueller & Soehne GmbH', street: 'Strasse 12-14' };
  given(accountDecider, events)
    .when({ ...command, spelling: { ...spelling, town: 'Wien' } })
    .then(t, [
      {
        type: 'LatinSpellingGiven',
        data: { accountId, spelling: { ...spelling, postcode: null, town: null }, givenAt: morning.toString() },
      },
      requested(first, { ...question, ...spelling }, 'corrected', morning),
    ]);
  given(accountDecider, events)
    .when({ ...command, spelling: { name: 'Müller' } })
    .thenRejected(t, { code: 'details.spelling-not-latin', field: 'name' });

  const given1: AccountEvent = {
    type: 'LatinSpellingGiven',
    data: { accountId, spelling: { ...spelling, postcode: null, town: null }, givenAt: at.toString() },
  };
  const renamed = accountDecider.decide(
    { ...command, company: { name: 'Meßner' } },
    given(accountDecider, [...events, given1]).state(),
  );
  t.match(renamed, {
    ok: true,
    events: [{ type: 'AccountDetailsCorrected' }, { data: { spelling: { name: null, street: 'Strasse 12-14' } } }],
  });
  t.equal(renamed.ok && renamed.events.length, 2, 'the old spelling is not that of the new name: no check');
});

t.test('the name as registers hold it', async (t) => {
  const names = [
    ['Solarhof', 'GmbH', 'Solarhof GmbH'],
    ['Solarhof GmbH', 'GmbH', 'Solarhof GmbH'],
    ['Solarhof gmbh', 'GmbH', 'Solarhof gmbh'],
    ['Musterhaus GmbH & Co. KG', 'GmbH & Co KG', 'Musterhaus GmbH & Co. KG'],
    ['Agil', 'AG', 'Agil AG'],
    ['Anna Wirt', 'Einzelunternehmen', 'Anna Wirt'],
    ['Anna Wirt', 'e. K.', 'Anna Wirt e. K.'],
    ['Ann Host', 'Sole trader', 'Ann Host'],
  ] as const;
  for (const [name, legalForm, full] of names) t.equal(registeredName({ name, legalForm }), full);
});

t.test('who was erased is asked nothing', async (t) => {
  const [registered, validated] = business() as [AccountEvent & { type: 'AccountRegistered' }, AccountEvent];
  const erased = { ...registered, data: { ...registered.data, company: Erased, address: Erased } };
  const identity = identityAfter([erased, validated]);
  t.match([vatDuty(identity), vatStanding(identity)], [{ kind: 'unknown' }, { state: 'unknown' }]);
  given(accountDecider, [erased, validated])
    .when({ type: 'CorrectDetails', address: { town: 'Graz' }, checkId: first, at })
    .thenRejected(t, { code: 'details.erased' });
});
