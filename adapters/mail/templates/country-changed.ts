import type { AccountLanguage } from '../../../domain/account/person.js';
import type { ServiceRefusal } from '../../../domain/account/services.js';
import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** What follows from the country, beside that everything stays as it is. */
const consequences: Readonly<Record<ServiceRefusal, Readonly<Record<AccountLanguage, string>>>> = {
  'service.consumer-abroad': {
    de: 'Das Monitoring bieten wir Verbrauchern zurzeit nur in Deutschland an. Ihr Konto bleibt bestehen und die Messwerte Ihrer Geräte bewahren wir auf; Anlagen überwachen lassen sich damit nicht.',
    en: 'At present we offer monitoring to consumers in Germany only. Your account remains, and we keep the measured values of your devices; plants cannot be monitored with it.',
  },
  'service.data-incomplete': {
    de: 'Für die Prüfung Ihrer USt-IdNr. fehlen noch Angaben. Bis sie da sind, stehen Monitoring und Online-Dienste nicht zur Verfügung.',
    en: 'Some data for the check of your VAT id is still missing. Until it is there, monitoring and online services are not available.',
  },
  'service.vat-id-pending': {
    de: 'Ihre USt-IdNr. wird mit den neuen Angaben geprüft. Wir schreiben Ihnen, sobald das Ergebnis da ist.',
    en: 'Your VAT id is being checked with the new data. We write to you as soon as the result is there.',
  },
  'service.vat-id-invalid': {
    de: 'Ihre USt-IdNr. ist nicht bestätigt. Monitoring und Online-Dienste brauchen eine gültige Nummer.',
    en: 'Your VAT id is not confirmed. Monitoring and online services need a valid number.',
  },
  'service.business-not-confirmed': {
    de: 'Unternehmen außerhalb der EU bestätigen wir von Hand. Wir schreiben Ihnen, sobald das geschehen ist; dann stehen Monitoring und Online-Dienste offen.',
    en: 'Businesses outside the EU are confirmed by us by hand. We write to you as soon as that is done; then monitoring and online services are open.',
  },
};

/** Tells the owner that the office moved the account to another country, and what follows from it (A10). */
export function countryChanged(
  facts: AccountMailFacts,
  { country, refusal }: { readonly country: string; readonly refusal: ServiceRefusal | null },
): Letter {
  const { language, accountUrl: url } = facts;
  const follows = refusal === null ? [] : [consequences[refusal][language]];
  const letter = accountLetter(facts, {
    de: {
      subject: 'Das Land Ihres Kontos wurde geändert',
      paragraphs: [
        'wir haben Land und Anschrift Ihres Kontos geändert. Vom Land hängt ab, welche Dienste offen stehen und wie Rechnungen besteuert werden; Rechnungen, die es schon gibt, bleiben, wie sie sind.',
        ...follows,
      ],
      button: { label: 'Angaben ansehen', url },
      notes: ['Stimmt das nicht? Antworten Sie uns, wir ändern es zurück.'],
    },
    en: {
      subject: 'The country of your account was changed',
      paragraphs: [
        'We have changed country and address of your account. What services are open and how invoices are taxed depends on the country; invoices that exist stay as they are.',
        ...follows,
      ],
      button: { label: 'See the data', url },
      notes: ['Is that wrong? Answer us, and we change it back.'],
    },
  });
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  return { ...letter, facts: [...letter.facts, { label: language === 'de' ? 'Land' : 'Country', value: name }] };
}
