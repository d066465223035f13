import type { Config } from '../adapters/config.js';
import { officeImports } from '../adapters/device-registry/office-imports.js';
import { currentNumbersWith } from '../adapters/fleet/current-numbers.js';
import { projections } from '../adapters/system/followers.js';
import { weatherScores } from '../adapters/weather/scores.js';
import { findMessage, findMessages, listMessages, listSentMessages, sendAgain } from '../adapters/outbox/messages.js';
import { registryLimits } from '../adapters/spreadsheet/limits.js';
import { sheetReader } from '../adapters/spreadsheet/read.js';
import type { System } from '../adapters/system.js';
import { eventsFor } from '../adapters/webhook/cloud-event.js';
import { rememberingHasher } from '../adapters/crypto/remembering-hasher.js';
import { dueDocumentsWith } from '../commands/account/accept-documents.js';
import { authenticate } from '../commands/account/authenticate.js';
import { monitoringOf } from '../commands/account/monitoring.js';
import { rightsOf } from '../commands/account/rights.js';
import { plantRoleOf } from '../commands/plant/manage.js';
import type { Action } from '../domain/account/access.js';
import type { AccountEvent } from '../domain/account/events.js';
import { isOpenFor } from '../domain/account/services.js';
import type { LegalDocumentEvent, PublishedKind } from '../domain/documents/events.js';
import { legalDocumentStream } from '../domain/documents/legal-document.js';
import { streamOf, type AccountId, type PlantId } from '../domain/kernel/ids.js';
import { accountsProjection } from '../projections/accounts.js';
import { findAccount, listOperators, namesOf, userNamesOf } from '../projections/account-queries.js';
import { alertRulesOf, alertRulesProjection } from '../projections/alert-rules.js';
import { chargesProjection } from '../projections/charges.js';
import { correctionsProjection } from '../projections/corrections.js';
import { staysOf } from '../projections/device-biography.js';
import { devicesProjection, placesEver } from '../projections/devices.js';
import type { LoggedEvent, Projection } from '../projections/engine/projection.js';
import { grantsProjection } from '../projections/grants.js';
import { findIdentity, identitiesProjection, unconfirmedBusinesses } from '../projections/identities.js';
import { listFleet } from '../projections/fleet.js';
import { findIncident, incidentsOf, incidentsProjection, listIncidents } from '../projections/incidents.js';
import { incidentEventsAfter, newestIncidentEvent } from '../projections/incident-events.js';
import { licencesOf, licencesProjection } from '../projections/licences.js';
import { ordersProjection } from '../projections/orders.js';
import { findNumbered, numbersOf, numbersProjection, type NumberedKind } from '../projections/numbers.js';
import { projectionStates } from '../projections/engine/states.js';
import {
  openRepairsOf,
  repairOrdersOf,
  repairOrdersProjection,
  repairQueue,
  repairsOfDevice,
} from '../projections/repair-orders.js';
import { findPlant, invertersOf, listPlants, plantIdsOf, seesPlant } from '../projections/plant-queries.js';
import { plantsProjection } from '../projections/plants.js';
import {
  findPublicPlant,
  listPublicPlants,
  publicClusters,
  publicTotals,
} from '../projections/public-plant-queries.js';
import { publicPlantsProjection } from '../projections/public-plants.js';
import type { AppOptions, ProcessOptions } from './app.js';
import type { Caller, SessionCaller } from './caller.js';
import { observeFollowers, observePayments, observeTroubles, readinessOf } from './health.js';
import { ingestObserver } from './ingest-metrics.js';
import { dataService, rewriteDataServiceUrl } from './legacy/data-service.js';
import { inverterService, rewriteInverterUrl } from './legacy/inverter-service.js';
import { plantDetails, rewritePlantDetailsUrl } from './legacy/plant-details.js';
import { plantAccessWith } from './plant-viewing.js';
import { demoAccount } from './demo-account.js';
import { officeSearchWith } from './office-search.js';
import { createMetrics } from './plugins/metrics.js';
import { acceptedDocumentRoutes } from './routes/accepted-documents.js';
import { accountRoutes } from './routes/accounts.js';
import { alertRuleRoutes } from './routes/alert-rules.js';
import { comparisonRoutes } from './routes/comparison.js';
import { correctionRoutes, officeCorrectionRoutes } from './routes/corrections.js';
import { fleetRoutes } from './routes/fleet.js';
import { emissionFactorRoutes } from './routes/emission-factor.js';
import { chartViewRoutes } from './routes/chart-views.js';
import { forecastRoutes } from './routes/forecast.js';
import { devMailboxRoutes } from './routes/dev-mailbox.js';
import { declarationRoutes } from './routes/declarations.js';
import { documentRoutes } from './routes/documents.js';
import { eventRoutes } from './routes/events.js';
import { grantRoutes } from './routes/grants.js';
import { identityRoutes } from './routes/identity.js';
import { incidentRoutes } from './routes/incidents.js';
import { historyFetchRoutes } from './routes/history-fetches.js';
import { historyImportRoutes } from './routes/history-imports.js';
import { inverterListRoutes } from './routes/inverter-list.js';
import { inverterTypeRoutes } from './routes/inverter-types.js';
import { inverterRoutes } from './routes/inverters.js';
import { invoiceRoutes } from './routes/invoices.js';
import { licenceRoutes } from './routes/licences.js';
import { invitationRoutes } from './routes/invitations.js';
import { liveRoutes } from './routes/live.js';
import { officeAccountRoutes } from './routes/office-accounts.js';
import { officeBusinessRoutes } from './routes/office-businesses.js';
import { chargeEvidenceRoutes } from './routes/charge-evidence.js';
import { officeChargeRoutes } from './routes/office-charges.js';
import { officeDeclarationRoutes } from './routes/office-declarations.js';
import { officeDocumentRoutes } from './routes/office-documents.js';
import { officeInvoiceRoutes } from './routes/office-invoices.js';
import { officeLicenceRoutes } from './routes/office-licences.js';
import { officeOrderRoutes } from './routes/office-orders.js';
import { officeReadModelRoutes } from './routes/office-read-models.js';
import { officeOutboxRoutes } from './routes/office-outbox.js';
import { officeDeviceImportRoutes } from './routes/office-device-import.js';
import { officeDeviceRoutes } from './routes/office-devices.js';
import { officeRepairRoutes } from './routes/office-repairs.js';
import { officeRoutes } from './routes/office.js';
import { officeSearchRoutes } from './routes/office-search.js';
import { ownDataRoutes } from './routes/own-data.js';
import { ownErasureRoutes } from './routes/own-erasure.js';
import { orderRoutes } from './routes/orders.js';
import { ownEmailRoutes } from './routes/own-email.js';
import { ownSessionRoutes } from './routes/own-sessions.js';
import { passwordRoutes } from './routes/passwords.js';
import { paymentNotificationRoutes } from './routes/payment-notifications.js';
import { plantRoutes } from './routes/plants.js';
import { portalRoutes } from './routes/portal.js';
import { priceRoutes } from './routes/prices.js';
import { productionRoutes } from './routes/production.js';
import { publicPlantRoutes } from './routes/public-plants.js';
import { pushRoutes } from './routes/push.js';
import { reportRoutes } from './routes/reports.js';
import { repairAttachmentRoutes } from './routes/repair-attachments.js';
import { repairOfferRoutes } from './routes/repair-offers.js';
import { repairOrderRoutes } from './routes/repair-orders.js';
import { repairPriceRoutes } from './routes/repair-prices.js';
import { sandboxPaymentRoutes } from './routes/sandbox-payment.js';
import { secondFactorRoutes } from './routes/second-factor.js';
import { seriesExportRoutes } from './routes/series-export.js';
import { sessionRoutes } from './routes/sessions.js';
import { tokenRoutes } from './routes/tokens.js';
import { weatherScoreRoutes } from './routes/weather-scores.js';
import { webhookRoutes } from './routes/webhooks.js';
import { widgetRoutes } from './routes/widget.js';
import { shopDepsOf } from './shop-deps.js';

