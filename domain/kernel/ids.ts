import { z } from 'zod';

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type AccountId = Branded<'AccountId'>;
export type PlantId = Branded<'PlantId'>;
export type SubplantId = Branded<'SubplantId'>;
export type InverterId = Branded<'InverterId'>;
export type InvitationId = Branded<'InvitationId'>;
export type OrderId = Branded<'OrderId'>;
export type RepairOrderId = Branded<'RepairOrderId'>;
export type LicenceId = Branded<'LicenceId'>;
export type AlertRuleId = Branded<'AlertRuleId'>;
export type IncidentId = Branded<'IncidentId'>;
export type CorrectionId = Branded<'CorrectionId'>;
export type SerialNumber = Branded<'SerialNumber'>;

/**
 * A lower-case UUID, branded; used as `AccountId.parse(text)` and inside event schemas. The brand is a cast, because a step of
 * its own would be taken for each id of each event of a rebuild.
 */
function uuid<B extends string>() {
  return z.uuid().toLowerCase() as unknown as z.ZodType<Branded<B>, string>;
}

export const AccountId = uuid<'AccountId'>();
export const PlantId = uuid<'PlantId'>();
export const SubplantId = uuid<'SubplantId'>();
export const InverterId = uuid<'InverterId'>();
export const InvitationId = uuid<'InvitationId'>();
export const OrderId = uuid<'OrderId'>();
export const RepairOrderId = uuid<'RepairOrderId'>();
export const LicenceId = uuid<'LicenceId'>();
export const AlertRuleId = uuid<'AlertRuleId'>();
export const IncidentId = uuid<'IncidentId'>();
export const CorrectionId = uuid<'CorrectionId'>();

/**
 * Serial number as printed on the device and sent by it. A free string without a known pattern (`LBAN02261010322`,
 * `A0264`), compared without regard to case and surrounding blanks.
 */
export const SerialNumber = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\x21-\x7e]+$/)
  .toUpperCase() as unknown as z.ZodType<SerialNumber, string>;

/** Streams: the first `-` separates the category from the id. */
export const streamOf = {
  account: (id: AccountId) => `account-${id}`,
  plant: (id: PlantId) => `plant-${id}`,
  licence: (plantId: PlantId) => `licence-${plantId}`,
  alerts: (plantId: PlantId) => `alerting-${plantId}`,
  reporting: (plantId: PlantId) => `reporting-${plantId}`,
  corrections: (plantId: PlantId) => `corrections-${plantId}`,
  order: (id: OrderId) => `order-${id}`,
  repairOrder: (id: RepairOrderId) => `repairOrder-${id}`,
} as const;
