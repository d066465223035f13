import { reportWords } from '../../report/words.js';
import type { Letter } from '../templates/letter.js';
import { monthReportLetter } from '../templates/month-report.js';
import { monthRevisedLetter } from '../templates/month-revised.js';
import { examplePlant, examplePortal, exampleSender } from './account-examples.js';
import type { Variants } from './port.js';

/** The report of a month, without its file, and that there is another edition of it. */
export const reportExamples: Readonly<Record<'month-report' | 'month-revised', Variants<Letter>>> = {
  'month-report': {
    '': (language) => {
      const words = reportWords(language, 'Europe/Berlin');
      return monthReportLetter({
        ...{ language, firstName: 'Anna', plantName: 'Solarhof Süd', month: words.month('2027-02') },
        facts: [
          { label: words.energy, value: `${words.kwh(1_234_500)} (${words.percent(0.92)} ${words.ofExpected})` },
          { label: words.specific, value: words.specificYield(51.4) },
          { label: words.daysWithData, value: words.days(28, 28) },
        ],
        ...{ url: `${examplePortal}/plants/${examplePlant}/export#reports`, sender: exampleSender },
      });
    },
  },
  'month-revised': {
    '': (language) => {
      const words = reportWords(language, 'Europe/Berlin');
      return monthRevisedLetter({
        ...{ language, firstName: 'Anna', plantName: 'Solarhof Süd', month: words.month('2027-02') },
        ...{ energy: words.kwh(1_198_300), url: `${examplePortal}/plants/${examplePlant}/export#reports` },
        sender: exampleSender,
      });
    },
  },
};
