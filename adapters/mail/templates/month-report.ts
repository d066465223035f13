import type { AccountLanguage } from '../../../domain/account/person.js';
import type { ReportSummary } from '../../report/port.js';
import { greetingOf, type Letter, type Sender } from './letter.js';

/** D5: a month of a plant in some figures, with the report itself as a file. */
export function monthReportLetter({
  language,
  firstName,
  plantName,
  month,
  facts,
  url,
  sender,
}: ReportSummary & {
  readonly language: AccountLanguage;
  readonly firstName: string;
  readonly url: string;
  readonly sender: Sender;
}): Letter {
  const words =
    language === 'de'
      ? {
          subject: `${plantName}: Monatsbericht ${month}`,
          paragraph: `der Bericht Ihrer Anlage über ${month} hängt an dieser E-Mail. Das Wichtigste:`,
          button: 'Alle Monatsberichte',
          note: 'Auf derselben Seite bestellen Sie die Berichte ab.',
        }
      : {
          subject: `${plantName}: monthly report ${month}`,
          paragraph: `The report on your plant for ${month} is attached to this e-mail. In short:`,
          button: 'All monthly reports',
          note: 'You unsubscribe from the reports on the same page.',
        };
  return {
    ...{ language, subject: words.subject, greeting: greetingOf(language, firstName), facts, sender },
    paragraphs: [words.paragraph],
    button: { label: words.button, url },
    notes: [words.note],
  };
}
