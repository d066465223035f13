import type { Migration } from 'kysely';
import { log } from './0001-log.js';
import { readings } from './0002-readings.js';
import { accounts } from './0003-accounts.js';
import { deviceRegistry } from './0004-device-registry.js';
import { masterKey } from './0005-master-key.js';
import { logProof } from './0006-log-proof.js';
import { outbox } from './0007-outbox.js';
import { secondFactor } from './0008-second-factor.js';
import { appendBatch } from './0009-append-batch.js';
import { leases } from './0010-leases.js';
import { presentValues } from './0011-present-values.js';
import { repeatedStamps } from './0012-repeated-stamps.js';
import { rebuildJobs } from './0013-rebuild-jobs.js';
import { inverterLists } from './0014-inverter-lists.js';
import { signIn } from './0015-sign-in.js';
import { rebuildJobTables } from './0016-rebuild-job-tables.js';
import { unclaimedBytes } from './0017-unclaimed-bytes.js';
import { zoneRechecks } from './0018-zone-rechecks.js';
import { apiTokens } from './0020-api-tokens.js';
import { dataExports } from './0024-data-exports.js';
import { secondFactorAt } from './0021-second-factor-at.js';
import { payments } from './0027-payments.js';
import { invoiceNumbers } from './0028-invoice-numbers.js';
import { alertPlan } from './0035-alert-plan.js';
import { declarations } from './0029-declarations.js';
import { emailChanges } from './0030-email-changes.js';
import { registrationPaces } from './0031-registration-paces.js';
import { declarationHandling } from './0032-declaration-handling.js';
import { invoiceFiles } from './0033-invoice-files.js';
import { publicYields } from './0037-public-yields.js';
import { weather } from './0038-weather.js';
import { webhooks } from './0039-webhooks.js';
import { climates } from './0041-climates.js';
import { fleet } from './0042-fleet.js';
import { listIndexes } from './0043-list-indexes.js';
import { formerTokens } from './0044-former-tokens.js';
import { pushBySession } from './0045-push-by-session.js';
import { webhookLeases } from './0046-webhook-leases.js';
import { plantsNotCompared } from './0047-plants-not-compared.js';
import { outboxByAccount } from './0048-outbox-by-account.js';
import { corrections } from './0049-corrections.js';
import { repairFiles } from './0050-repair-files.js';
import { chartViews } from './0051-chart-views.js';
import { chargeFiles } from './0052-charge-files.js';
import { historyFetches } from './0053-history-fetches.js';
import { visits } from './0054-visits.js';
import { pushSubscriptions } from './0040-push-subscriptions.js';
import { invitationAddresses } from './0022-invitation-addresses.js';
import { passwordHistory } from './0019-password-history.js';

/** In order of their names; never edited after a release, only added to. */
export const migrations: Record<string, Migration> = {
  '0001-log': log,
  '0002-readings': readings,
  '0003-accounts': accounts,
  '0004-device-registry': deviceRegistry,
  '0005-master-key': masterKey,
  '0006-log-proof': logProof,
  '0007-outbox': outbox,
  '0008-second-factor': secondFactor,
  '0009-append-batch': appendBatch,
  '0010-leases': leases,
  '0011-present-values': presentValues,
  '0012-repeated-stamps': repeatedStamps,
  '0013-rebuild-jobs': rebuildJobs,
  '0014-inverter-lists': inverterLists,
  '0015-sign-in': signIn,
  '0016-rebuild-job-tables': rebuildJobTables,
  '0017-unclaimed-bytes': unclaimedBytes,
  '0018-zone-rechecks': zoneRechecks,
  '0019-password-history': passwordHistory,
  '0020-api-tokens': apiTokens,
  '0021-second-factor-at': secondFactorAt,
  '0022-invitation-addresses': invitationAddresses,
  '0024-data-exports': dataExports,
  '0027-payments': payments,
  '0028-invoice-numbers': invoiceNumbers,
  '0029-declarations': declarations,
  '0030-email-changes': emailChanges,
  '0031-registration-paces': registrationPaces,
  '0032-declaration-handling': declarationHandling,
  '0033-invoice-files': invoiceFiles,
  '0035-alert-plan': alertPlan,
  '0037-public-yields': publicYields,
  '0038-weather': weather,
  '0039-webhooks': webhooks,
  '0040-push-subscriptions': pushSubscriptions,
  '0041-climates': climates,
  '0042-fleet': fleet,
  '0043-list-indexes': listIndexes,
  '0044-former-tokens': formerTokens,
  '0045-push-by-session': pushBySession,
  '0046-webhook-leases': webhookLeases,
  '0047-plants-not-compared': plantsNotCompared,
  '0048-outbox-by-account': outboxByAccount,
  '0049-corrections': corrections,
  '0050-repair-files': repairFiles,
  '0051-chart-views': chartViews,
  '0052-charge-files': chargeFiles,
  '0053-history-fetches': historyFetches,
  '0054-visits': visits,
};
