import type { LicenceId, OrderId, PlantId } from '../kernel/ids.js';
import type { Amount } from '../kernel/money.js';
import type { CreditPart, PayOutPart, TermDays } from './events.js';

type OfPlant = {
  readonly plantId: PlantId;
  /** RFC 3339. */
  readonly at: string;
};

/** Nominal power of the inverters of the plant in W, and the part of it that rests on unknown types. */
export type InstalledPower = { readonly nominalPowerW: number; readonly assumedPowerW: number };

/** At an instant the first inverter of the plant was activated. */
export type StartTrial = OfPlant & { readonly type: 'StartTrial' };

/** An order takes the plant, and the credits that it sets off, until it is paid, released or lapses. */
export type ReserveLicence = OfPlant & {
  readonly type: 'ReserveLicence';
  readonly orderId: OrderId;
  readonly until: string;
  readonly credits: readonly CreditPart[];
};

export type ReleaseReservation = OfPlant & { readonly type: 'ReleaseReservation'; readonly orderId: OrderId };

/** The order was paid at that instant. Its reservation must stand. */
export type GrantLicence = OfPlant & {
  readonly type: 'GrantLicence';
  readonly orderId: OrderId;
  readonly licenceId: LicenceId;
  readonly termDays: TermDays;
  readonly licensedPowerW: number;
  readonly cost: Amount;
  readonly priceListVersion: string | null;
};

/** The plant's power, as it stands since that instant. */
export type NotePower = OfPlant & {
  readonly type: 'NotePower';
  readonly power: InstalledPower;
  /** How long an excess waits that rests on an assumed power only. */
  readonly graceDays: number;
};

/** Whatever is due by that instant happens. */
export type PassTime = OfPlant & { readonly type: 'PassTime' };

/** The consumer withdrew from the order; days used count only where an early start was asked for. */
export type WithdrawLicence = OfPlant & {
  readonly type: 'WithdrawLicence';
  readonly orderId: OrderId;
  readonly startedEarly: boolean;
};

/** The operator ends a licence and credits what it is worth. */
export type CancelLicence = OfPlant & {
  readonly type: 'CancelLicence';
  readonly licenceId: LicenceId;
  /** An earlier day from which on it does not count as used; left out: the day of the end. */
  readonly endsOn?: string;
};

/** The operator gives an exceeded licence back. */
export type ReviveLicence = OfPlant & {
  readonly type: 'ReviveLicence';
  readonly licenceId: LicenceId;
  readonly power: InstalledPower;
  readonly reason: string;
};

/** The operator charges for power that was not stated. */
export type SupplementLicence = OfPlant & {
  readonly type: 'SupplementLicence';
  readonly licenceId: LicenceId;
  readonly orderId: OrderId;
  readonly licensedPowerW: number;
  readonly netCents: number;
  readonly vatCents: number;
};

/** Money of a credit went back to the customer. */
export type PayOutCredit = OfPlant & {
  readonly type: 'PayOutCredit';
  readonly creditId: LicenceId;
  readonly grossCents: number;
  readonly refundId: string;
};

/** The owner wants the balance; where each part goes was found out before. */
export type RequestPayOut = OfPlant & {
  readonly type: 'RequestPayOut';
  readonly payOutId: string;
  readonly parts: readonly PayOutPart[];
};

export type LicenceCommand =
  | StartTrial
  | ReserveLicence
  | ReleaseReservation
  | GrantLicence
  | NotePower
  | PassTime
  | WithdrawLicence
  | CancelLicence
  | ReviveLicence
  | SupplementLicence
  | PayOutCredit
  | RequestPayOut;

export type LicenceRejection =
  /** A licence queues already; another one could be bought when it runs. */
  | { readonly code: 'licence.already-queued'; readonly firstDay: string }
  /** The plant stands in another order that waits for its payment. */
  | { readonly code: 'licence.in-other-order'; readonly orderId: OrderId; readonly until: string }
  /** The credit is not there (any more). */
  | { readonly code: 'licence.credit-changed' }
  | { readonly code: 'licence.reservation-missing' }
  | { readonly code: 'licence.not-found' }
  /** Only a licence that ended by more power is given back, and only while its credit is whole and none came after. */
  | { readonly code: 'licence.not-revivable' };
