import { isErased } from '../../domain/kernel/event.js';
import type { AccountId, RepairOrderId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { Customer } from '../../domain/order/vat-treatment.js';
import type { RepairCategory } from '../../domain/repair/category.js';
import type { OfferPosition } from '../../domain/repair/events.js';
import { repairVat } from '../../domain/repair/offer.js';
import { repairPriceListOn, type RepairPriceList } from '../../domain/repair/price-list.js';
import { loadAccount } from '../account/load-account.js';
import type { CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';
import type { RepairDeps } from './ports.js';
import { loadRepairPriceLists } from './price-lists.js';
import { commandRepair, loadRepair } from './repair-orders.js';

/** A line of an offer as the office writes it: what is left out is taken from the price list. */
type WrittenPosition = {
  readonly code: string | null;
  readonly description: string | null;
  readonly quantity: number;
  readonly netCents: number | null;
};

type OfferWish = {
  readonly category: RepairCategory;
  readonly positions: readonly WrittenPosition[];
  readonly validUntil: string;
  readonly note: string | null;
};

type PositionRejection = {
  readonly code: 'repair.position-unknown' | 'repair.position-not-priced' | 'repair.position-incomplete';
  readonly index: number;
};

/** Makes an offer by the price list in force, in the language of the customer and with the VAT that the customer has to pay. */
export async function offerRepair(
  deps: Pick<RepairDeps, 'log' | 'clock'>,
  repairOrderId: RepairOrderId,
  advocateId: AccountId,
  { category, positions: written, validUntil, note }: OfferWish,
  context: CommandContext,
) {
  const { log, clock } = deps;
  const repair = await loadRepair(log, repairOrderId);
  if (repair.status === 'none') return { ok: false, rejection: { code: 'repair.not-found' } } as const;
  const today = legalDay(clock.now().toString());
  const priceList = repairPriceListOn(await loadRepairPriceLists(log), today);
  const { language, customer } = await customerOf(log, repair.accountId);
  const positions: OfferPosition[] = [];
  for (const [index, position] of written.entries()) {
    const priced = pricedPosition(position, { category, priceList, language });
    if (typeof priced === 'string') return { ok: false, rejection: { code: priced, index } } as const;
    positions.push(priced);
  }
  const vat = repairVat(customer, today);
  const wish = { category, positions, priceListVersion: priceList.version, vat, validUntil, note };
  const by = { kind: 'office', accountId: advocateId } as const;
  return commandRepair(deps, repairOrderId, by, { type: 'OfferRepair', ...wish }, context);
}

function pricedPosition(
  { code, description, quantity, netCents }: WrittenPosition,
  on: { readonly category: RepairCategory; readonly priceList: RepairPriceList; readonly language: 'de' | 'en' },
): OfferPosition | PositionRejection['code'] {
  if (code === null) {
    if (description === null || netCents === null) return 'repair.position-incomplete';
    return { code, description, quantity, netCents };
  }
  const item = on.priceList.items.find((one) => one.code === code);
  if (item === undefined) return 'repair.position-unknown';
  const listed = netCents ?? item.netCents[on.category];
  if (listed === null) return 'repair.position-not-priced';
  return { code, description: description ?? item.name[on.language], quantity, netCents: listed };
}

/** What of a customer decides about words and VAT. Of an account that is gone nothing is known: it is taxed in Germany. */
async function customerOf(
  log: Pick<EventLog, 'load'>,
  accountId: AccountId,
): Promise<{ readonly language: 'de' | 'en'; readonly customer: Customer }> {
  const unknown: Customer = { kind: 'consumer', country: 'DE', isVatIdValid: false };
  const account = await loadAccount(log, accountId);
  if (account.status !== 'active') return { language: 'de', customer: unknown };
  const { language, identity } = account;
  if (identity === null || isErased(identity.address)) return { language, customer: unknown };
  const { kind, address, isIdValid } = identity;
  return { language, customer: { kind, country: address.country, isVatIdValid: isIdValid } };
}
