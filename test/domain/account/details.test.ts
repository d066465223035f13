import t from 'tap';
import { accountDecider } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { Erased } from '../../../domain/kernel/event.js';
import { accountId, address, at, business, first } from '../../support/businesses.js';
import { given } from '../../support/given.js';

const consumer = business(null);
const [registered, validated] = consumer as [AccountEvent & { type: 'AccountRegistered' }, AccountEvent];
const name = (firstName: string): AccountEvent => ({
  type: 'PersonNameCorrected',
  data: { accountId, person: { firstName, lastName: 'Wirt' }, correctedAt: at.toString() },
});
const english: AccountEvent = {
  type: 'MailLanguageChosen',
  data: { accountId, language: 'en', chosenAt: at.toString() },
};
const command = { type: 'CorrectDetails', checkId: first, at } as const;

t.test('the owner corrects name and address and chooses the language of the mails (Art. 16 GDPR)', (t) => {
  given(accountDecider, consumer)
    .when({ ...command, person: { firstName: 'Anne' }, address: { street: 'Sonnenweg 2' }, language: 'en' })
    .then(t, [
      name('Anne'),
      english,
      {
        type: 'AccountDetailsCorrected',
        data: { accountId, company: null, address: { ...address, street: 'Sonnenweg 2' }, correctedAt: at.toString() },
      },
    ]);
  t.match(given(accountDecider, [...consumer, english, name('Anne')]).state(), {
    ...{ language: 'en', person: { firstName: 'Anne', lastName: 'Wirt' } },
  });
  t.end();
});

t.test('what is so already is no news', (t) => {
  given(accountDecider, consumer)
    .when({ ...command, person: { firstName: 'Anna', lastName: 'Wirt' }, address, language: 'de' })
    .thenNothing(t);
  given(accountDecider, consumer).when(command).thenNothing(t);
  given(accountDecider, [...consumer, english, name('Anne')])
    .when({ ...command, person: { firstName: 'Anna' }, language: 'en' })
    .then(t, [name('Anna')]);
  t.end();
});

t.test('neither name nor language leads to a question about the VAT id of a business', (t) => {
  given(accountDecider, business())
    .when({ ...command, person: { firstName: 'Zoë' }, language: 'en' })
    .then(t, [name('Zoë'), english]);
  t.end();
});

t.test('to whom it is not open', (t) => {
  given(accountDecider, [])
    .when({ ...command, language: 'en' })
    .thenRejected(t, { code: 'account.not-registered' });
  given(accountDecider, [registered])
    .when({ ...command, language: 'en' })
    .thenRejected(t, { code: 'account.not-validated' });
  given(accountDecider, [{ ...registered, data: { ...registered.data, person: Erased } }, validated])
    .when({ ...command, person: { firstName: 'Anne' } })
    .thenRejected(t, { code: 'details.erased' });
  t.end();
});

t.test('an account of the operator has neither name nor address, but a language', (t) => {
  const operator: readonly AccountEvent[] = [
    {
      type: 'OperatorAccountCreated',
      data: { accountId, userName: 'olga', email: 'olga@example.org', language: 'de', createdAt: at.toString() },
    },
    { type: 'OperatorAccountActivated', data: { accountId, activatedAt: at.toString() } },
  ];
  given(accountDecider, operator)
    .when({ ...command, language: 'en' })
    .then(t, [english]);
  for (const change of [{ person: { firstName: 'Olga' } }, { address: { town: 'Graz' } }]) {
    given(accountDecider, operator)
      .when({ ...command, ...change })
      .thenRejected(t, { code: 'account.not-registered' });
  }
  t.end();
});
