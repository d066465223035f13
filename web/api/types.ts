import type { components, paths } from './schema.js';

/** Shapes of the API, as its OpenAPI document describes them. Instants RFC 3339, days `YYYY-MM-DD`, W, Wh, degrees. */
type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type Portal = Schemas['Portal'];
export type Imprint = Schemas['Imprint'];
export type MapTiles = NonNullable<Portal['mapTiles']>;
export type RegisterBody = Schemas['RegisterBodyInput'];
export type RegisterAnswer = Schemas['RegisterAnswer'];
export type Me = Schemas['Me'];
export type ChangePasswordBody = Schemas['ChangePasswordBodyInput'];
export type TotpState = Schemas['TotpState'];
export type BegunTotp = Schemas['BegunTotp'];
export type ApiToken = Schemas['ApiToken'];
export type CreatedToken = Schemas['CreatedToken'];
export type TokenBody = Schemas['TokenBodyInput'];
export type Webhook = Schemas['Webhook'];
export type WebhookWithSecret = Schemas['WebhookWithSecret'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type PushState = Schemas['PushState'];
export type WebhookTest = Schemas['WebhookTest'];
export type TokenScope = ApiToken['scopes'][number];
export type OwnSession = Schemas['SessionList']['items'][number];
export type UnconfirmedBusiness = Schemas['UnconfirmedBusinesses']['items'][number];
export type OfficeAccount = Schemas['OfficeAccount'];
export type AccountHistory = Schemas['AccountHistory'];
export type CountryBody = Schemas['CountryBodyInput'];
export type SearchHits = Schemas['SearchHits'];
export type OfficeDevice = Schemas['OfficeDevice'];
export type DeviceImport = Schemas['DeviceImport'];
export type Advocate = Schemas['Advocates']['items'][number];
export type Operator = Schemas['Operator'];
export type OfficeDocument = Schemas['OfficeDocument'];
export type OfficeDocuments = Schemas['OfficeDocuments'];
export type DocumentDraftBody = Schemas['DocumentDraftBodyInput'];
export type DocumentEditionBody = Schemas['DocumentEditionBodyInput'];
export type DocumentDraftPreview = Schemas['DocumentDraftPreview'];
export type RoleTable = Schemas['RoleTable'];
export type RoleChangeBody = Schemas['RoleChangeBodyInput'];
export type DataExport = Schemas['DataExport'];
export type Language = Me['language'];
export type MePatch = Schemas['MePatchInput'];
export type VatCheck = Schemas['VatCheck'];
export type Spellings = Schemas['Spellings'];
export type ServicePartner = Schemas['ServicePartners']['items'][number];
/** What a role allows. */
export type Action = Me['actions'][number];
export type LegalDocument = Schemas['LegalDocument'];
export type DocumentKind = LegalDocument['kind'];
export type DocumentChanges = Schemas['DocumentChanges'];
export type LineChange = DocumentChanges['lines'][number];
export type DueDocument = Schemas['DueDocument'];
export type PasswordPolicy = Schemas['PasswordPolicy'];

export type EmissionFactorBody = Schemas['EmissionFactorBodyInput'];
export type PlantEmissionFactor = Schemas['PlantEmissionFactor'];
export type ChartViews = Schemas['ChartViews'];
export type HistoryFetch = Schemas['HistoryFetch'];
export type HistoryFetchBody = Schemas['HistoryFetchBodyInput'];
export type PlantForecast = Schemas['PlantForecast'];
export type Plant = Schemas['Plant'];
export type PlantBody = Schemas['PlantBodyInput'];
export type PlantPatch = Schemas['PlantPatchInput'];
export type PlantListItem = Schemas['PlantListItem'];
export type Fleet = Schemas['Fleet'];
export type FleetPlant = Schemas['FleetPlant'];
export type FleetSnoozed = Schemas['FleetSnoozed'];
export type FleetView = Schemas['FleetViews']['items'][number];
export type PlantState = PlantListItem['state'];
/** What somebody with whom a plant is shared may do. */
export type Right = Grant['right'];
export type Grant = Schemas['Grant'];
export type GrantList = Schemas['GrantList'];
export type PlantInvitation = Schemas['PlantInvitation'];
export type SharingEntry = GrantList['history'][number];
export type InvitationBody = Schemas['InvitationBodyInput'];
export type ReceivedInvitation = Schemas['ReceivedInvitation'];
export type InvitationInMail = Schemas['InvitationInMail'];
export type Subplant = Schemas['Subplant'];
export type SubplantBody = Schemas['SubplantBodyInput'];
export type SubplantPatch = Schemas['SubplantPatchInput'];
export type LicenceSummary = Schemas['LicenceSummary'];
export type PriceList = Schemas['PriceList'];
export type OfficePriceList = Schemas['OfficePriceList'];
export type OfficeOrder = Schemas['OfficeOrder'];
export type SupplementQuote = Schemas['SupplementQuote'];
export type ChargeFile = Schemas['ChargeFile'];
export type OfficeDeclaration = Schemas['OfficeDeclaration'];
export type OfficePlant = Schemas['OfficePlant'];
export type OfficeLicenceHistory = Schemas['OfficeLicenceHistory'];
export type OfficeInvoice = Schemas['OfficeInvoice'];
export type InvoiceYear = Schemas['InvoiceYear'];
export type Money = Schemas['Money'];
export type Quote = Schemas['Quote'];
export type Order = Schemas['Order'];
export type PlantLicence = Schemas['PlantLicence'];
export type LicenceHistory = Schemas['LicenceHistory'];
export type LicenceEvent = LicenceHistory['items'][number];
export type ValueCalculation = Schemas['ValueCalculation'];

export type Inverter = Schemas['Inverter'];
export type InverterState = Inverter['state'];
export type InverterBody = Schemas['InverterBodyInput'];
export type InverterPatch = Schemas['InverterPatchInput'];
export type ExchangeBody = Schemas['ExchangeBodyInput'];
export type InverterType = Schemas['InverterType'];
export type DeviceClaim = Schemas['VerdictBodyInput'];
export type VerdictAnswer = Schemas['VerdictAnswer'];
export type Verdict = VerdictAnswer['verdict'];
export type InverterList = Schemas['InverterList'];
export type ListedInverter = InverterList['rows'][number];
export type ListVerdict = ListedInverter['verdict'];
export type ListCorrection = Schemas['InverterListCorrectionInput'];
export type InverterListResult = Schemas['InverterListResult'];

/** Null = nothing measured. */
export type Overview = Schemas['Overview'];
export type OverviewInverter = Overview['inverters'][number];
export type Series = Schemas['Series'];
export type SeriesMetric = Series['series'][number]['metric'];
export type Correction = Schemas['Correction'];
export type CorrectionBody =
  paths['/api/v1/plants/{id}/corrections']['post']['requestBody']['content']['application/json'];
export type HistoryPreview = Schemas['HistoryPreview'];
export type HistoryImport = Schemas['HistoryImport'];
export type WeatherScore = Schemas['WeatherScoreList']['items'][number];
export type MonthReportList = Schemas['MonthReportList'];
export type DeviceError = Schemas['DeviceError'];

export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type AlertRule = Schemas['AlertRule'];
export type AlertRuleList = Schemas['AlertRuleList'];
export type AlertRuleBody = Schemas['AlertRuleBodyInput'];
export type AlertCondition = AlertRule['condition'];
export type AlertPreview = Schemas['AlertPreview'];
export type InverterComparison = Schemas['InverterComparison'];
export type AlertVerdictList = Schemas['AlertVerdictList'];
export type Incident = Schemas['Incident'];
export type IncidentDetails = Schemas['IncidentDetails'];

export type ReadModelList = Schemas['ReadModelList'];
export type ReadModel = Schemas['ReadModel'];
export type RebuildJob = Schemas['RebuildJob'];
export type RebuildWish = Schemas['RebuildWishInput'];

export type OutboxList = Schemas['OutboxList'];
export type OutboxMessage = Schemas['OutboxMessage'];
export type SentAgain = Schemas['SentAgain'];

export type RepairOrder = Schemas['RepairOrder'];
export type OfficeRepairOrder = Schemas['OfficeRepairOrder'];
export type RepairEvidence = Schemas['RepairEvidence'];
export type RepairDevice = Schemas['RepairDevice'];
export type CategoryProposal = Schemas['CategoryProposal'];
export type RepairPrices = Schemas['RepairPrices'];
type Listed<Path extends '/api/v1/repair-orders' | '/api/v1/office/repair-orders'> =
  paths[Path]['get']['responses'][200]['content']['application/json']['items'][number];
export type RepairListItem = Listed<'/api/v1/repair-orders'>;
export type OfficeRepairListItem = Listed<'/api/v1/office/repair-orders'>;
