import type { AccountLanguage } from '../../domain/account/person.js';
import { greetingOf, type Letter, type Sender } from '../mail/templates/letter.js';
import { dayText, euroText, instantDayText, kilowattText } from './texts.js';
import type { LicenceMail } from './port.js';

type Words = Pick<Letter, 'subject' | 'paragraphs' | 'notes'> & { readonly button: string };

/** What the mails about the licence of a plant may say. */
export type LicenceLetterFacts = {
  readonly language: AccountLanguage;
  readonly firstName: string;
  readonly plantName: string;
  /** What may be set off, in gross cents. */
  readonly balanceCents: number;
  readonly url: string;
  readonly sender: Sender;
};

export function licenceLetter(mail: LicenceMail, facts: LicenceLetterFacts): Letter {
  const { language, firstName, plantName, url, sender } = facts;
  const words = licenceWords[mail.template](facts, mail)[language];
  const isGerman = language === 'de';
  return {
    language,
    subject: words.subject,
    greeting: greetingOf(language, firstName),
    paragraphs: words.paragraphs,
    facts: [{ label: isGerman ? 'Anlage' : 'Plant', value: plantName }],
    button: { label: words.button, url },
    notes: words.notes,
    sender,
  };
}

const keptNote = {
  de: 'Die Daten Ihrer Anlage werden in jedem Fall weiter gespeichert.',
  en: 'The data of your plant keeps being stored in any case.',
};

const licenceWords: Readonly<
  Record<
    LicenceMail['template'],
    (facts: LicenceLetterFacts, mail: LicenceMail) => Readonly<Record<AccountLanguage, Words>>
  >
