import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import { accountMails } from '../../commands/policies/account-mails.js';
import { alertMails } from '../../commands/policies/alert-mails.js';
import { alertPushes } from '../../commands/policies/alert-pushes.js';
import { alertWebhooks } from '../../commands/policies/alert-webhooks.js';
import { requestVatCheckPolicy } from '../../commands/policies/request-vat-check.js';
import { chargeRepairsPolicy } from '../../commands/policies/charge-repairs.js';
import { fulfilOrderPolicy } from '../../commands/policies/fulfil-order.js';
import { payOutCreditsPolicy } from '../../commands/policies/pay-out-credits.js';
import { settleChargebacksPolicy } from '../../commands/policies/settle-chargebacks.js';
import { issueInvoicesPolicy } from '../../commands/policies/issue-invoices.js';
import { reportMails } from '../../commands/policies/report-mails.js';
import { repairMails } from '../../commands/policies/repair-mails.js';
import { shopMails } from '../../commands/policies/shop-mails.js';
import { sharingMails } from '../../commands/policies/sharing-mails.js';
import { startTrialPolicy } from '../../commands/policies/start-trial.js';
import { watchCapacityPolicy } from '../../commands/policies/watch-capacity.js';
import { withdrawLicencesPolicy } from '../../commands/policies/withdraw-licences.js';
import { assumedExcessGraceDays } from '../../domain/licence/capacity.js';
import { accountsProjection } from '../../projections/accounts.js';
import { alertRulesProjection } from '../../projections/alert-rules.js';
import { chargesProjection } from '../../projections/charges.js';
import { correctionsProjection } from '../../projections/corrections.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import type { Followers } from '../../projections/engine/followers.js';
import type { Projection } from '../../projections/engine/projection.js';
import { grantsProjection } from '../../projections/grants.js';
import { identitiesProjection } from '../../projections/identities.js';
import { invoicesProjection } from '../../projections/invoices.js';
import { incidentEventsProjection } from '../../projections/incident-events.js';
import { incidentsProjection } from '../../projections/incidents.js';
import { licencesProjection } from '../../projections/licences.js';
import { numbersProjection } from '../../projections/numbers.js';
import { ownershipsProjection } from '../../projections/ownerships.js';
import { ordersProjection } from '../../projections/orders.js';
import { plantsProjection } from '../../projections/plants.js';
import { reportingProjection } from '../../projections/reporting.js';
import { repairOrdersProjection } from '../../projections/repair-orders.js';
import { publicPlantsProjection } from '../../projections/public-plants.js';
import type { Leases } from '../database/port.js';
import { openPolicies } from '../outbox/policies.js';
import type { SystemLog } from './log.js';
import type { Stores } from './stores.js';

/** The read models of this release. */
export const projections: readonly Projection[] = [
  accountsProjection,
  identitiesProjection,
  plantsProjection,
  grantsProjection,
  devicesProjection,
  licencesProjection,
  ordersProjection,
  chargesProjection,
  invoicesProjection,
  ownershipsProjection,
  alertRulesProjection,
  incidentsProjection,
  incidentEventsProjection,
  numbersProjection,
  publicPlantsProjection,
  reportingProjection,
  correctionsProjection,
  repairOrdersProjection,
];

/** What follows the log: read models and policies, none of them started. */
export function openFollowersOf(
  stores: Stores,
  leases: Leases,
  log: SystemLog,
  desk: InvoiceDesk,
): { readonly readModels: Followers; readonly policies: Followers } {
  const { database, log: eventLog } = stores;
  const onTrouble = (name: string, error: unknown) => log.error({ err: error }, `${name} does not go on, trying again`);
  return {
    readModels: openProjections({
      ...database,
      log: eventLog,
      leases,
      projections,
      onTrouble,
      onRebuilt: ({ name, replacedVersion, version, events, seconds }) =>
        log.info(
          `${name}: version ${version} has replaced version ${replacedVersion}, ${events} events in ${Math.round(seconds)} s`,
        ),
    }),
    policies: openPolicies({
      db: database.db,
      log: eventLog,
      leases,
      policies: [
        accountMails,
        sharingMails,
        alertMails,
        alertWebhooks,
        alertPushes,
        startTrialPolicy({ log: eventLog }),
        requestVatCheckPolicy({ log: eventLog }),
        watchCapacityPolicy({ log: eventLog, graceDays: assumedExcessGraceDays }),
        chargeRepairsPolicy({ log: eventLog }),
        fulfilOrderPolicy({ log: eventLog }),
        withdrawLicencesPolicy({ log: eventLog }),
        payOutCreditsPolicy({ log: eventLog }),
        settleChargebacksPolicy({ log: eventLog }),
        issueInvoicesPolicy({ log: eventLog, desk }),
        shopMails,
        reportMails,
        repairMails,
      ],
      onTrouble,
    }),
  };
}
