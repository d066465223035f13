import { accountDecider, type AccountState } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { hasValidVatId, registeredName } from '../../domain/account/identity.js';
import { purchaseRefusal, type PurchaseRefusal } from '../../domain/account/services.js';
import { fold } from '../../domain/kernel/decider.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { LicenceEvent, PriceListEvent, TermDays } from '../../domain/licence/events.js';
import { priceListDecider, priceListOn, priceListStream, type PriceList } from '../../domain/licence/price-list.js';
import type { Buyer } from '../../domain/order/events.js';
import type { VatEvidence } from '../../domain/order/order.js';
import { quote, type Quote, type QuoteRejection, type WishedLicence } from '../../domain/order/quote.js';
import { vatTreatment } from '../../domain/order/vat-treatment.js';
import { mayBuyFor } from '../../domain/plant/roles.js';
import { loadPlant } from '../plant/manage.js';
import type { EventLog } from '../ports.js';

/** What somebody wants to buy. */
export type QuoteWish = {
  readonly accountId: AccountId;
  readonly items: readonly {
    readonly plantId: PlantId;
    readonly termDays: TermDays;
    /** Asks for the price of an extension before it is made; null = as the plant is. */
    readonly plannedPowerW: number | null;
  }[];
  /** RFC 3339. */
  readonly at: string;
  /** The order that these are the items of already; null for a question. */
  readonly orderId: string | null;
};

export type PurchaseRejection =
  | QuoteRejection
  | { readonly code: PurchaseRefusal }
  | { readonly code: 'order.plant-not-found'; readonly index: number };

export type Quoted = {
  readonly quote: Quote;
  readonly buyer: Buyer;
  readonly customerKind: 'consumer' | 'business';
  /** What shows that the VAT id is valid, where the tax rests on it; null otherwise. */
  readonly vatEvidence: VatEvidence | null;
  /** In the order of the items. */
  readonly plantNames: readonly string[];
};

/** The price of licences for one's own plants, or for those that a service partner manages, with everything that it rests on: the same for a question and an order. */
export async function askQuote(
  { log }: { readonly log: Pick<EventLog, 'load'> },
  wish: QuoteWish,
): Promise<
  { readonly ok: true; readonly quoted: Quoted } | { readonly ok: false; readonly rejection: PurchaseRejection }
> {
  const customer = await loadCustomer(log, wish.accountId);
  if ('code' in customer) return { ok: false, rejection: customer };
  const vat = vatTreatment(customer, legalDay(wish.at));
  if (vat === null) return { ok: false, rejection: { code: 'service.vat-id-invalid' } };
  const plants = await Promise.all(wish.items.map((item) => loadWished(log, item, wish.accountId, customer.isPartner)));
  const missing = plants.indexOf(null);
  if (missing >= 0) return { ok: false, rejection: { code: 'order.plant-not-found', index: missing } };
  const found = plants.filter((plant) => plant !== null);
  const { at, orderId } = wish;
  const priceList = priceListOn(await loadPriceLists(log), legalDay(at));
  const { treatment, rateBasisPoints } = vat;
  const items = found.map((plant) => plant.item);
  const result = quote({ at, orderId, items, priceList, vat: { treatment, rateBasisPoints } });
  if (!result.ok) return result;
  const { buyer, kind: customerKind } = customer;
  return {
    ok: true,
    quoted: {
      ...{ quote: result.quote, buyer, customerKind, plantNames: found.map((plant) => plant.name) },
      vatEvidence: treatment === 'reverseCharge' ? customer.vatEvidence : null,
    },
  };
}

type CustomerFacts = {
  readonly kind: 'consumer' | 'business';
  readonly country: string;
  readonly isVatIdValid: boolean;
  readonly isPartner: boolean;
  readonly buyer: Buyer;
  readonly vatEvidence: VatEvidence | null;
};

async function loadCustomer(
  log: Pick<EventLog, 'load'>,
  accountId: AccountId,
): Promise<CustomerFacts | { readonly code: PurchaseRefusal }> {
  const history = await log.load(streamOf.account(accountId));
  const events = history.events as readonly AccountEvent[];
  const account = fold(accountDecider, events);
  if (account.status !== 'active' || account.identity === null) return { code: 'service.data-incomplete' };
  const refusal = purchaseRefusal(account.identity);
  if (refusal !== null) return { code: refusal };
  const buyer = buyerOf(account);
  if (buyer === null) return { code: 'service.data-incomplete' };
  const { kind } = account.identity;
  const isPartner = account.roles.includes('partner');
  const isVatIdValid = hasValidVatId(account.identity);
  return { kind, country: buyer.country, isVatIdValid, isPartner, buyer, vatEvidence: evidenceIn(events) };
}

/** Whom an invoice names; null where the account does not say enough, or was erased. */
export function buyerOf(account: AccountState): Buyer | null {
  if (account.status !== 'active' || account.identity === null) return null;
  const { kind, address, company } = account.identity;
  const { person, email } = account;
  if (isErased(address) || isErased(company) || isErased(email) || person === null || isErased(person)) return null;
  const contact = `${person.firstName} ${person.lastName}`;
  const isBusiness = kind === 'business' && company !== null;
  return {
    name: isBusiness ? registeredName(company) : contact,
    contactName: isBusiness ? contact : null,
    ...address,
    vatId: isBusiness ? company.vatId : null,
    email,
  };
}

/** The last answer of an authority that found the VAT id valid, with what it had been asked. */
function evidenceIn(events: readonly AccountEvent[]): VatEvidence | null {
  const checked = events.findLast(({ type, data }) => type === 'VatIdChecked' && data.outcome === 'valid');
  if (checked?.type !== 'VatIdChecked') return null;
  const { checkId, authority, service, fields, evidenceId, authorityTime, rawStatus, checkedAt, evidence } =
    checked.data;
  const asked = events.findLast(({ type, data }) => type === 'VatIdCheckRequested' && data.checkId === checkId);
  if (asked?.type !== 'VatIdCheckRequested') return null;
  const of = { checkId, authority, service, fields, evidenceId, authorityTime, rawStatus, checkedAt };
  return { ...of, question: asked.data.question, raw: evidence };
}

async function loadWished(
  log: Pick<EventLog, 'load'>,
  { plantId, termDays, plannedPowerW }: QuoteWish['items'][number],
  accountId: AccountId,
  isPartner: boolean,
): Promise<{ readonly item: WishedLicence; readonly name: string } | null> {
  const plant = await loadPlant(log, plantId);
  if (plant.status !== 'active' || !mayBuyFor(plant, accountId, isPartner)) return null;
  const history = await loadLicence(log, plantId);
  const { name } = plant.details;
  const item = { plantId, termDays, plannedPowerW, history, power: plant.power };
  return { item, name: isErased(name) ? '' : name };
}

/** The history of a plant's licence from its first event on. */
export async function loadLicence(log: Pick<EventLog, 'load'>, plantId: PlantId): Promise<readonly LicenceEvent[]> {
  return (await log.load(streamOf.licence(plantId))).events as readonly LicenceEvent[];
}

/** Every price list that was published, in that order. */
export async function loadPriceLists(log: Pick<EventLog, 'load'>): Promise<readonly PriceList[]> {
  return fold(priceListDecider, (await log.load(priceListStream)).events as readonly PriceListEvent[]);
}
