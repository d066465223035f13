import { z } from 'zod';

/** Euro cents from a decimal number on the wire, `"119.0000"`; exact, or it does not parse. */
export const WireCents = z.union([z.string(), z.number()]).transform((value, context) => {
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,2})0*)?$/.exec(String(value));
  if (match === null) {
    context.addIssue('no amount in cents');
    return z.NEVER;
  }
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -cents : cents;
});

/** `11900` as `"119.00"`. */
export function decimalOf(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

const Transaction = z.object({
  type: z.string(),
  status: z.string(),
  url: z.string(),
  amount: WireCents,
});

/** `GET /payments/{id}`, as far as it is used. */
export const WirePayment = z.object({
  id: z.string(),
  state: z.object({ id: z.number() }),
  amount: z.object({ total: WireCents, charged: WireCents, canceled: WireCents }),
  currency: z.string(),
  orderId: z.string().nullish(),
  resources: z.object({ typeId: z.string().nullish() }).nullish(),
  transactions: z.array(Transaction).nullish(),
});
export type WirePayment = z.infer<typeof WirePayment>;

/** `POST /merchant/paypage` */
export const WireNewPage = z.object({ paypageId: z.string().min(1), redirectUrl: z.url() });

/** `GET /merchant/paypage/{id}` */
export const WirePage = z.object({ payments: z.array(z.object({ paymentId: z.string() })).nullish() });

/** A cancellation of a charge. */
export const WireCancel = z.object({ id: z.string(), paymentReference: z.string().nullish() });
export type WireCancel = z.infer<typeof WireCancel>;

/** A card says of which kind it is. */
export const WireCard = z.object({ cardDetails: z.object({ cardType: z.string().nullish() }).nullish() });

export const states = {
  pending: 0,
  completed: 1,
  canceled: 2,
  partly: 3,
  review: 4,
  chargeback: 5,
  create: 6,
} as const;

const idPattern = /^[sp]-pay-[A-Za-z0-9-]{1,60}$/;

export function isPaymentId(text: string): boolean {
  return idPattern.test(text);
}

/** Ids of pages; none of them can be mistaken for a path. */
export function isPageId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,100}$/.test(text);
}

export type OrderAttempt = { readonly orderId: string; readonly attempt: number };

/**
 * The order number under which Unzer knows an attempt; it must be unique there. `number` counts pages that were made for
 * it: one that was lost before anybody saw it keeps its order number.
 */
export function orderNumberOf({ orderId, attempt }: OrderAttempt, number: number): string {
  return number === 1 ? `${orderId}-${attempt}` : `${orderId}-${attempt}.${number}`;
}

/** Null when it is none of ours. */
export function attemptOf(orderNumber: string | null | undefined): OrderAttempt | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,6})(?:\.\d{1,2})?$/.exec(orderNumber ?? '');
  return match === null ? null : { orderId: match[1] ?? '', attempt: Number(match[2]) };
}
