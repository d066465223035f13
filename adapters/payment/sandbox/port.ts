import type { PaymentGateway, PaymentSnapshot } from '../../../commands/order/payment-gateway.js';

/** What the customer does on the page of the sandbox. */
export const sandboxChoices = ['pay', 'payTooLittle', 'wait', 'fail', 'cancel', 'chargeBack'] as const;
export type SandboxChoice = (typeof sandboxChoices)[number];

export const sandboxMethods = ['onlineTransfer', 'creditCard', 'debitCard'] as const;
export type SandboxMethod = (typeof sandboxMethods)[number];

export type SandboxPayment = {
  readonly id: string;
  readonly amountCents: number;
  readonly language: 'de' | 'en';
  readonly country: string;
  readonly description: string;
  readonly returnUrl: string;
  readonly state: PaymentSnapshot['state'];
};

/** The provider that is built in, as its own page sees it. */
export type SandboxPages = {
  find(id: string): Promise<SandboxPayment | null>;
  /**
   * Does it, and sends a notification to the portal, which may be lost. Null when it is too late for that: the payment was
   * made, or has expired without waiting for anything. Only what was paid is charged back.
   */
  choose(id: string, choice: SandboxChoice, method: SandboxMethod): Promise<SandboxPayment | null>;
};

export type SandboxProvider = PaymentGateway & SandboxPages & { close(): Promise<void> };
