import type { IdentityRejection } from '../../domain/account/decide-identity.js';
import type { PurchaseRefusal } from '../../domain/account/services.js';
import type { VerdictOutcome } from '../../domain/account/vat-check.js';
import type { ProblemEntry } from './entry.js';

/** What stands beside a field of a business. */
export type FindingCode =
  | 'vat-check.vat-id-missing'
  | 'vat-check.characters-not-allowed'
  | `vat-check.${Exclude<VerdictOutcome, 'valid'>}`
  | `vat-check.${'name' | 'street' | 'postcode' | 'town'}-differs`;

type IdentityProblemCode =
  Exclude<IdentityRejection['code'], 'account.company-not-allowed'> | PurchaseRefusal | FindingCode;

const registered = {
  de: 'Bitte so angeben, wie es bei der Vergabe der USt-IdNr. eingetragen wurde.',
  en: 'Please enter it as it was registered for the VAT id.',
};

/** Data of businesses, checks of VAT ids, and who may use and buy what. */
export const identityProblems = {
  'details.erased': {
    status: 404,
    title: { de: 'Diese Angaben gibt es nicht mehr', en: 'This data no longer exists' },
  },
  'details.country-unchanged': {
    status: 422,
    title: { de: 'Das Konto hat dieses Land schon', en: 'The account has this country already' },
    pointer: '/address/country',
  },
  'details.vat-id-malformed': {
    status: 422,
    title: {
      de: 'Das ist keine USt-IdNr. der EU. Sie beginnt mit dem Länderkürzel, zum Beispiel DE123456789.',
      en: 'This is no VAT id of the EU. It begins with the country prefix, for example DE123456789.',
    },
    pointer: '/company/vatId',
  },
  'details.vat-id-other-country': {
    status: 422,
    title: {
      de: 'Diese USt-IdNr. gehört zu einem anderen Land als die Anschrift. Bitte das Land oder die USt-IdNr. ändern.',
      en: 'This VAT id belongs to another country than the address. Please change the country or the VAT id.',
    },
    pointer: '/company/vatId',
  },
  'details.spelling-not-latin': {
    status: 422,
    title: {
      de: "Nur lateinische Buchstaben ohne Umlaute, Ziffern, Leerzeichen und _ . , - ' ! ( ) [ ] – ; : & *",
      en: "Only Latin letters without umlauts, digits, blanks and _ . , - ' ! ( ) [ ] – ; : & *",
    },
  },
  'vat-check.not-needed': {
    status: 409,
    title: { de: 'Hier ist keine USt-IdNr. zu prüfen', en: 'There is no VAT id to be checked' },
    detail: {
      de: 'Geprüft werden USt-IdNrn. von Unternehmen in der EU.',
      en: 'What is checked are VAT ids of businesses in the EU.',
    },
  },
  'vat-check.data-incomplete': {
    status: 422,
    title: { de: 'Für die Prüfung fehlen noch Angaben', en: 'Some data for the check is still missing' },
    detail: { de: 'Bitte die markierten Felder prüfen.', en: 'Please check the marked fields.' },
  },
  'vat-check.vat-id-missing': {
    status: 422,
    title: {
      de: 'Unternehmen in der EU brauchen eine USt-IdNr.',
      en: 'Businesses in the EU need a VAT id.',
    },
  },
  'vat-check.characters-not-allowed': {
    status: 422,
    title: {
      de: 'Diese Zeichen nimmt die Prüfung nicht an: {characters}. Bitte daneben die Schreibweise ohne sie angeben.',
      en: 'The check does not take these characters: {characters}. Please give the spelling without them beside it.',
    },
  },
  'vat-check.invalid': {
    status: 422,
    title: { de: 'Diese USt-IdNr. ist nicht vergeben.', en: 'This VAT id is not assigned.' },
  },
  'vat-check.notYetValid': {
    status: 422,
    title: { de: 'Diese USt-IdNr. gilt noch nicht.', en: 'This VAT id is not valid yet.' },
  },
  'vat-check.expired': {
    status: 422,
    title: { de: 'Diese USt-IdNr. gilt nicht mehr.', en: 'This VAT id is no longer valid.' },
  },
  'vat-check.malformed': {
    status: 422,
    title: {
      de: 'Diese USt-IdNr. ist nach Auskunft der Behörde falsch aufgebaut. Bitte vergleichen Sie sie Zeichen für Zeichen mit Ihrem Bescheid.',
      en: 'The authority says that this VAT id does not have the right structure. Please compare it with your notice, character by character.',
    },
  },
  'vat-check.name-differs': {
    status: 422,
    title: {
      de: `Firma oder Rechtsform weicht von der Registrierung ab. ${registered.de}`,
      en: `Company name or legal form differs from the registration. ${registered.en}`,
    },
  },
  'vat-check.street-differs': {
    status: 422,
    title: {
      de: `Straße oder Hausnummer weicht von der Registrierung ab. ${registered.de}`,
      en: `Street or number differs from the registration. ${registered.en}`,
    },
  },
  'vat-check.postcode-differs': {
    status: 422,
    title: {
      de: `Die Postleitzahl weicht von der Registrierung ab. ${registered.de}`,
      en: `The postcode differs from the registration. ${registered.en}`,
    },
  },
  'vat-check.town-differs': {
    status: 422,
    title: {
      de: `Der Ort weicht von der Registrierung ab. ${registered.de}`,
      en: `The town differs from the registration. ${registered.en}`,
    },
  },
  'business.no-confirmation-needed': {
    status: 409,
    title: { de: 'Hier ist nichts zu bestätigen', en: 'There is nothing to confirm' },
    detail: {
      de: 'Bestätigt werden nur Unternehmen außerhalb der EU ohne USt-IdNr. der EU.',
      en: 'Only businesses outside the EU without a VAT id of the EU are confirmed.',
    },
  },
  'service.consumer-abroad': {
    status: 403,
    title: {
      de: 'Das Monitoring bieten wir Verbrauchern derzeit nur in Deutschland an',
      en: 'At present we offer monitoring to consumers in Germany only',
    },
    detail: {
      de: 'Ihr Konto besteht weiter. Unternehmen nutzen das Monitoring unabhängig von ihrem Sitz. Verbrauchern in Griechenland und der Schweiz richten unsere Servicepartner die Anlage ein und kaufen die Lizenz; an wen Sie sich wenden, steht auf der Seite „Ihr Konto“.',
      en: 'Your account remains. Businesses use monitoring wherever they are. For consumers in Greece and Switzerland our service partners set up the plant and buy the licence; whom to ask stands on the page “Your account”.',
    },
  },
  'service.data-incomplete': {
    status: 403,
    title: {
      de: 'Ihre Unternehmensdaten sind noch nicht vollständig',
      en: 'The data of your business is not complete yet',
    },
    detail: {
      de: 'Für die Prüfung Ihrer USt-IdNr. fehlen Angaben. Bitte ergänzen Sie sie auf der Seite „Ihr Konto“.',
      en: 'Some data is missing for the check of your VAT id. Please complete it on the page “Your account”.',
    },
  },
  'service.vat-id-pending': {
    status: 403,
    title: { de: 'Ihre USt-IdNr. wird noch geprüft', en: 'Your VAT id is still being checked' },
    detail: {
      de: 'Die Seite „Ihr Konto“ zeigt den nächsten Versuch. Sie brauchen nichts zu tun; wir schreiben Ihnen, sobald das Ergebnis da ist.',
      en: 'The page “Your account” shows the next attempt. There is nothing to do; we write to you as soon as the result is there.',
    },
  },
  'service.vat-id-invalid': {
    status: 403,
    title: { de: 'Ihre USt-IdNr. ist nicht gültig', en: 'Your VAT id is not valid' },
    detail: {
      de: 'Monitoring und Online-Dienste setzen eine gültige USt-IdNr. voraus. Bitte korrigieren Sie sie auf der Seite „Ihr Konto“.',
      en: 'Monitoring and online services need a valid VAT id. Please correct it on the page “Your account”.',
    },
  },
  'service.business-not-confirmed': {
    status: 403,
    title: { de: 'Ihr Unternehmen ist noch nicht bestätigt', en: 'Your business is not confirmed yet' },
    detail: {
      de: 'Unternehmen außerhalb der EU bestätigen wir von Hand. Wir schreiben Ihnen, sobald das geschehen ist.',
      en: 'Businesses outside the EU are confirmed by us by hand. We write to you as soon as that is done.',
    },
  },
  'purchase.data-differs': {
    status: 403,
    title: {
      de: 'Ihre Angaben weichen von der Registrierung Ihrer USt-IdNr. ab',
      en: 'Your data differs from the registration of your VAT id',
    },
    detail: {
      de: 'Solange die Unterschiede nicht korrigiert sind, ist kein Lizenzkauf möglich. Bitte korrigieren Sie sie auf der Seite „Ihr Konto“.',
      en: 'While the differences are not corrected, no licence can be bought. Please correct them on the page “Your account”.',
    },
  },
  'purchase.check-pending': {
    status: 403,
    title: {
      de: 'Ihre geänderten Angaben werden noch geprüft',
      en: 'The data that you changed is still being checked',
    },
    detail: {
      de: 'Ein Lizenzkauf ist möglich, sobald das Ergebnis da ist. Wir schreiben Ihnen dann.',
      en: 'You can buy a licence as soon as the result is there. We write to you then.',
    },
  },
} as const satisfies Record<IdentityProblemCode, ProblemEntry>;
