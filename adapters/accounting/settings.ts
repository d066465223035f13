import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Account = z.string().regex(/^[1-9]\d{3,8}$/, { error: 'must be an account number of 4 to 9 digits' });

/** How the operator's accounting names what the export holds. */
export const Accounting = z.strictObject({
  /** Beraternummer and Mandantennummer, as the tax adviser gives them. */
  consultantNumber: z.int().min(1001).max(9_999_999),
  clientNumber: z.int().min(1).max(99_999),
  /** Month and day on which the fiscal year begins, `01-01`. */
  fiscalYearStart: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, { error: 'must be like 01-01' }),
  /** Digits of a general ledger account. */
  accountLength: z.int().min(4).max(8),
  /** Sachkontenrahmen: `03` or `04`. */
  chart: z.string().regex(/^\d{2}$/, { error: 'must be two digits, for example 03' }),
  /** One collective account of all customers. */
  receivables: Account,
  /** Revenue by VAT treatment; accounts that carry their tax by themselves (Automatikkonten). */
  revenue: z.strictObject({ domestic: Account, reverseCharge: Account, notTaxable: Account }),
});
export type Accounting = z.infer<typeof Accounting>;

/** Usual accounts of SKR03, in force until the operator names others; whoever exports is told so. */
export const exampleAccounting: Accounting = {
  consultantNumber: 1001,
  clientNumber: 1,
  fiscalYearStart: '01-01',
  accountLength: 4,
  chart: '03',
  receivables: '10000',
  revenue: { domestic: '8400', reverseCharge: '8336', notTaxable: '8338' },
};

/** The accounts in a JSON file of the operator; throws an error whose message says what is wrong with it. */
export function readAccounting(file: string): Accounting {
  const parsed = Accounting.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TypeError([...(issue?.path ?? []), issue?.message].join(': '));
}

/**
 * The first day of the fiscal year that a range of days lies in; null when it does not lie in one, or not in one calendar year:
 * the days of a batch carry no year.
 */
export function fiscalYearOf(
  { fiscalYearStart }: Pick<Accounting, 'fiscalYearStart'>,
  { from, to }: { readonly from: string; readonly to: string },
): string | null {
  const year = Number(from.slice(0, 4));
  const begins = (one: number) => `${one}-${fiscalYearStart}`;
  const start = begins(year) <= from ? year : year - 1;
  return to < begins(start + 1) && to.slice(0, 4) === from.slice(0, 4) ? begins(start) : null;
}
