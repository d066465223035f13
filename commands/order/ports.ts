import type { OrderDocument } from '../../domain/order/events.js';
import type { Clock, EventLog } from '../ports.js';
import type { PaymentGateway } from './payment-gateway.js';

/** What the use cases around orders need. */
export type OrderDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly gateway: PaymentGateway;
  /** The versions of all contract documents in force, by kind. */
  readonly documentsInForce: (at: string) => readonly OrderDocument[];
  /** Page of an order, where the provider sends the customer back to. */
  readonly orderPage: (orderId: string) => string;
};
