import t from 'tap';
import { actions, isMonitoring } from '../../../domain/account/access.js';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { vatDuty, vatStanding } from '../../../domain/account/identity.js';
import {
  isOpenFor,
  opensThroughPartner,
  purchaseRefusal,
  serviceRefusal,
  wholeMonitoring,
} from '../../../domain/account/services.js';
import { PlantId } from '../../../domain/kernel/ids.js';
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
  requested,
  second,
} from '../../support/businesses.js';
import { given } from '../../support/given.js';

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
  t.match(vatDuty(identityAfter(withEuId)), { kind: 'confirmation' }, 'an id of another country proves nothing here');
  const crossed = [...withEuId, requested(first), checked(first)];
  t.equal(serviceRefusal(identityAfter(crossed)), 'service.business-not-confirmed', 'nor when it was found valid');
  t.equal(purchaseRefusal(identityAfter(crossed)), 'service.business-not-confirmed');
});

t.test('consumers: monitoring in Germany', async (t) => {
  const consumer = (country: string) => identityAfter(business(null, { ...address, country }));
  t.equal(serviceRefusal(consumer('DE')), null);
  for (const country of ['AT', 'GR', 'CH', 'US']) t.equal(serviceRefusal(consumer(country)), 'service.consumer-abroad');
  t.equal(purchaseRefusal(consumer('AT')), 'service.consumer-abroad');
  const opened = actions.filter(
    (action) => isMonitoring(action) && opensThroughPartner('service.consumer-abroad', action),
  );
  t.ok(opened.includes('plants:view') && opened.includes('invitations:accept'), 'a partner opens its plant to them');
  t.notOk(opened.includes('plants:add'), 'and no plants of their own');
  t.notOk(opensThroughPartner('service.vat-id-invalid', 'plants:view'), 'nor anything to a business');
  const [theirs, another] = ['1', '2'].map((n) => PlantId.parse(`0198a000-0000-7000-8000-00000000000${n}`));
  if (theirs === undefined || another === undefined) throw new Error('no plants');
  const served = { refusal: null, plantIds: [theirs] };
  t.match([isOpenFor(served, theirs), isOpenFor(served, another)], [true, false], 'and no plants that others share');
  t.ok(isOpenFor(wholeMonitoring, another));
  t.notOk(isOpenFor({ refusal: 'service.consumer-abroad', plantIds: [theirs] }, theirs));
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
    .then(t, [there('DE')]);
  const inGermany = identityAfter([...valid, there('DE')]);
  t.match(
    [vatStanding(inGermany), serviceRefusal(inGermany), purchaseRefusal(inGermany)],
    [{ state: 'incomplete', vatId: 'otherCountry' }, 'service.data-incomplete', 'service.data-incomplete'],
    'its id is one of the former country',
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

  const umlauts = business({ ...austrian, name: 'Müller' }, { ...address, street: 'Straße 1', country: 'DE' });
  const spelt: AccountEvent = {
    type: 'LatinSpellingGiven',
    data: {
      accountId,
      spelling: { name: 'Mueller GmbH & Co KG', street: 'Strasse 1', postcode: null, town: null },
      givenAt: at.toString(),
    },
  };
  const relocated = accountDecider.decide(move('AT'), given(accountDecider, [...umlauts, spelt]).state());
  t.match(relocated, {
    ok: true,
    events: [
      { type: 'AccountCountryChanged' },
      { type: 'LatinSpellingGiven', data: { spelling: { name: 'Mueller GmbH & Co KG', street: null } } },
      { type: 'VatIdCheckRequested', data: { question: { street: 'Musterstrasse 22' } } },
    ],
  });
});
