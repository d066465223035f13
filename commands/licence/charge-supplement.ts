import { v5 as uuidV5 } from 'uuid';
import { fold } from '../../domain/kernel/decider.js';
import { isErased } from '../../domain/kernel/event.js';
import { OrderId, streamOf, type LicenceId, type PlantId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { licenceAt } from '../../domain/licence/due.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { demoPriceList } from '../../domain/licence/price-list.js';
import type { EvidenceFile } from '../../domain/order/events.js';
import { dueOn } from '../../domain/order/invoice-words.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { supplementOf, type SupplementRejection } from '../../domain/order/supplement.js';
import { handle, type CommandContext } from '../handle.js';
import { powerEvidence, type EvidenceDeps } from './power-evidence.js';
import { loadLicence, loadPriceLists } from '../order/ask-quote.js';
import { loadOrder } from '../order/load-order.js';
import type { Clock, EventLog } from '../ports.js';

/** Namespace of ids of charges: the same finding about the same licence is charged once. */
const chargeNamespace = '5f0c3a0e-9f57-4a44-8d2b-b2a4f7a3c9d1';

/** What the office has found out about a plant. */
export type PowerFinding = {
  readonly plantId: PlantId;
  readonly licenceId: LicenceId;
  readonly truePowerW: number;
  /** Since when the inverters have it, a calendar day. */
  readonly since: string;
};

/** Where uploaded evidence is kept, beside the log. */
export type ChargeFiles = {
  /** Until a charge names it, for a day. */
  keep(file: EvidenceFile & { readonly content: Buffer }): Promise<void>;
  /** The file belongs to a charge from now on; null when there is no such file, or it belongs to another one. */
  assign(fileId: string, orderId: OrderId): Promise<EvidenceFile | null>;
  read(orderId: OrderId, fileId: string): Promise<Buffer | null>;
};

type ChargeDeps = EvidenceDeps & {
  readonly log: EventLog;
  readonly clock: Clock;
  /** Orders of the account that bought the licence. */
  readonly ordersOf: (accountId: Order['placed']['accountId']) => Promise<readonly Order[]>;
};

type ChargeRejection =
  | SupplementRejection
  | { readonly code: 'licence.not-found' }
  /** It was given without a price, or its buyer is forgotten: there is nobody to be charged, and no invoice to refer to. */
  | { readonly code: 'supplement.not-bought' }
  | { readonly code: 'supplement.in-the-future' }
  /** It was uploaded too long ago, or for another charge. */
  | { readonly code: 'supplement.file-not-found' }
  /** Another charge for this licence waits for its payment. */
  | { readonly code: 'supplement.already-open'; readonly orderId: OrderId };

/** A finding turned into money: what is charged, to whom, and how the amount was found. Nothing happens. */
export async function priceSupplement(deps: ChargeDeps, finding: PowerFinding) {
  const { plantId, licenceId, truePowerW, since } = finding;
  const at = deps.clock.now().toString();
  const history = await loadLicence(deps.log, plantId);
  const state = licenceAt(fold(licenceDecider, history), plantId, at);
  const licence = state.licences.find((one) => one.licenceId === licenceId);
  if (licence === undefined) return refuse({ code: 'licence.not-found' });
  if (since > legalDay(at)) return refuse({ code: 'supplement.in-the-future' });
  const bought = await loadOrder(deps.log, licence.orderId);
  if (bought.status === 'none') return refuse({ code: 'supplement.not-bought' });
  const { placed, invoices } = bought;
  const item = placed.items.find((one) => one.licenceId === licenceId);
  const invoice = invoices.find(({ kind }) => kind === 'invoice');
  const { buyer, plantNames } = placed;
  if (item === undefined || invoice === undefined || isErased(buyer) || isErased(plantNames)) {
    return refuse({ code: 'supplement.not-bought' });
  }
  const charges = (await deps.ordersOf(placed.accountId)).filter((order) => isChargeFor(order, licenceId));
  // One that was dropped may be charged again.
  const dropped = charges.filter(({ status }) => status === 'cancelled').length;
  const orderId = OrderId.parse(uuidV5(`${licenceId}/${truePowerW}/${since}/${dropped}`, chargeNamespace));
  const open = charges.find(({ status }) => status === 'open');
  if (open !== undefined && open.placed.orderId !== orderId) {
    return refuse({ code: 'supplement.already-open', orderId: open.placed.orderId });
  }
  const lists = [demoPriceList, ...(await loadPriceLists(deps.log))];
  const priceList = lists.find(({ version }) => version === placed.priceListVersion) ?? demoPriceList;
  const priced = supplementOf(licence, truePowerW, priceList);
  if (!priced.ok) return priced;
  const { netCents, vatCents, grossCents } = priced.price;
  const { firstDay, lastDay } = licence;
  const { accountId, customerKind, language, vatTreatment, vatRateBasisPoints, currency, priceListVersion } = placed;
  const charge = {
    ...{ orderId, accountId, customerKind, language, boughtWith: placed.orderId },
    item: {
      ...item,
      ...{ licensedPowerW: truePowerW, netCents, vatCents, grossCents, creditCents: 0, firstDay, lastDay },
    },
    ...{ statedPowerW: licence.licensedPowerW, since },
    ...{ vatTreatment, vatRateBasisPoints, currency, priceListVersion, buyer },
    dueOn: dueOn({ issuedOn: legalDay(at) }),
    plantName: plantNames[placed.items.indexOf(item)] ?? '',
  };
  const { vatEvidence } = bought;
  const shown = await powerEvidence(deps, plantId, firstDay);
  return { ok: true, at, charge, shown, vatEvidence, price: priced.price, invoiceNumber: invoice.number } as const;
}

/**
 * F10: a false declaration of power is charged afterwards. The invoice follows from the event; the licence covers the true power
 * as soon as the charge is paid. `evidence` says in words what shows it, and stands on the invoice; what the plant's history says is kept,
 * and the file that was uploaded.
 */
export async function chargeSupplement(
  deps: ChargeDeps & { readonly chargeFiles: ChargeFiles },
  { evidence, fileId, ...finding }: PowerFinding & { readonly evidence: string; readonly fileId: string | null },
  { actor, correlationId }: CommandContext,
) {
  const priced = await priceSupplement(deps, finding);
  if (!priced.ok) return priced;
  const { at, charge, shown, vatEvidence } = priced;
  const { orderId } = charge;
  // The file first: what is said to be kept is there.
  const file = fileId === null ? null : await deps.chargeFiles.assign(fileId, orderId);
  if (file === null && fileId !== null) return refuse({ code: 'supplement.file-not-found' });
  const evidenced = { vatEvidence, charge: { ...charge, evidence }, kept: { shown, file } };
  const command = { type: 'ChargeSupplement', at, ...evidenced } as const;
  const charged = await handle(deps.log, orderDecider, streamOf.order(orderId), command, { actor, correlationId });
  return charged.ok ? { ...charged, orderId } : refuse({ code: 'supplement.not-bought' });
}

function isChargeFor({ supplement, placed }: Order, licenceId: LicenceId): boolean {
  return supplement !== null && placed.items.some((item) => item.licenceId === licenceId);
}

function refuse(rejection: ChargeRejection) {
  return { ok: false, rejection } as const;
}
