/** Ways out of the house; each has deliveries of its own, so that a slow receiver of one does not hold up the others. */
export type OutboxKind =
  | 'mail'
  | 'plant-mail'
  | 'alert-mail'
  | 'report-mail'
  | 'shop-mail'
  | 'repair-mail'
  | 'repair-news'
  | 'audit-mail'
  | 'audit-webhook'
  | 'password-reset'
  | 'validation-mail'
  | 'payment-notification'
  | 'webhook'
  | 'push'
  | 'browser-push';

/** Something to be delivered to the outside, as it is put down. */
export type OutboxEntry = {
  /** A UUID that follows from what it tells: put down twice it is delivered once. */
  readonly id: string;
  readonly kind: OutboxKind;
  /** Plain JSON; erased once delivered. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The event that it answers to; null when it answers to none. */
  readonly eventId: string | null;
};

export type Delivery = {
  /** The same for every attempt: the key by which a receiver knows a message that it has seen. */
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 for the first. */
  readonly attempt: number;
};

/** Delivers a message, or throws: then it is tried again later, unless what it throws is a `PermanentFailure`. */
export type OutboxHandler = (delivery: Delivery) => Promise<void>;

/** The receiver refused this message for good: another attempt would be refused, too. Tells neither name nor address. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
