import type { ReportMailPayload } from '../../adapters/mail/port.js';
import { isOf } from '../../domain/kernel/event.js';
import { MonthEditionFound, MonthReported } from '../../domain/reporting/events.js';
import type { Policy } from './engine.js';

/** Sends the report of a month to its readers (D5), and tells them when it has become another one. Address and figures are looked up when a mail is sent. */
export const reportMails: Policy = {
  name: 'report-mails',
  prefixes: ['reporting-'],
  react: async (event) => {
    const template = isOf(MonthReported, event) ? 'month-report' : 'month-revised';
    if (!isOf(MonthReported, event) && !isOf(MonthEditionFound, event)) return [];
    const { plantId, month, accountIds } = event.data;
    return accountIds.map((accountId) => {
      const payload: ReportMailPayload = { template, plantId, accountId, month };
      return { kind: 'report-mail' as const, payload };
    });
  },
};