/** What a worker tells of itself. */
export function workerSurfaceOf(system: System): Pick<ProcessOptions, 'readiness' | 'metrics'> {
  const metrics = createMetrics({ processMetrics: true });
  observeFollowers(metrics, system);
  observeTroubles(metrics, system);
  observePayments(metrics, system);
  return { metrics, readiness: readinessOf(system) };
}

/**
 * Which routes the application has and what each is given. Calls nothing of the system while it builds the list, so
 * that the API document can be made without opening one.
 */
export function surfaceOf(
  system: System,
  config: Config,
  version: string,
): Pick<AppOptions, 'routes' | 'doors' | 'auth' | 'access' | 'readiness' | 'metrics' | 'rewriteUrl' | 'version'> {
  const { mailbox, sandbox, sessions, apiTokens } = system;
  const metrics = createMetrics({ processMetrics: true });
  observeFollowers(metrics, system);
  observeTroubles(metrics, system);
  observePayments(metrics, system);
  const publicUrl = config.publicUrl;
  const { db } = system.database;
  /** An answer waits for the read models that its page is made of, and for no others. */
  const showing = (...pages: readonly Projection[]) => {
    const names = pages.map(({ name }) => name);
    return { waitFor: (position: bigint) => system.readModels.waitFor(position, { names }) };
  };
  const reading = {
    ...system,
    publicUrl,
    findAccount: (accountId: Parameters<typeof findAccount>[1]) => findAccount(db, accountId),
    findPlant: (accountId: string, plantId: string) => findPlant(db, accountId, plantId),
    listPlants: (accountId: string, page: Parameters<typeof listPlants>[2]) => listPlants(db, accountId, page),
    listFleet: (accountId: string, wish: Parameters<typeof listFleet>[2]) => listFleet(db, accountId, wish),
    incidentsOf: (plantIds: readonly string[]) => incidentsOf(db, plantIds),
    seesPlant: (accountId: string, plantId: string) => seesPlant(db, accountId, plantId),
    namesOf: (accountIds: readonly string[]) => namesOf(db, accountIds),
    invertersOf: (plantIds: readonly string[]) => invertersOf(db, plantIds),
    placesEver: (plantIds: readonly string[]) => placesEver(db, plantIds),
    licencesOf: (plantIds: readonly string[]) => licencesOf(db, plantIds),
    findIncident: (accountId: string, incidentId: string) => findIncident(db, accountId, incidentId),
    listIncidents: (accountId: string, wish: Parameters<typeof listIncidents>[2]) => listIncidents(db, accountId, wish),
    findMessages: (ids: readonly string[]) => findMessages(system.database.pool, ids),
    findNumbered: (kind: NumberedKind, number: number) => findNumbered(db, kind, number),
    numbersOf: (plantIds: readonly string[]) => numbersOf(db, plantIds),
  };
  const identities = {
    findIdentity: (accountId: AccountId) => findIdentity(db, accountId),
    plantIdsOf: (accountId: AccountId) => plantIdsOf(db, accountId),
  };
  const dueDocumentsOf = dueDocumentsWith(system);
  const deps = {
    ...reading,
    plantAccess: plantAccessWith(reading),
    liveNumbers: currentNumbersWith(reading),
    isActive: (caller: Caller) =>
      'token' in caller ? apiTokens.isActive(caller.token.tokenId) : sessions.isActive(caller.sessionId),
    rightsOf: (caller: SessionCaller) => rightsOf(system, caller),
    documentsDueOf: ({ accountId }: Pick<Caller, 'accountId'>) => dueDocumentsOf(accountId),
    monitoringOf: ({ accountId }: Pick<Caller, 'accountId'>, action: Action) =>
      monitoringOf({ ...system, ...identities }, accountId, action),
    ...identities,
    accountHistory: async (accountId: AccountId) => {
      const recorded = await system.store.readStream(streamOf.account(accountId));
      return (await system.log.decodeForProjection(recorded ?? [])) as readonly LoggedEvent<AccountEvent>[];
    },
    documentHistory: async (kind: PublishedKind) => {
      const recorded = await system.store.readStream(legalDocumentStream(kind));
      return (await system.log.decodeForProjection(recorded ?? [])) as readonly LoggedEvent<LegalDocumentEvent>[];
    },
    unconfirmedBusinesses: (wish: Parameters<typeof unconfirmedBusinesses>[1]) => unconfirmedBusinesses(db, wish),
    servicePartners: config.servicePartners,
    listOperators: () => listOperators(db),
    projectionStates: () => projectionStates(db, system.log, projections),
    userNamesOf: (accountIds: readonly string[]) => userNamesOf(db, accountIds),
    messages: {
      list: (options: Parameters<typeof listMessages>[1]) => listMessages(system.database.pool, options),
      listSent: (page: Parameters<typeof listSentMessages>[1]) => listSentMessages(system.database.pool, page),
      find: (id: string) => findMessage(system.database.pool, id),
      sendAgain: (which: { readonly id: string } | 'all') => sendAgain(system.database.pool, which),
    },
  };
  const demo = demoAccount(config.demoAccount, system);
  const programs = { ...system, hasher: rememberingHasher(system.hasher) };
  const shop = { ...deps, ...shopDepsOf(system, publicUrl) };
  return {
    version,
    metrics,
    auth: {
      jwtSecret: config.jwtSecret,
      publicUrl,
      isSessionActive: (id) => sessions.isActive(id),
      isVisit: (id) => sessions.isVisit(id),
      useToken: (text, address) => apiTokens.use(text, address),
    },
    access: {
      documentsDueOf: deps.documentsDueOf,
      rightsOf: deps.rightsOf,
      monitoringOf: deps.monitoringOf,
      isDemo: async ({ accountId }) => accountId === (await demo.idOf()),
      plantRoleOf: ({ accountId }, plantId) => plantRoleOf(system.log, accountId, plantId),
    },
    readiness: readinessOf(system),
    routes: [
      portalRoutes({ ...config, payments: config.payment.provider }, version),
      documentRoutes(deps),
      acceptedDocumentRoutes({ ...deps, ...showing(accountsProjection) }),
      accountRoutes({
        ...deps,
        reservedUserName: config.demoAccount,
        ...showing(accountsProjection, identitiesProjection),
      }),
      identityRoutes({ ...deps, ...showing(accountsProjection, identitiesProjection) }),
      passwordRoutes({ ...deps, ...showing(accountsProjection) }),
      ownEmailRoutes({ ...deps, ...showing(accountsProjection) }),
      ownDataRoutes(deps),
      ownErasureRoutes({ ...deps, ...showing(accountsProjection) }),
      sessionRoutes({ ...deps, demo }),
      ownSessionRoutes(deps),
      tokenRoutes(deps),
      webhookRoutes({ ...deps, outbound: config.outbound }),
      pushRoutes({ ...deps, vapid: config.vapid, outbound: config.outbound }),
      secondFactorRoutes({ ...deps, ...showing(accountsProjection) }),
      weatherScoreRoutes({ weatherScores: () => weatherScores(system.database.pool) }),
      inverterTypeRoutes(deps),
      plantRoutes({ ...deps, ...showing(plantsProjection, numbersProjection, publicPlantsProjection) }),
      fleetRoutes({ ...deps, ...showing(incidentsProjection) }),
      publicPlantRoutes({
        listPublicPlants: (filter, page) => listPublicPlants(db, filter, page),
        publicClusters: (filter, view) => publicClusters(db, filter, view),
        findPublicPlant: (plantId) => findPublicPlant(db, plantId),
        publicTotals: () => publicTotals(db),
      }),
      widgetRoutes({ publicUrl, findPublicPlant: (plantId) => findPublicPlant(db, plantId) }),
      comparisonRoutes({
        ...deps,
        alertRulesOf: async (plantId) => (await alertRulesOf(db, [plantId])).get(plantId) ?? [],
      }),
      alertRuleRoutes({ ...deps, ...showing(alertRulesProjection, plantsProjection) }),
      eventRoutes({
        ...deps,
        incidentEventsAfter: async (accountId, wish) => {
          const { items, next } = await incidentEventsAfter(db, accountId, wish);
          if (items.length === 0) return { items: [], next };
          const monitoring = await deps.monitoringOf({ accountId }, 'alerts:view');
          const isOpen = async (_accountId: AccountId, plantId: PlantId) => isOpenFor(monitoring, plantId);
          return { items: await eventsFor({ db, publicUrl, isOpenFor: isOpen }, accountId, items), next };
        },
        newestIncidentEvent: () => newestIncidentEvent(db),
      }),
      incidentRoutes({ ...deps, ...showing(incidentsProjection) }),
      correctionRoutes({ ...deps, ...showing(correctionsProjection) }),
      historyImportRoutes({ ...deps, ...showing(correctionsProjection) }),
      historyFetchRoutes({ ...deps, ...showing(correctionsProjection), outbound: config.outbound }),
      emissionFactorRoutes({ ...deps, ...showing(plantsProjection) }),
      forecastRoutes({ ...deps, ...showing(plantsProjection) }),
      grantRoutes({ ...deps, ...showing(plantsProjection, grantsProjection) }),
      invitationRoutes({ ...deps, ...showing(plantsProjection, grantsProjection) }),
      inverterRoutes({ ...deps, ...showing(plantsProjection, devicesProjection) }),
      inverterListRoutes({ ...deps, ...showing(plantsProjection, devicesProjection) }),
      licenceRoutes({ ...shop, ...showing(licencesProjection, ordersProjection) }),
      priceRoutes(deps),
      orderRoutes({ ...shop, ...showing(ordersProjection, licencesProjection) }),
      invoiceRoutes(shop),
      declarationRoutes(shop),
      repairPriceRoutes(deps),
      repairOfferRoutes({ ...shop, ...showing(repairOrdersProjection, ordersProjection) }),
      repairOrderRoutes({
        ...deps,
        ...showing(repairOrdersProjection),
        repairOrdersOf: (accountId, page) => repairOrdersOf(db, accountId, page),
        openRepairsOf: (accountId, serialNumber) => openRepairsOf(db, accountId, serialNumber),
      }),
      repairAttachmentRoutes(deps),
      productionRoutes(deps),
      reportRoutes(deps),
      seriesExportRoutes(deps),
      chartViewRoutes(deps),
      liveRoutes(deps),
      officeRoutes({ ...deps, ...showing(accountsProjection) }),
      officeSearchRoutes({ ...deps, searchOffice: officeSearchWith({ db, pool: system.database.pool }) }),
      officeAccountRoutes({ ...deps, ...showing(accountsProjection, identitiesProjection) }),
      officeBusinessRoutes({ ...deps, ...showing(identitiesProjection) }),
      officeReadModelRoutes(deps),
      officeOutboxRoutes(deps),
      chargeEvidenceRoutes(shop),
      officeChargeRoutes({ ...shop, ...showing(ordersProjection, chargesProjection) }),
      officeCorrectionRoutes(deps),
      officeLicenceRoutes({ ...shop, ...showing(licencesProjection) }),
      officeOrderRoutes({ ...shop, ...showing(ordersProjection) }),
      officeDeclarationRoutes(shop),
      officeDocumentRoutes(deps),
      officeDeviceImportRoutes({
        ...deps,
        readDeviceList: sheetReader(registryLimits),
        deviceImports: officeImports(db, system.catalogue),
      }),
      officeDeviceRoutes({
        ...deps,
        staysOf: (serialNumber) => staysOf(db, serialNumber),
        repairsOfDevice: (serialNumber) => repairsOfDevice(db, serialNumber, 20),
      }),
      officeRepairRoutes({
        ...shop,
        ...showing(repairOrdersProjection),
        repairQueue: (wish) => repairQueue(db, wish),
      }),
      officeInvoiceRoutes({ ...shop, accounting: config.accounting }),
      paymentNotificationRoutes(deps),
      ...(sandbox === null ? [] : [sandboxPaymentRoutes({ sandbox })]),
      ...(mailbox === null ? [] : [devMailboxRoutes({ mailbox, isMailboxOpen: config.isMailboxOpen })]),
    ],
    doors: [
      inverterService({ ...system, observer: ingestObserver(metrics, system.intake) }),
      dataService({ ...deps, authenticate: (wish) => authenticate(programs, wish) }),
      plantDetails,
    ],
    rewriteUrl: (url) => rewriteInverterUrl(rewriteDataServiceUrl(rewritePlantDetailsUrl(url))),
  };
}
