import t from 'tap';
import { accountDecider, type AccountState } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import type { AccountKind, Company } from '../../../domain/account/person.js';
import { registeredName, vatDuty, vatStanding, type Identity } from '../../../domain/account/identity.js';
import { purchaseRefusal, serviceRefusal } from '../../../domain/account/services.js';
import { allFields, type VatCheckVerdict } from '../../../domain/account/vat-check.js';
import { Erased } from '../../../domain/kernel/event.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const [first, second, third] = ['1', '2', '3'].map((digit) => `0d3f4a5e-1111-4222-8333-94444555566${digit}`) as [
  string,
  string,
  string,
];
const at = Temporal.Instant.from('2026-11-26T22:30:00Z');
const morning = Temporal.Instant.from('2026-11-27T04:03:00Z');

const austrian: Company = { name: 'Musterhaus', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' };
const address = { street: 'Musterstrasse 22', postcode: '12345', town: 'Wien', country: 'AT' };
const question = {
  vatId: 'ATU12345678',
  name: 'Musterhaus GmbH & Co KG',
  street: 'Musterstrasse 22',
  postcode: '12345',
  town: 'Wien',
};

function business(company: Company | null = austrian, where: typeof address = address): readonly AccountEvent[] {
  const kind: AccountKind = company === null ? 'consumer' : 'business';
  const person = { firstName: 'Anna', lastName: 'Wirt' };
  const who = { accountId, userName: 'anna', email: 'anna@example.org', kind, person, company, address: where };
  return [
    { type: 'AccountRegistered', data: { ...who, language: 'de', registeredAt: at.toString() } },
    { type: 'EmailValidated', data: { accountId, validatedAt: at.toString() } },
  ];
}

const requested = (
  checkId: string,
  asked: typeof question = question,
  reason: 'registered' | 'corrected' | 'asked' = 'registered',
  when = at,
): AccountEvent => ({
  type: 'VatIdCheckRequested',
  data: { accountId, checkId, authority: 'BZST', question: asked, reason, requestedAt: when.toString() },
});
const verdict: VatCheckVerdict = {
  ...{ authority: 'BZST', service: 'tax.example', outcome: 'valid', fields: allFields('match') },
  ...{ validFrom: null, validUntil: null, evidenceId: 'c4e53ec694b7c2a6', authorityTime: '2026-11-27T05:03:00+01:00' },
  ...{ rawStatus: 'evatr-0000', raw: '{"status":"evatr-0000"}' },
};
function checked(checkId: string, changes: Partial<VatCheckVerdict> = {}): AccountEvent {
  const { raw, ...facts } = { ...verdict, ...changes };
  return { type: 'VatIdChecked', data: { accountId, checkId, ...facts, evidence: raw, checkedAt: morning.toString() } };
}
const wrongTown = { fields: { ...allFields('match'), town: 'mismatch' } } as const;
const corrected = (company: Company, where = address): AccountEvent => ({
  type: 'AccountDetailsCorrected',
  data: { accountId, company, address: where, correctedAt: morning.toString() },
});

const identityAfter = (events: readonly AccountEvent[]): Identity => {
  const state: AccountState = given(accountDecider, events).state();
  if (state.status !== 'active' || state.identity === null) throw new Error('no identity');
  return state.identity;
};
const request = (checkId: string, reason: 'registered' | 'asked' = 'registered', when = at) =>
  ({ type: 'RequestVatCheck', reason, checkId, at: when }) as const;

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
  t.match(given(accountDecider, business(german)).state(), { status: 'active' });
  t.match(vatDuty(identityAfter(business(german))), { kind: 'check', authority: 'VIES' });
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

t.test('every verdict but valid keeps a business out', async (t) => {
  for (const outcome of ['invalid', 'notYetValid', 'expired', 'malformed'] as const) {
    const identity = identityAfter([...business(), requested(first), checked(first, { outcome })]);
    t.strictSame(vatStanding(identity), { state: 'invalid', outcome });
    t.equal(serviceRefusal(identity), 'service.vat-id-invalid', outcome);
  }
  t.equal(serviceRefusal(identityAfter(business())), 'service.vat-id-pending');
  t.equal(serviceRefusal(identityAfter(business({ ...austrian, vatId: null }))), 'service.data-incomplete');
});

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

t.test('businesses outside the EU are confirmed by the operator', async (t) => {
  const swiss = business({ ...austrian, vatId: 'CHE-107.787.577 MWST' }, { ...address, country: 'CH' });
  const confirm = { type: 'ConfirmBusiness', evidence: 'Handelsregister Zürich', at: morning } as const;
  const confirmed: AccountEvent = {
    type: 'BusinessConfirmed',
    data: { accountId, evidence: 'Handelsregister Zürich', confirmedAt: morning.toString() },
  };
  t.equal(serviceRefusal(identityAfter(swiss)), 'service.business-not-confirmed');
  given(accountDecider, swiss).when(confirm).then(t, [confirmed]);
  given(accountDecider, [...swiss, confirmed])
    .when(confirm)
    .thenNothing(t);
  given(accountDecider, business()).when(confirm).thenRejected(t, { code: 'business.no-confirmation-needed' });
  const known = identityAfter([...swiss, confirmed]);
  t.match([vatStanding(known), serviceRefusal(known), purchaseRefusal(known)], [{ state: 'confirmed' }, null, null]);
  const moved = [
    ...swiss,
    confirmed,
    corrected({ ...austrian, vatId: 'CHE-107.787.577 MWST' }, { ...address, country: 'CH', town: 'Bern' }),
  ];
  t.equal(serviceRefusal(identityAfter(moved)), null, 'who moves stays known');
  const renamed = [
    ...swiss,
    confirmed,
    corrected({ ...austrian, name: 'Anders', vatId: null }, { ...address, country: 'CH' }),
  ];
  t.equal(serviceRefusal(identityAfter(renamed)), 'service.business-not-confirmed', 'who changes the name does not');
  const withEuId = business(austrian, { ...address, country: 'CH' });
  t.match(vatDuty(identityAfter(withEuId)), { kind: 'check' }, 'an EU id is checked wherever its owner is');
});

t.test('consumers: monitoring in Germany', async (t) => {
  const consumer = (country: string) => identityAfter(business(null, { ...address, country }));
  t.equal(serviceRefusal(consumer('DE')), null);
  for (const country of ['AT', 'GR', 'CH', 'US']) t.equal(serviceRefusal(consumer(country)), 'service.consumer-abroad');
  t.equal(purchaseRefusal(consumer('AT')), 'service.consumer-abroad');
  given(accountDecider, business(null))
    .when({ type: 'CorrectDetails', company: { name: 'x' }, checkId: first, at })
    .thenRejected(t, { code: 'account.company-not-allowed' });
  const moved = accountDecider.decide(
    { type: 'CorrectDetails', address: { town: 'Graz' }, checkId: first, at },
    given(accountDecider, business(null)).state(),
  );
  t.match(moved, {
    ok: true,
    events: [{ type: 'AccountDetailsCorrected', data: { company: null, address: { town: 'Graz' } } }],
  });
});

const moved = (country: string, reason = 'Meldebescheinigung'): AccountEvent => ({
  type: 'AccountCountryChanged',
  data: { accountId, address: { ...address, country }, reason, changedAt: morning.toString() },
});

t.test('the office changes the country: residence decides anew', async (t) => {
  const move = (country: string) =>
    ({
      type: 'ChangeCountry',
      address: { ...address, country },
      reason: 'Meldebescheinigung',
      checkId: second,
      at: morning,
    }) as const;
  const consumer = business(null, { ...address, country: 'DE' });
  given(accountDecider, consumer)
    .when(move('AT'))
    .then(t, [moved('AT')]);
  given(accountDecider, consumer).when(move('DE')).thenRejected(t, { code: 'details.country-unchanged' });
  given(accountDecider, consumer.slice(0, 1)).when(move('AT')).thenRejected(t, { code: 'account.not-validated' });
  t.equal(serviceRefusal(identityAfter([...consumer, moved('AT')])), 'service.consumer-abroad');
  t.equal(purchaseRefusal(identityAfter([...consumer, moved('AT')])), 'service.consumer-abroad');
  t.equal(serviceRefusal(identityAfter([...consumer, moved('AT'), moved('DE')])), null, 'who comes back is welcome');
  t.match(identityAfter([...consumer, moved('AT')]).address, { country: 'AT', town: 'Wien' });
});

t.test('a business of another country is looked at anew', async (t) => {
  const move = (country: string) =>
    ({
      type: 'ChangeCountry',
      address: { ...address, country },
      reason: 'Sitz verlegt',
      checkId: second,
      at: morning,
    }) as const;
  const there = (country: string) => moved(country, 'Sitz verlegt');
  const valid = [...business(), requested(first), checked(first)];
  given(accountDecider, valid)
    .when(move('DE'))
    .then(t, [there('DE'), requested(second, question, 'corrected', morning)]);
  const asked = identityAfter([...valid, there('DE'), requested(second, question, 'corrected', morning)]);
  t.match(
    [vatStanding(asked), serviceRefusal(asked), purchaseRefusal(asked)],
    [{ state: 'pending' }, null, 'purchase.check-pending'],
  );

  const swissId = { ...austrian, vatId: 'CHE-107.787.577 MWST' };
  const known: readonly AccountEvent[] = [
    ...business(swissId, { ...address, country: 'CH' }),
    { type: 'BusinessConfirmed', data: { accountId, evidence: 'Zefix', confirmedAt: morning.toString() } },
  ];
  t.equal(serviceRefusal(identityAfter(known)), null);
  given(accountDecider, known)
    .when(move('AT'))
    .then(t, [there('AT')]);
  t.equal(
    serviceRefusal(identityAfter([...known, there('AT')])),
    'service.data-incomplete',
    'it needs an id of the EU',
  );
  t.equal(
    serviceRefusal(identityAfter([...known, there('NO')])),
    'service.business-not-confirmed',
    'and is known no more',
  );
  t.equal(serviceRefusal(identityAfter([...known, there('NO'), there('CH')])), 'service.business-not-confirmed');

  const umlauts = business({ ...austrian, name: 'Müller' }, { ...address, street: 'Straße 1' });
  const spelt: AccountEvent = {
    type: 'LatinSpellingGiven',
    data: {
      accountId,
      spelling: { name: 'Mueller GmbH & Co KG', street: 'Strasse 1', postcode: null, town: null },
      givenAt: at.toString(),
    },
  };
  const relocated = accountDecider.decide(move('DE'), given(accountDecider, [...umlauts, spelt]).state());
  t.match(relocated, {
    ok: true,
    events: [
      { type: 'AccountCountryChanged' },
      { type: 'LatinSpellingGiven', data: { spelling: { name: 'Mueller GmbH & Co KG', street: null } } },
      { type: 'VatIdCheckRequested', data: { question: { street: 'Musterstrasse 22' } } },
    ],
  });
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
