/** Who takes the money: a provider with a page of its own, to which the customer is sent. */
export type PaymentGateway = {
  readonly provider: 'sandbox' | 'unzer';
  /**
   * Makes a payment page. Idempotent by order and attempt: repeated after a crash, it finds the page again. Throws
   * `PaymentUnavailable` when the provider does not answer.
   */
  createHostedPayment(payment: HostedPayment): Promise<{ readonly providerRef: string; readonly redirectUrl: string }>;
  /**
   * The true state, asked of the configured address and never taken from a notification. A reference from a notification
   * may name one attempt on a page; the snapshot is then that of the whole page, and bears its reference.
   */
  fetchPayment(providerRef: string): Promise<PaymentSnapshot>;
  /** Gives money back by the way it came; the same key is the same refund. */
  refund(providerRef: string, refund: RefundWish): Promise<{ readonly refundRef: string }>;
  /** Which payment a notification is about; null when it is none of ours. Says nothing about its state. */
  parseNotification(rawBody: string): { readonly providerRef: string } | null;
};

export type HostedPayment = {
  readonly orderId: string;
  /** 1 = first. */
  readonly attempt: number;
  readonly amountCents: number;
  readonly currency: 'EUR';
  readonly language: 'de' | 'en';
  /** Of the customer, ISO 3166-1 alpha-2: decides which means are offered. */
  readonly country: string;
  readonly description: string;
  /** Where the customer comes back to, whatever happened. */
  readonly returnUrl: string;
  /** RFC 3339. */
  readonly expiresAt: string;
};

export type RefundWish = {
  readonly amountCents: number;
  readonly reason: 'withdrawal' | 'cancellation' | 'late' | 'double' | 'credit';
  readonly key: string;
};

export type PaymentSnapshot = {
  readonly providerRef: string;
  /** Id of the order that it was made for, as the provider knows it. */
  readonly orderRef: string;
  readonly state: 'open' | 'pending' | 'paid' | 'partial' | 'failed' | 'canceled' | 'expired' | 'chargeback' | 'review';
  /** What was taken, also when it has been given back since. */
  readonly paidCents: number;
  readonly refundedCents: number;
  readonly currency: string;
  /** Null while nothing was chosen. */
  readonly method: 'onlineTransfer' | 'creditCard' | 'debitCard' | 'other' | null;
};

/** The provider did not answer, or not in a way that says what happened: the same call may be repeated. */
export class PaymentUnavailable extends Error {
  override readonly name = 'PaymentUnavailable';
}

/** The provider says no, and will say so again: it knows no such payment, or gives nothing back of it. */
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';
  constructor(
    readonly reason: 'not-found' | 'not-refundable',
    /** In words of the provider, for the operator. */
    message: string,
  ) {
    super(message);
  }
}
