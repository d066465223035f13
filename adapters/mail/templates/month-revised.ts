import type { AccountLanguage } from '../../../domain/account/person.js';
import { greetingOf, type Letter, type Sender } from './letter.js';

/** D5: values of a month that was reported were corrected or came late, so that there is another edition of its report. */
export function monthRevisedLetter({
  language,
  firstName,
  plantName,
  month,
  energy,
  url,
  sender,
}: {
  readonly language: AccountLanguage;
  readonly firstName: string;
  readonly plantName: string;
  readonly month: string;
  /** What the month adds up to now. */
  readonly energy: string;
  readonly url: string;
  readonly sender: Sender;
}): Letter {
  const words =
    language === 'de'
      ? {
          subject: `${plantName}: Bericht für ${month} hat eine neue Ausgabe`,
          paragraph: `Werte Ihrer Anlage für ${month} wurden berichtigt oder kamen später an. Der Ertrag des Monats ist jetzt ${energy}. Der Bericht, den Sie schon haben, gilt nicht mehr; den neuen laden Sie im Portal.`,
          button: 'Neuen Bericht laden',
          note: 'Auf derselben Seite bestellen Sie die Berichte ab.',
        }
      : {
          subject: `${plantName}: new edition of the report for ${month}`,
          paragraph: `Values of your plant for ${month} were corrected or arrived late. The yield of the month is now ${energy}. The report that you have does not hold any more; load the new one in the portal.`,
          button: 'Load the new report',
          note: 'You unsubscribe from the reports on the same page.',
        };
  return {
    ...{ language, subject: words.subject, greeting: greetingOf(language, firstName), facts: [], sender },
    paragraphs: [words.paragraph],
    button: { label: words.button, url },
    notes: [words.note],
  };
}
