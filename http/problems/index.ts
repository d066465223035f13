import { accountProblems } from './account.js';
import { alertProblems } from './alerts.js';
import { correctionProblems } from './corrections.js';
import { dataExportProblems } from './data-export.js';
import type { ProblemEntry } from './entry.js';
import { emailProblems } from './email.js';
import { erasureProblems } from './erasure.js';
import { httpProblems } from './http.js';
import { identityProblems } from './identity.js';
import { legalDocumentProblems } from './legal-documents.js';
import { licenceProblems } from './licence.js';
import { officeProblems } from './office.js';
import { orderProblems } from './order.js';
import { outboxProblems } from './outbox.js';
import { plantProblems } from './plant.js';
import { passwordProblems } from './password.js';
import { secondFactorProblems } from './second-factor.js';
import { productionProblems } from './production.js';
import { reportProblems } from './reports.js';
import { repairProblems } from './repair.js';
import { sharingProblems } from './sharing.js';
import { tokenProblems } from './token.js';
import { webhookProblems } from './webhooks.js';
import { spreadsheetProblems } from './spreadsheet.js';

/** Every problem that this server can answer, by its stable code. */
export const problemEntries: Readonly<Record<string, ProblemEntry | undefined>> = {
  ...httpProblems,
  ...productionProblems,
  ...reportProblems,
  ...correctionProblems,
  ...accountProblems,
  ...identityProblems,
  ...passwordProblems,
  ...secondFactorProblems,
  ...tokenProblems,
  ...emailProblems,
  ...erasureProblems,
  ...dataExportProblems,
  ...plantProblems,
  ...sharingProblems,
  ...alertProblems,
  ...webhookProblems,
  ...officeProblems,
  ...legalDocumentProblems,
  ...spreadsheetProblems,
  ...outboxProblems,
  ...orderProblems,
  ...licenceProblems,
  ...repairProblems,
};
