import type { z } from 'zod';
import type { Amount } from '../../domain/kernel/money.js';
import {
  formulaOf,
  type CreditCheck,
  type LicenceStep,
  type ValueOfLicence,
} from '../../domain/licence/remaining-value.js';
import type { LicenceState } from '../../domain/licence/state.js';
import { standingOf } from '../../domain/licence/summary.js';
import { plannedLastDay, type Order as OrderFacts } from '../../domain/order/order.js';
import { isErased } from '../../domain/kernel/event.js';
import type { Quoted } from '../../commands/order/ask-quote.js';
import type { OrderDocument, OrderItem, PowerEvidence } from '../../domain/order/events.js';
import { repairNumber } from '../../domain/repair/state.js';
import type { Money, Order, Quote, ValueCalculation } from '../schemas/licences.js';

/** Amounts, quotes and orders as the API writes them. */
export const money = (cents: number): z.infer<typeof Money> => ({ cents, currency: 'EUR' });

export function amount({ netCents, vatRateBasisPoints, vatCents, grossCents }: Amount) {
  return {
    net: money(netCents),
    vatRatePercent: vatRateBasisPoints / 100,
    vat: money(vatCents),
    gross: money(grossCents),
  };
}

type Calculation = z.infer<typeof ValueCalculation>;

function calculation(value: ValueOfLicence, of: Pick<Calculation, 'licenceId' | 'revision' | 'day'>): Calculation {
  const { costNetCents, termDays, usedDays, unusedDays } = value;
  return {
    ...of,
    costNet: money(costNetCents),
    termDays: termDays === 730 ? 730 : 365,
    ...{ usedDays, unusedDays, formula: formulaOf(value) },
    ...amount(value),
  };
}

export function creditCalculation({ revision, stored, computed }: CreditCheck): Calculation {
  return calculation(computed, { licenceId: stored.licenceId, revision, day: stored.day });
}

export function valueCalculation(step: LicenceStep, day: string): Calculation {
  return calculation(step, { licenceId: step.licenceId, revision: step.revision, day });
}

export function quoteAnswer(
  { quote, buyer, customerKind, plantNames }: Quoted,
  documents: readonly OrderDocument[],
): z.infer<typeof Quote> {
  const { email: _email, ...shownBuyer } = buyer;
  const { vat, netCents, vatCents, grossCents } = quote;
  return {
    items: quote.items.map((item, index) => ({
      plantId: item.plantId,
      plantName: plantNames[index] ?? '',
      termDays: item.termDays,
      licensedPowerW: item.licensedPowerW,
      isPowerAssumed: item.isPowerAssumed,
      ...amount(item),
      firstDay: item.firstDay,
      lastDay: item.lastDay,
      because: item.because,
      standstill: item.standstill,
      credit: money(item.credits.reduce((sum, part) => sum + part.grossCents, 0)),
      calculations: item.calculations.map(creditCalculation),
    })),
    priceListVersion: quote.priceListVersion,
    vatTreatment: vat.treatment,
    ...amount({ netCents, vatRateBasisPoints: vat.rateBasisPoints, vatCents, grossCents }),
    credit: money(quote.creditCents),
    total: money(quote.toPayCents),
    customerKind,
    buyer: shownBuyer,
    documents: [...documents],
    needsEarlyStart: customerKind === 'consumer',
  };
}

function supplementAnswer({
  boughtWith,
  statedPowerW,
  since,
  dueOn,
  evidence,
  kept,
}: NonNullable<OrderFacts['supplement']>) {
  const file = kept?.file ?? null;
  return {
    ...{ boughtWith, statedPowerW, since, dueOn },
    evidence: isErased(evidence) ? null : evidence,
    shown: kept === null ? null : evidenceAnswer(kept.shown),
    file: file && { mediaType: file.mediaType, sizeBytes: file.sizeBytes },
  };
}

export function evidenceAnswer({ lastRevision, devices, sums }: PowerEvidence) {
  return { lastRevision, devices: [...devices], sums: [...sums] };
}

/** What orders do not say themselves: how the licences of their plants stand today. */
type OrderSurroundings = { readonly licences: (plantId: string) => LicenceState; readonly today: string };
export type SurroundingsOf = (orders: readonly OrderFacts[]) => Promise<OrderSurroundings>;

function licenceOfItem({ plantId, licenceId }: OrderItem, { licences, today }: OrderSurroundings) {
  const state = licences(plantId);
  const licence = state.licences.find((one) => one.licenceId === licenceId);
  if (licence === undefined) return { licenceState: null, follows: null };
  const { firstDay, lastDay } = licence;
  const { state: licenceState, follows } = standingOf(state, licence, today);
  return { firstDay, lastDay, licenceState, follows };
}

export function orderAnswer(order: OrderFacts, surroundings: OrderSurroundings): z.infer<typeof Order> {
  const { placed, status, supplement, repair, paidAt, acceptedAt, withdrawnAt, refunds, differences, invoices } = order;
  const sumOf = (some: typeof refunds) => money(some.reduce((sum, refund) => sum + refund.grossCents, 0));
  const names = isErased(placed.plantNames) ? [] : placed.plantNames;
  return {
    id: placed.orderId,
    ...{ status, placedAt: placed.at, expiresAt: placed.expiresAt, paidAt, acceptedAt, withdrawnAt },
    language: placed.language,
    items: placed.items.map((item, index) => ({
      plantId: item.plantId,
      plantName: names[index] ?? '',
      termDays: item.termDays,
      licensedPowerW: item.licensedPowerW,
      net: money(item.netCents),
      gross: money(item.grossCents),
      credit: money(item.creditCents),
      firstDay: item.firstDay,
      lastDay: item.lastDay,
      ...licenceOfItem(item, surroundings),
      endedBy: order.endings.find(({ plantId }) => plantId === item.plantId)?.by ?? null,
      plannedLastDay: plannedLastDay(order, item.plantId),
    })),
    vatTreatment: placed.vatTreatment,
    ...amount(placed),
    credit: money(placed.creditCents),
    total: money(placed.toPayCents),
    refunded: sumOf(refunds.filter(({ isDone }) => isDone)),
    refunding: sumOf(refunds.filter(({ isDone }) => !isDone)),
    supplement: supplement && supplementAnswer(supplement),
    repair: repair && {
      ...{ id: repair.repairOrderId, number: repairNumber(repair.repairOrderId) },
      ...{ device: repair.device, dueOn: repair.dueOn },
      positions: repair.positions.map(({ description, quantity, netCents }) => ({
        ...{ description, quantity },
        net: money(quantity * netCents),
      })),
    },
    chargedBack: order.chargeback && money(order.chargeback.grossCents),
    differs: differences.length > 0,
    invoices: invoices.map(({ number, kind, issuedOn, grossCents }) => ({
      ...{ number, kind, issuedOn },
      gross: money(grossCents),
    })),
  };
}
