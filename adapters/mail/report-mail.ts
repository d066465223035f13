import { loadPlant } from '../../commands/plant/manage.js';
import type { EventLog } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { roleIn } from '../../domain/plant/roles.js';
import type { OutboxHandler } from '../outbox/port.js';
import type { MonthReports } from '../report/port.js';
import { reportWords } from '../report/words.js';
import { personOf } from './person.js';
import { ReportMailPayload, type Mailer } from './port.js';
import { renderLetter, type Sender } from './templates/letter.js';
import { monthReportLetter } from './templates/month-report.js';
import { monthRevisedLetter } from './templates/month-revised.js';

/**
 * The outbox handler for them: prints the report as the values are now, or says that it has become another one. Nothing is sent to who is gone or does not see the
 * plant any more or may not monitor it, of a plant without a licence, and of a month without a value. Throws when the mail was not taken.
 */
export function reportMailDelivery(deps: {
  readonly log: Pick<EventLog, 'load'>;
  readonly mailer: Mailer;
  readonly reports: Pick<MonthReports, 'print' | 'months'>;
  /** Whether monitoring is open to an account for a plant that it sees. */
  readonly isOpenFor: (accountId: AccountId, plantId: PlantId) => Promise<boolean>;
  /** Whether its licence has ended or been exceeded. */
  readonly isLocked: (plantId: PlantId) => Promise<boolean>;
  readonly publicUrl: string;
  readonly sender: Sender;
}): OutboxHandler {
  return async ({ id, payload }) => {
    const { template, plantId, accountId, month } = ReportMailPayload.parse(payload);
    const plant = await loadPlant(deps.log, plantId);
    if (plant.status !== 'active' || roleIn(plant, accountId) === null) return;
    if (!(await deps.isOpenFor(accountId, plantId))) return;
    const reader = await personOf(deps, accountId);
    if (reader === null || (await deps.isLocked(plantId))) return;
    const { firstName, language, email: to } = reader;
    const url = `${deps.publicUrl}/plants/${plantId}/export#reports`;
    if (template === 'month-revised') {
      const { name: plantName, timeZone } = plant.details;
      const energyWh = (await deps.reports.months(plantId)).find((one) => one.month === month)?.energyWh;
      if (energyWh === undefined || isErased(plantName)) return;
      const words = reportWords(language, timeZone);
      const facts = { plantName, month: words.month(month), energy: words.kwh(energyWh) };
      const letter = monthRevisedLetter({ ...facts, language, firstName, url, sender: deps.sender });
      await deps.mailer.send({ key: id, to, ...renderLetter(letter) });
      return;
    }
    const report = await deps.reports.print(plantId, month, language);
    if (report === null) return;
    const letter = monthReportLetter({ ...report.summary, language, firstName, url, sender: deps.sender });
    const { name, pdf } = report;
    const attachments = [{ name, contentType: 'application/pdf', base64: pdf.toString('base64') }];
    await deps.mailer.send({ key: id, to, ...renderLetter(letter), attachments });
  };
}