> = {
  ending: ({ plantName }, { lastDay = '', daysBefore = 0 }) => ({
    de: {
      subject:
        daysBefore === 0
          ? `Die Lizenz von ${plantName} endet heute`
          : `Die Lizenz von ${plantName} endet am ${dayText(lastDay, 'de')}`,
      paragraphs: [
        `die Lizenz Ihrer Anlage gilt bis zum ${dayText(lastDay, 'de')} einschließlich. Eine neue schließt sich lückenlos an, wenn Sie sie vorher kaufen.`,
      ],
      button: 'Lizenz erneuern',
      notes: ['Sie müssen nichts kündigen: Ohne neue Lizenz endet sie von selbst.', keptNote.de],
    },
    en: {
      subject:
        daysBefore === 0
          ? `The licence of ${plantName} ends today`
          : `The licence of ${plantName} ends on ${dayText(lastDay, 'en')}`,
      paragraphs: [
        `The licence of your plant is valid until ${dayText(lastDay, 'en')}, that day included. A new one follows without a gap when you buy it before.`,
      ],
      button: 'Renew the licence',
      notes: ['There is nothing to cancel: without a new licence it ends by itself.', keptNote.en],
    },
  }),
  trialEnding: ({ plantName }, { lastDay = '', daysBefore = 0 }) => ({
    de: {
      subject:
        daysBefore === 0
          ? `Der Testzeitraum von ${plantName} endet heute`
          : `Der Testzeitraum von ${plantName} endet am ${dayText(lastDay, 'de')}`,
      paragraphs: [
        `Sie können Ihre Anlage noch bis zum ${dayText(lastDay, 'de')} einschließlich kostenlos überwachen. Kaufen Sie vorher eine Lizenz, beginnt sie erst danach: Von den freien Tagen geht keiner verloren.`,
      ],
      button: 'Lizenz kaufen',
      notes: ['Sie müssen nichts kündigen.', keptNote.de],
    },
    en: {
      subject:
        daysBefore === 0
          ? `The trial of ${plantName} ends today`
          : `The trial of ${plantName} ends on ${dayText(lastDay, 'en')}`,
      paragraphs: [
        `You can monitor your plant for free until ${dayText(lastDay, 'en')}, that day included. A licence that you buy before begins only after it: no free day is lost.`,
      ],
      button: 'Buy a licence',
      notes: ['There is nothing to cancel.', keptNote.en],
    },
  }),
  ended: ({ plantName }) => ({
    de: {
      subject: `Die Lizenz von ${plantName} ist abgelaufen`,
      paragraphs: [
        'die Lizenz Ihrer Anlage ist abgelaufen; ihre Seiten sind jetzt gesperrt. Mit einer neuen Lizenz sind alle Daten wieder zu sehen, auch die aus der Zwischenzeit.',
      ],
      button: 'Lizenz kaufen',
      notes: [keptNote.de],
    },
    en: {
      subject: `The licence of ${plantName} has expired`,
      paragraphs: [
        'The licence of your plant has expired; its pages are locked now. With a new licence all data can be seen again, that of the meantime included.',
      ],
      button: 'Buy a licence',
      notes: [keptNote.en],
    },
  }),
  trialEnded: ({ plantName }) => ({
    de: {
      subject: `Der Testzeitraum von ${plantName} ist zu Ende`,
      paragraphs: [
        'der kostenlose Testzeitraum Ihrer Anlage ist zu Ende. Mit einer Lizenz sind alle Daten wieder zu sehen, auch die aus der Zwischenzeit.',
      ],
      button: 'Lizenz kaufen',
      notes: [keptNote.de],
    },
    en: {
      subject: `The trial of ${plantName} is over`,
      paragraphs: [
        'The free trial of your plant is over. With a licence all data can be seen again, that of the meantime included.',
      ],
      button: 'Buy a licence',
      notes: [keptNote.en],
    },
  }),
  exceeded: ({ plantName, balanceCents }, { installedPowerW = 0 }) => ({
    de: {
      subject: `${plantName} hat mehr Leistung als lizenziert`,
      paragraphs: [
        `Ihre Anlage hat jetzt eine Nennleistung von ${kilowattText(installedPowerW, 'de')}, mehr als ihre Lizenz erlaubt. Die Nutzungsberechtigung ist damit beendet.`,
        `Der Restwert von ${euroText(balanceCents, 'de')} wird angerechnet, wenn Sie eine neue Lizenz kaufen. Sie zählt ab dem Tag der Erweiterung.`,
      ],
      button: 'Neue Lizenz kaufen',
      notes: ['Stimmt die Leistung nicht? Prüfen Sie Typ und Nennleistung der Wechselrichter.', keptNote.de],
    },
    en: {
      subject: `${plantName} has more power than its licence allows`,
      paragraphs: [
        `Your plant now has a nominal power of ${kilowattText(installedPowerW, 'en')}, more than its licence allows. The right of use has ended with that.`,
        `The remaining value of ${euroText(balanceCents, 'en')} is set off when you buy a new licence. It counts from the day of the extension.`,
      ],
      button: 'Buy a new licence',
      notes: ['Is the power wrong? Please check type and nominal power of the inverters.', keptNote.en],
    },
  }),
  excessAnnounced: ({ plantName }, { installedPowerW = 0, effectiveAt = '' }) => ({
    de: {
      subject: `${plantName}: Bitte den Typ eines Wechselrichters klären`,
      paragraphs: [
        `in Ihrer Anlage steht ein Wechselrichter unbekannten Typs, für den wir 20 kW annehmen. Damit käme sie auf ${kilowattText(installedPowerW, 'de')} und überschritte ihre Lizenz.`,
        `Wird der Typ bis zum ${instantDayText(effectiveAt, 'de')} bekannt und passt die Leistung, ändert sich nichts. Sonst endet die Lizenz an diesem Tag, und ihr Restwert wird angerechnet.`,
      ],
      button: 'Typ wählen',
      notes: ['Der Wechselrichter kann seine Konfiguration auch selbst noch einmal senden (Display oder AE SetUp).'],
    },
    en: {
      subject: `${plantName}: please tell the type of an inverter`,
      paragraphs: [
        `Your plant has an inverter of unknown type, for which we assume 20 kW. With it the plant would have ${kilowattText(installedPowerW, 'en')} and exceed its licence.`,
        `If the type becomes known by ${instantDayText(effectiveAt, 'en')} and the power fits, nothing changes. Otherwise the licence ends on that day, and its remaining value is credited.`,
      ],
      button: 'Choose the type',
      notes: ['The inverter can also send its configuration again (display or AE SetUp).'],
    },
  }),
};
