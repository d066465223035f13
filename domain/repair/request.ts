import { z } from 'zod';
import { InverterId, PlantId, SerialNumber } from '../kernel/ids.js';
import { Day, Instant } from '../kernel/time.js';
import { RepairCategory } from './category.js';

const line = (max: number) => z.string().trim().max(max).nullable();

/** The device, as far as it has been told; null = not yet. */
export const RepairDevice = z
  .object({
    /** Of the owner's plants, when it was chosen there. */
    plantId: PlantId.nullable(),
    inverterId: InverterId.nullable(),
    serialNumber: SerialNumber.nullable(),
    /** Type as its plate says it. */
    type: line(80),
    deliveredOn: Day.nullable(),
    /** Proposed by the portal, confirmed by the person. */
    category: RepairCategory.nullable(),
  })
  .readonly();
export type RepairDevice = z.infer<typeof RepairDevice>;

/** What is wrong, in the words of the person. */
export const FaultReport = z
  .object({
    fault: line(4_000),
    /** Who watches the device from afar. */
    remoteMonitoring: z.enum(['siteLink', 'other', 'none']).nullable(),
    /** Country code, grid settings and the like that differ from the delivery; null or empty = none. */
    specialSettings: line(2_000),
  })
  .readonly();
export type FaultReport = z.infer<typeof FaultReport>;

/** Whom to ask, and where the device is fetched and brought back to. */
export const RepairContact = z
  .object({
    name: line(120),
    phone: line(40),
    email: line(254),
    company: line(120),
    street: line(120),
    postcode: line(20),
    town: line(120),
    /** ISO 3166-1 alpha-2. */
    country: line(2),
  })
  .readonly();
export type RepairContact = z.infer<typeof RepairContact>;

/** All that a request says; a draft may leave anything open. */
export type RepairRequest = {
  readonly device: RepairDevice;
  readonly report: FaultReport;
  readonly contact: RepairContact;
};

/** What the portal knew of the device when the request was sent, so that the workshop sees it as it was. */
export const DeviceEvidence = z
  .object({
    /** The latest first. */
    errors: z
      .array(z.object({ at: Instant, code: z.string(), deviceState: z.int().nullable() }).readonly())
      .max(20)
      .readonly(),
    /** Mean AC power in W, in steps up to the last measurement; null = no data. */
    powerCurve: z
      .object({
        from: Instant,
        stepS: z.int().min(1),
        acPowerW: z.array(z.number().nullable()).max(400).readonly(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type DeviceEvidence = z.infer<typeof DeviceEvidence>;

const mandatory = {
  device: ['serialNumber', 'type', 'category'],
  report: ['fault', 'remoteMonitoring'],
  contact: ['name', 'phone', 'email', 'street', 'postcode', 'town', 'country'],
} as const;

/** JSON pointers of what a request must say and does not, in the order of the form. */
export function missingIn(request: RepairRequest): readonly string[] {
  const missing = (part: keyof RepairRequest, fields: readonly string[]) => {
    const values = request[part] as Readonly<Record<string, unknown>>;
    return fields.filter((field) => (values[field] ?? '') === '').map((field) => `/${part}/${field}`);
  };
  return [
    ...missing('device', mandatory.device),
    ...missing('report', mandatory.report),
    ...missing('contact', mandatory.contact),
  ];
}
