import { Temporal } from '../../../domain/kernel/time.js';
import type { AccountLanguage } from '../../../domain/account/person.js';
import { PlantId } from '../../../domain/kernel/ids.js';
import { plainLetters } from '../plain-letters.js';
import type { MailTemplate } from '../port.js';
import { apiTokenCreated } from '../templates/api-token-created.js';
import { countryChanged } from '../templates/country-changed.js';
import { erasureRequested } from '../templates/erasure.js';
import type { AccountMailFacts } from '../templates/facts.js';
import type { Letter, Sender } from '../templates/letter.js';
import { vatChecked } from '../templates/vat-checked.js';
import type { Variants } from './port.js';

export const examplePortal = 'https://portal.example';
export const exampleSender: Sender = { name: 'Solarbetrieb Beispiel GmbH', email: 'service@example.org' };
export const examplePlant = PlantId.parse('0d3f4a5e-7777-4222-8333-944445555666');

const link = (page: string) =>
  `${examplePortal}/${page}?token=0d3f4a5e-1111-4222-8333-944445555666.t3x9k2.Zm9vYmFyYmF6cXV4.kE0qOaVYxZr8bX3hT7mWc5nL1pJ6uG2d`;

const facts = (language: AccountLanguage): AccountMailFacts => ({
  language,
  firstName: 'Anna',
  userName: 'sonnenwirt',
  validationUrl: link('validate'),
  activationUrl: link('activate'),
  resetUrl: link('new-password'),
  resetHours: 24,
  endingTokens: [],
  forgotPasswordUrl: `${examplePortal}/forgot-password`,
  confirmEmailUrl: link('confirm-email'),
  emailChangeHours: 24,
  exportDays: 7,
  signInUrl: `${examplePortal}/sign-in`,
  accountUrl: `${examplePortal}/account`,
  sender: exampleSender,
});

const withTokens = (language: AccountLanguage): AccountMailFacts => ({
  ...facts(language),
  endingTokens: ['Home Assistant', 'Wallbox'],
});

const at = Temporal.Instant.from('2027-03-01T09:00:00Z');

const vat = (language: AccountLanguage): Parameters<typeof vatChecked>[0] => ({
  language,
  ...{ firstName: 'Anna', vatId: 'ATU12345678', accountUrl: `${examplePortal}/account`, sender: exampleSender },
  ...{ outcome: 'valid', differences: [], isAfterNight: false },
});

const special = {
  'vat-checked': {
    valid: (language) => vatChecked(vat(language)),
    'after the night': (language) => vatChecked({ ...vat(language), isAfterNight: true }),
    differences: (language) => vatChecked({ ...vat(language), differences: ['street', 'town'] }),
    invalid: (language) => vatChecked({ ...vat(language), outcome: 'invalid' }),
    expired: (language) => vatChecked({ ...vat(language), outcome: 'expired' }),
  },
  'country-changed': {
    consumer: (language) => countryChanged(facts(language), { country: 'AT', refusal: 'service.consumer-abroad' }),
    business: (language) =>
      countryChanged(facts(language), { country: 'CH', refusal: 'service.business-not-confirmed' }),
    'nothing follows': (language) => countryChanged(facts(language), { country: 'DE', refusal: null }),
  },
  'reset-password': {
    '': (language) => plainLetters['reset-password'](facts(language)),
    'with tokens': (language) => plainLetters['reset-password'](withTokens(language)),
  },
  'password-changed': {
    '': (language) => plainLetters['password-changed'](facts(language)),
    'reset, with tokens': (language) => plainLetters['password-changed'](withTokens(language)),
  },
  'signed-out-everywhere': {
    '': (language) => plainLetters['signed-out-everywhere'](facts(language)),
    'with tokens': (language) => plainLetters['signed-out-everywhere'](withTokens(language)),
  },
  'api-token-created': {
    '': (language) =>
      apiTokenCreated(facts(language), {
        name: 'Home Assistant',
        scopes: ['plants:read', 'readings:read'],
        plantIds: [examplePlant],
        expiresAt: at,
      }),
  },
  'erasure-requested': { '': (language) => erasureRequested(facts(language), at) },
} as const satisfies Partial<Record<MailTemplate, Variants<Letter>>>;

type Plain = Exclude<keyof typeof plainLetters, keyof typeof special>;

const plain = Object.fromEntries(
  Object.entries(plainLetters).map(([template, write]): [string, Variants<Letter>] => [
    template,
    { '': (language) => write(facts(language)) },
  ]),
) as Record<Plain, Variants<Letter>>;

/** Every mail to the owner of an account. */
export const accountExamples: Readonly<Record<MailTemplate, Variants<Letter>>> = { ...plain, ...special };
