import { z } from 'zod';
import { Temporal } from '../kernel/time.js';

/**
 * What a device is to the workshop (H2): under warranty `ae` (new devices delivered from 2015-01-01 on), `aeRefu` (delivered until
 * 2014-12-31) and `siemens` (Siemens inverters in Germany, Sinvert ControlBox); `outOfWarranty` of any of these makers.
 */
export const RepairCategory = z.enum(['ae', 'aeRefu', 'siemens', 'outOfWarranty']);
export type RepairCategory = z.infer<typeof RepairCategory>;

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
 * Null where that day would decide and is not known, and for a day that has not come: the person says it.
 */
export function proposedCategory(
  { maker, serialNumber, deliveredOn }: Delivered,
  { today, warrantyYears }: { readonly today: string; readonly warrantyYears: number },
): RepairCategory | null {
  if (deliveredOn === null || deliveredOn > today) return null;
  const warrantyEnds = Temporal.PlainDate.from(deliveredOn).add({ years: warrantyYears }).toString();
  if (warrantyEnds <= today) return 'outOfWarranty';
  if (isOfSiemens(maker, serialNumber)) return 'siemens';
  return deliveredOn >= firstDayOfAe ? 'ae' : 'aeRefu';
}

/** Device strings of Siemens inverters begin with 802S, where those of REFU begin with 802R; some serial numbers repeat them. */
function isOfSiemens(maker: string | null, serialNumber: string): boolean {
  return maker === null ? /^80\dS/i.test(serialNumber) : /siemens|sinvert/i.test(maker);
}
