import type { AccountLanguage } from '../../domain/account/person.js';
import type { Incident, PastIncident } from '../../domain/alerting/incidents.js';
import type { MonthReport } from '../../domain/production/month-report.js';
import { mm, type Sheet } from '../pdf/sheet.js';
import type { ReportWords } from './words.js';

export type PrintedReport = {
  readonly report: MonthReport;
  /** `2026-10`. */
  readonly month: string;
  readonly plantName: string;
  readonly generatorPowerW: number;
  readonly timeZone: string;
  readonly language: AccountLanguage;
  readonly sender: string;
  /** RFC 3339. */
  readonly madeAt: string;
  /** Where days of the month count as people wrote them: which, and when that was written last. */
  readonly revised: { readonly days: readonly string[]; readonly lastAt: string } | null;
  readonly incidents: readonly PastIncident[];
  readonly nameOf: (inverterId: Incident['inverterId'] & string) => string;
};

export type Paper = { readonly sheet: Sheet; readonly words: ReportWords; readonly facts: PrintedReport };

export const left = mm(20);
export const bodyWidth = mm(170);
const bottom = mm(277);
export const footerTop = mm(281);

/** The place itself, or the top of a new page where there is too little room below it. */
export function roomFor({ sheet }: Pick<Paper, 'sheet'>, y: number, height: number): number {
  if (y + height <= bottom) return y;
  sheet.doc.addPage();
  return mm(20);
}
