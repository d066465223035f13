import { z } from 'zod';

/** An amount of money in integer cents; never a float. */
export const Money = z.object({ cents: z.int(), currency: z.literal('EUR') }).readonly();
export type Money = z.infer<typeof Money>;

export function eur(cents: number): Money {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
  return { cents, currency: 'EUR' };
}

export function addMoney(a: Money, b: Money): Money {
  return eur(a.cents + b.cents);
}
