import { z } from 'zod';
import { Temporal } from '../kernel/time.js';

/**
 * What a device is to the workshop (H2): under warranty `ae` (new devices delivered from 2015-01-01 on), `aeRefu` (delivered until
 * 2014-12-31) and `siemens` (Siemens inverters in Germany, Sinvert ControlBox); `outOfWarranty` of any of these makers.
 */
export const RepairCategory = z.enum(['ae', 'aeRefu', 'siemens', 'outOfWarranty']);
export type RepairCategory = z.infer<typeof RepairCategory>;

/** Why the portal proposes a category, or none. */
export const CategoryReason = z.enum([
  'warrantyOver',
  'siemens',
  'deliveredFrom2015',
  'deliveredUntil2014',
  'dayMissing',
  'dayToCome',
]);

/** What the portal proposes for a device; a category only where it can know. */
export type CategoryProposal = {
  readonly category: RepairCategory | null;
  readonly reason: z.infer<typeof CategoryReason>;
  /** The last calendar day under warranty. */
  readonly warrantyUntil: string | null;
};

/** From this day on new devices came from AE, not from REFU. */
const firstDayOfAe = '2015-01-01';

type Delivered = {
  /** As the catalogue of inverter types names it; null when the device is not known. */
  readonly maker: string | null;
  readonly serialNumber: string;
  /** Calendar day; null when nobody knows it. */
  readonly deliveredOn: string | null;
};

/**
 * The category of a device on a day: of its maker, or of its serial number where nobody knows the maker, and of the day of its delivery.
 * None where that day would decide and is not known, and for a day that has not come: the person says it.
 */
export function proposalFor(
  { maker, serialNumber, deliveredOn }: Delivered,
  { today, warrantyYears }: { readonly today: string; readonly warrantyYears: number },
): CategoryProposal {
  if (deliveredOn === null) return { category: null, reason: 'dayMissing', warrantyUntil: null };
  if (deliveredOn > today) return { category: null, reason: 'dayToCome', warrantyUntil: null };
  const over = Temporal.PlainDate.from(deliveredOn).add({ years: warrantyYears });
  const warrantyUntil = over.subtract({ days: 1 }).toString();
  if (warrantyUntil < today) return { category: 'outOfWarranty', reason: 'warrantyOver', warrantyUntil };
  if (isOfSiemens(maker, serialNumber)) return { category: 'siemens', reason: 'siemens', warrantyUntil };
  return deliveredOn >= firstDayOfAe
    ? { category: 'ae', reason: 'deliveredFrom2015', warrantyUntil }
    : { category: 'aeRefu', reason: 'deliveredUntil2014', warrantyUntil };
}

/** Device strings of Siemens inverters begin with 802S, where those of REFU begin with 802R; some serial numbers repeat them. */
function isOfSiemens(maker: string | null, serialNumber: string): boolean {
  return maker === null ? /^80\dS/i.test(serialNumber) : /siemens|sinvert/i.test(maker);
}
