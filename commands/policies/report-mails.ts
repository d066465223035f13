import type { ReportMailPayload } from '../../adapters/mail/port.js';
import { isOf } from '../../domain/kernel/event.js';
import { MonthReported } from '../../domain/reporting/events.js';
import type { Policy } from './engine.js';

/** Sends the report of a month to its readers (D5). Address and figures are looked up when a mail is sent. */
export const reportMails: Policy = {
  name: 'report-mails',
  prefixes: ['reporting-'],
  react: async (event) => {
    if (!isOf(MonthReported, event)) return [];
    const { plantId, month, accountIds } = event.data;
    return accountIds.map((accountId) => {
      const payload: ReportMailPayload = { template: 'month-report', plantId, accountId, month };
      return { kind: 'report-mail' as const, payload };
    });
  },
};
