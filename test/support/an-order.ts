import { AccountId } from '../../domain/kernel/ids.js';
import type { OrderEventData } from '../../domain/order/events.js';
import { licenceNo, orderNo, plantId } from '../domain/licence/support.js';

/** One licence for a consumer in Germany, waiting for its payment. */
export const anOrder: Omit<OrderEventData<'OrderPlaced'>, 'at'> = {
  orderId: orderNo(1),
  accountId: AccountId.parse('0198a000-0000-7000-8003-000000000001'),
  customerKind: 'consumer',
  language: 'de',
  items: [
    {
      plantId,
      licenceId: licenceNo(1),
      termDays: 365,
      licensedPowerW: 30_000,
      netCents: 7_900,
      vatCents: 1_501,
      grossCents: 9_401,
      creditCents: 0,
      firstDay: '2026-03-01',
      lastDay: '2027-02-28',
    },
  ],
  vatTreatment: 'domestic',
  vatRateBasisPoints: 1_900,
  netCents: 7_900,
  vatCents: 1_501,
  grossCents: 9_401,
  creditCents: 0,
  toPayCents: 9_401,
  currency: 'EUR',
  priceListVersion: 'demo',
  documents: [],
  earlyStart: true,
  expiresAt: '2026-03-01T11:00:00Z',
  buyer: {
    name: 'E',
    contactName: null,
    street: 's',
    postcode: 'p',
    town: 't',
    country: 'DE',
    vatId: null,
    email: 'e',
  },
  plantNames: ['Scheune'],
};
