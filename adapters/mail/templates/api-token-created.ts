import type { TokenScope } from '../../../domain/account/access.js';
import type { ApiToken } from '../../../domain/account/api-token.js';
import type { AccountLanguage } from '../../../domain/account/person.js';
import type { Temporal } from '../../../domain/kernel/time.js';
import { legalTimeZone } from '../../../domain/kernel/time.js';
import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';
import { localeOf } from '../../locale.js';

type NamedToken = Pick<ApiToken, 'scopes' | 'plantIds' | 'expiresAt'> & { readonly name: string };

const scopeNames: Readonly<Record<TokenScope, Readonly<Record<AccountLanguage, string>>>> = {
  'plants:read': { de: 'Anlagen lesen', en: 'read plants' },
  'readings:read': { de: 'Messwerte lesen', en: 'read readings' },
  'readings:write': { de: 'Messwerte senden', en: 'send readings' },
  'alerts:write': { de: 'Alarme ändern', en: 'change alerts' },
  'billing:read': { de: 'Rechnungen lesen', en: 'read bills' },
};

/** Tells the owner that a personal token was made (A14). Never carries the token. */
export function apiTokenCreated(facts: AccountMailFacts, token: NamedToken): Letter {
  const letter = accountLetter(facts, {
    de: {
      subject: 'Neuer Zugriffsschlüssel für Ihr Konto',
      paragraphs: [
        'in Ihrem Konto wurde ein Zugriffsschlüssel angelegt. Ein Programm, das ihn hat, kann damit ohne Ihr Passwort auf Ihr Konto zugreifen.',
        'Waren Sie das selbst, müssen Sie nichts tun. Sonst kennt jemand Ihr Passwort: Setzen Sie es sofort per E-Mail zurück. Damit enden auch alle Zugriffsschlüssel.',
      ],
      button: { label: 'Zugriffsschlüssel ansehen', url: facts.accountUrl },
      otherwise: { label: 'Passwort zurücksetzen', url: facts.forgotPasswordUrl },
      notes: [],
    },
    en: {
      subject: 'New access token for your account',
      paragraphs: [
        'An access token was made in your account. A program that has it can use your account without your password.',
        'If it was you, there is nothing to do. Otherwise somebody knows your password: reset it by mail at once. That ends all access tokens, too.',
      ],
      button: { label: 'See the access tokens', url: facts.accountUrl },
      otherwise: { label: 'Reset the password', url: facts.forgotPasswordUrl },
      notes: [],
    },
  });
  return { ...letter, facts: [...letter.facts, ...factsOf(token, facts.language)] };
}

function factsOf({ name, scopes, plantIds, expiresAt }: NamedToken, language: AccountLanguage): Letter['facts'] {
  const isGerman = language === 'de';
  const all = isGerman ? 'alle' : 'all';
  return [
    { label: 'Name', value: name },
    { label: isGerman ? 'Rechte' : 'Scopes', value: scopes.map((scope) => scopeNames[scope][language]).join(', ') },
    { label: isGerman ? 'Anlagen' : 'Plants', value: plantIds === null ? all : String(plantIds.length) },
    { label: isGerman ? 'Gültig bis' : 'Valid until', value: dayOf(expiresAt, language) },
  ];
}

function dayOf(instant: Temporal.Instant, language: AccountLanguage): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: legalTimeZone,
  });
  return format.format(instant.epochMilliseconds);
}
