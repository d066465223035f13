import { PaymentUnavailable, type PaymentGateway } from '../../commands/order/payment-gateway.js';
import type { Clock } from '../../commands/ports.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { Undo } from '../undo.js';
import { outboxNotifications, type PaymentNotifications } from './notifications.js';
import type { SandboxPages } from './sandbox/port.js';
import { sandboxProvider } from './sandbox/sandbox.js';
import { unzerGateway } from './unzer/gateway.js';

/** Who takes the money, as it is configured. */
export type Payments = {
  readonly payments: PaymentGateway;
  readonly paymentNotifications: PaymentNotifications;
  /** Null unless the provider is the one that is built in. */
  readonly sandbox: SandboxPages | null;
};

type PaymentsOptions = {
  readonly config: Pick<Config, 'payment' | 'publicUrl' | 'operatorName' | 'role'>;
  readonly database: Database;
  readonly clock: Clock;
  /** Notifications do not arrive, or will not: what was paid is found later. */
  readonly onLost: (reason: unknown) => void;
  readonly onRefused: (message: string) => void;
};

export function openPayments(options: PaymentsOptions, opened: Undo): Payments {
  const { config, database, clock, onLost, onRefused } = options;
  const paymentNotifications = outboxNotifications(database.pool);
  switch (config.payment.provider) {
    case 'none':
      return { payments: closedShop, paymentNotifications, sandbox: null };
    case 'unzer': {
      const { operatorName: shopName } = config;
      const unzer = unzerGateway({ config: config.payment, pool: database.pool, clock, shopName, onRefused });
      opened.push(() => unzer.close());
      if (isReachable(config)) unzer.registerWebhook(notificationUrl(config.publicUrl)).catch(onLost);
      return { payments: unzer, paymentNotifications, sandbox: null };
    }
    case 'sandbox': {
      const sandbox = sandboxProvider({ database, clock, publicUrl: config.publicUrl, onLost });
      opened.push(() => sandbox.close());
      return { payments: sandbox, paymentNotifications, sandbox };
    }
  }
}

/** Whether a provider could reach us; told by the process that works in the background, once for all. */
function isReachable({ publicUrl, role }: PaymentsOptions['config']): boolean {
  return role !== 'web' && new URL(publicUrl).hostname !== 'localhost';
}

const notificationUrl = (publicUrl: string) => `${publicUrl}/api/v1/payments/notifications/unzer`;

const refuse = async (): Promise<never> => {
  throw new PaymentUnavailable('No payment provider is configured: set UNZER_PRIVATE_KEY and UNZER_PUBLIC_KEY.');
};

/** Nothing can be paid, and nothing that waits is lost. */
const closedShop: PaymentGateway = {
  provider: 'unzer',
  createHostedPayment: refuse,
  fetchPayment: refuse,
  refund: refuse,
  parseNotification: () => null,
};
