import { z } from 'zod';

/** Integer euro cents, never negative: what an amount does is said by the event that carries it. */
export const Cents = z.int().min(0).max(100_000_000_000);

/** Rate of value added tax in basis points: 1900 = 19 %. */
export const VatRate = z.int().min(0).max(10_000);

/** A net amount with its VAT. */
export type Amount = {
  readonly netCents: number;
  readonly vatRateBasisPoints: number;
  readonly vatCents: number;
  readonly grossCents: number;
};

/**
 * `cents × numerator ÷ denominator`, rounded half up to the cent. All are integers ≥ 0, and exact: the product of the largest
 * amount and 10,000 is below 2^53.
 */
export function shareOf(cents: number, numerator: number, denominator: number): number {
  return Math.floor((2 * cents * numerator + denominator) / (2 * denominator));
}

/** VAT on a net amount, rounded half up to the cent. */
export function vatOn(netCents: number, vatRateBasisPoints: number): number {
  return shareOf(netCents, vatRateBasisPoints, 10_000);
}

/**
 * Splits an amount in proportion to weights so that the parts add up to it exactly: every part is rounded down, and the cents
 * that are left go to the largest remainders, the first of equals first. Without any weight the first part takes all.
 */
export function splitCents(cents: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === 0 ? cents : 0));
  const shares = weights.map((weight, index) => {
    const exact = BigInt(cents) * BigInt(weight);
    return { index, cents: Number(exact / BigInt(total)), remainder: Number(exact % BigInt(total)) };
  });
  let left = cents - shares.reduce((sum, share) => sum + share.cents, 0);
  const parts = shares.map((share) => share.cents);
  for (const { index } of shares.toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left--;
  }
  return parts;
}
