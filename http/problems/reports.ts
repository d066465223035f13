import type { ReportingRejection } from '../../domain/reporting/reporting.js';
import type { ProblemEntry } from './entry.js';

/** Monthly reports of plants. */
export const reportProblems = {
  'report.not-found': {
    status: 404,
    title: { de: 'Für diesen Monat gibt es keinen Bericht', en: 'There is no report for this month' },
    detail: {
      de: 'Der Monat ist noch nicht vorbei, oder es kamen in ihm keine Daten.',
      en: 'The month is not over yet, or no data came in it.',
    },
  },
  'report.just-sent': {
    status: 409,
    title: { de: 'Dieser Bericht ist eben verschickt worden', en: 'This report has just been sent' },
    detail: {
      de: 'Bitte sehen Sie in Ihr Postfach, auch unter „Spam“. Nach zehn Minuten senden wir ihn gern noch einmal.',
      en: 'Please look into your mailbox, also under “spam”. After ten minutes we gladly send it once more.',
    },
  },
  'report.too-many-readers': {
    status: 422,
    title: {
      de: 'Mehr Menschen bekommen die Berichte einer Anlage nicht',
      en: 'No more people get the reports of one plant',
    },
    detail: {
      de: 'Bitte lassen Sie jemand anderen sie zuerst abbestellen.',
      en: 'Please let somebody else unsubscribe first.',
    },
  },
} as const satisfies Readonly<Record<ReportingRejection['code'] | 'report.not-found', ProblemEntry>>;
