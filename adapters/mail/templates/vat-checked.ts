import type { AccountLanguage } from '../../../domain/account/person.js';
import type { CheckedField, VerdictOutcome } from '../../../domain/account/vat-check.js';
import { greetingOf, type Letter, type Sender } from './letter.js';

/** What the mail about a checked VAT id says. */
type VatMailFacts = {
  readonly language: AccountLanguage;
  readonly firstName: string;
  readonly vatId: string;
  readonly outcome: VerdictOutcome;
  /** Data that differs from the registration of a valid id. */
  readonly differences: readonly CheckedField[];
  /** The check had been put off to the morning. */
  readonly isAfterNight: boolean;
  readonly accountUrl: string;
  readonly sender: Sender;
};

const fieldNames = {
  de: { name: 'Firma und Rechtsform', street: 'Straße und Hausnummer', postcode: 'Postleitzahl', town: 'Ort' },
  en: { name: 'Company name and legal form', street: 'Street and number', postcode: 'Postcode', town: 'Town' },
} as const;

const reasons = {
  de: {
    invalid: 'Diese USt-IdNr. ist nicht vergeben.',
    notYetValid: 'Diese USt-IdNr. gilt noch nicht.',
    expired: 'Diese USt-IdNr. gilt nicht mehr.',
    malformed: 'Der Aufbau dieser USt-IdNr. ist falsch.',
  },
  en: {
    invalid: 'This VAT id is not assigned.',
    notYetValid: 'This VAT id is not valid yet.',
    expired: 'This VAT id is no longer valid.',
    malformed: 'The structure of this VAT id is wrong.',
  },
} as const;

const night = {
  de: 'wie angekündigt haben wir die Prüfung Ihrer USt-IdNr. heute früh nachgeholt, sobald der Dienst wieder erreichbar war.',
  en: 'As announced, we made up for the check of your VAT id this morning, as soon as the service could be reached again.',
} as const;

/** Tells the outcome of a check (A7), and what to do when there is something to do. */
export function vatChecked(facts: VatMailFacts): Letter {
  const { language, firstName, vatId, isAfterNight, accountUrl, sender } = facts;
  const text = facts.language === 'de' ? german(facts) : english(facts);
  return {
    language,
    greeting: greetingOf(language, firstName),
    ...text,
    paragraphs: [...(isAfterNight ? [night[language]] : []), ...text.paragraphs],
    facts: [
      { label: language === 'de' ? 'USt-IdNr.' : 'VAT id', value: vatId },
      ...facts.differences.map((field) => ({
        label: fieldNames[language][field],
        value: language === 'de' ? 'weicht ab' : 'differs',
      })),
    ],
    button: { ...text.button, url: accountUrl },
    sender,
  };
}

type Text = Pick<Letter, 'subject' | 'paragraphs' | 'notes'> & { readonly button: { readonly label: string } };

function german({ outcome, differences }: VatMailFacts): Text {
  if (outcome !== 'valid') {
    return {
      subject: 'Ihre USt-IdNr. konnte nicht bestätigt werden',
      paragraphs: [
        reasons.de[outcome],
        'Monitoring und Online-Dienste stehen Unternehmen mit gültiger USt-IdNr. offen. Bitte prüfen Sie die Nummer in Ihrem Konto; nach einer Korrektur prüfen wir sofort neu.',
      ],
      button: { label: 'Angaben korrigieren' },
      notes: [],
    };
  }
  if (differences.length > 0) {
    return {
      subject: 'Ihre Angaben weichen von der Registrierung Ihrer USt-IdNr. ab',
      paragraphs: [
        'Ihre USt-IdNr. ist gültig. Einige Angaben in Ihrem Konto stimmen aber nicht mit denen überein, die bei der Vergabe eingetragen wurden.',
        'Sie können das Monitoring nutzen. Solange die Unterschiede nicht korrigiert sind, ist kein Lizenzkauf möglich. Nach einer Korrektur prüfen wir sofort neu.',
      ],
      button: { label: 'Angaben korrigieren' },
      notes: [
        'Umlaute? Die Register anderer Länder kennen manchmal eine andere Schreibweise, zum Beispiel u statt ue.',
      ],
    };
  }
  return {
    subject: 'Ihre USt-IdNr. ist bestätigt',
    paragraphs: ['Ihre USt-IdNr. ist gültig. Monitoring und Online-Dienste stehen Ihnen offen.'],
    button: { label: 'Zu Ihrem Konto' },
    notes: [],
  };
}

function english({ outcome, differences }: VatMailFacts): Text {
  if (outcome !== 'valid') {
    return {
      subject: 'Your VAT id could not be confirmed',
      paragraphs: [
        reasons.en[outcome],
        'Monitoring and online services are open to businesses with a valid VAT id. Please check the number in your account; after a correction we check again at once.',
      ],
      button: { label: 'Correct the data' },
      notes: [],
    };
  }
  if (differences.length > 0) {
    return {
      subject: 'Your data differs from the registration of your VAT id',
      paragraphs: [
        'Your VAT id is valid. But some data in your account does not agree with what was registered for it.',
        'You can use monitoring. While the differences are not corrected, no licence can be bought. After a correction we check again at once.',
      ],
      button: { label: 'Correct the data' },
      notes: ['Umlauts? Registers of other countries sometimes know another spelling, for example u instead of ue.'],
    };
  }
  return {
    subject: 'Your VAT id is confirmed',
    paragraphs: ['Your VAT id is valid. Monitoring and online services are open to you.'],
    button: { label: 'To your account' },
    notes: [],
  };
}
