import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { LicenceId, OrderId, PlantId } from '../kernel/ids.js';
import { Day, Instant } from '../kernel/time.js';
import { Cents, VatRate } from '../kernel/money.js';

const ofPlant = { plantId: PlantId, at: Instant };
const ofLicence = { ...ofPlant, licenceId: LicenceId };

/** Lengths of a licence in whole calendar days. */
export const TermDays = z.union([z.literal(365), z.literal(730)]);
export type TermDays = z.infer<typeof TermDays>;

/** A net amount with its VAT, at the rate of the document that names it. */
const Amount = { netCents: Cents, vatRateBasisPoints: VatRate, vatCents: Cents, grossCents: Cents };

/** A part of the balance of a licence, in gross cents; a credit has the id of the licence whose value it is. */
const CreditPart = z.object({ creditId: LicenceId, grossCents: Cents }).readonly();
export type CreditPart = z.infer<typeof CreditPart>;

/** The free test period of a plant: whole calendar days in Europe/Berlin, first and last day included. */
export const TrialStarted = defineEvent('TrialStarted', z.object({ ...ofPlant, firstDay: Day, lastDay: Day }));

/** The test period is over. */
export const TrialEnded = defineEvent('TrialEnded', z.object(ofPlant));

/**
 * The plant stands in an order that waits for its payment: until then no other order takes it, and the credits that
 * the order sets off are kept for it. Lapses by itself at `until`.
 */
export const LicenceReserved = defineEvent(
  'LicenceReserved',
  z.object({ ...ofPlant, orderId: OrderId, until: Instant, credits: z.array(CreditPart).readonly() }),
);

/** The order was cancelled, or expired without payment. */
export const LicenceReservationReleased = defineEvent(
  'LicenceReservationReleased',
  z.object({ ...ofPlant, orderId: OrderId }),
);

const granted = {
  ...ofLicence,
  orderId: OrderId,
  termDays: TermDays,
  licensedPowerW: z.int().min(1),
  firstDay: Day,
  lastDay: Day,
  ...Amount,
  /** Null: the operator granted it without a price. */
  priceListVersion: z.string().nullable(),
};

/** A paid licence that nothing else goes before; `at` is when the payment came. It may begin before that day. */
export const LicenceGranted = defineEvent('LicenceGranted', z.object(granted));

/** A paid licence that queues behind the running one. */
export const LicenceRenewed = defineEvent('LicenceRenewed', z.object(granted));

/** A queued licence begins earlier, because the one before it ended early. */
export const LicenceMovedUp = defineEvent('LicenceMovedUp', z.object({ ...ofLicence, firstDay: Day, lastDay: Day }));

const power = {
  installedPowerW: z.int().min(1),
  /** The part of it that is assumed for inverters of unknown type. */
  assumedPowerW: z.int().min(0),
};

/** The plant exceeds a licence on the strength of an assumed power only; it counts from `effectiveAt` on. */
export const CapacityExcessAnnounced = defineEvent(
  'CapacityExcessAnnounced',
  z.object({ ...ofPlant, ...power, effectiveAt: Instant }),
);

/** What was announced does not happen: the power is known by now, and it is within the licence. */
export const CapacityExcessLifted = defineEvent('CapacityExcessLifted', z.object({ ...ofPlant, ...power }));

/** The plant has more power than licences allow; they end with this. */
export const CapacityExceeded = defineEvent('CapacityExceeded', z.object({ ...ofPlant, ...power }));

/** A licence is over. `usedDays` of its term were used; the day of an early end is not among them. */
export const LicenceEnded = defineEvent(
  'LicenceEnded',
  z.object({
    ...ofLicence,
    reason: z.enum(['expired', 'exceeded', 'withdrawn', 'cancelled']),
    usedDays: z.int().min(0),
  }),
);

/**
 * What a licence was still worth when it ended, with the numbers of the calculation:
 * net = net cost × unused days ÷ term, rounded half up once.
 */
export const RemainingValueCredited = defineEvent(
  'RemainingValueCredited',
  z.object({
    ...ofLicence,
    day: Day,
    costNetCents: Cents,
    termDays: TermDays,
    usedDays: z.int().min(0),
    unusedDays: z.int().min(0),
    ...Amount,
  }),
);

/** A credit was set off against an order. */
export const CreditUsed = defineEvent(
  'CreditUsed',
  z.object({ ...ofPlant, orderId: OrderId, creditId: LicenceId, grossCents: Cents }),
);

/** A part of a credit that goes back by the way an order was paid. */
const PayOutPart = z.object({ creditId: LicenceId, orderId: OrderId, grossCents: Cents }).readonly();
export type PayOutPart = z.infer<typeof PayOutPart>;

/** The owner asked for the balance: these parts of it are paid out, and no order sets them off any more. */
export const PayOutRequested = defineEvent(
  'PayOutRequested',
  z.object({ ...ofPlant, payOutId: z.string(), parts: z.array(PayOutPart).min(1).readonly() }),
);

/** A credit was paid out; `refundId` names the payment. */
export const CreditPaidOut = defineEvent(
  'CreditPaidOut',
  z.object({ ...ofPlant, creditId: LicenceId, grossCents: Cents, refundId: z.string() }),
);

/**
 * The operator gave an exceeded licence back: its credit is void, and its last day moves by the days on which it could
 * not be used.
 */
export const LicenceRevived = defineEvent(
  'LicenceRevived',
  z.object({ ...ofLicence, firstDay: Day, lastDay: Day, pausedDays: z.int().min(0), reason: z.string() }),
);

/** The stated power was too low: the licence covers the true one from now on, and cost more. */
export const LicenceSupplemented = defineEvent(
  'LicenceSupplemented',
  z.object({ ...ofLicence, orderId: OrderId, licensedPowerW: z.int().min(1), netCents: Cents, vatCents: Cents }),
);

/** The right of use ends in that many days; null as the licence means the trial. */
export const LicenceReminderDue = defineEvent(
  'LicenceReminderDue',
  z.object({ ...ofPlant, licenceId: LicenceId.nullable(), lastDay: Day, daysBefore: z.int().min(0) }),
);

/** Net prices up to a nominal power of the plant in W, that power included. */
export const PriceBracket = z
  .object({ upToW: z.int().min(1).max(1_000_000_000), net365Cents: Cents, net730Cents: Cents })
  .readonly();
export type PriceBracket = z.infer<typeof PriceBracket>;

/** The operator's prices for licences from a day on, until the next list; the only event of its stream. */
export const PriceListPublished = defineEvent(
  'PriceListPublished',
  z.object({ at: Instant, version: z.string(), validFrom: Day, brackets: z.array(PriceBracket).min(1).readonly() }),
);
export const priceListEvents = [PriceListPublished] as const;
export type PriceListEvent = EventOf<typeof PriceListPublished>;

export const licenceEvents = [
  TrialStarted,
  TrialEnded,
  LicenceReserved,
  LicenceReservationReleased,
  LicenceGranted,
  LicenceRenewed,
  LicenceMovedUp,
  CapacityExcessAnnounced,
  CapacityExcessLifted,
  CapacityExceeded,
  LicenceEnded,
  RemainingValueCredited,
  CreditUsed,
  PayOutRequested,
  CreditPaidOut,
  LicenceRevived,
  LicenceSupplemented,
  LicenceReminderDue,
] as const;

export type LicenceEvent = EventOf<(typeof licenceEvents)[number]>;
export type LicenceEventData<T extends LicenceEvent['type']> = Extract<LicenceEvent, { readonly type: T }>['data'];
