import type { ShopMailPayload } from '../../adapters/order/port.js';
import { licenceEvents, type LicenceEvent } from '../../domain/licence/events.js';
import { orderEvents, type OrderEvent } from '../../domain/order/events.js';
import { isAmong } from '../../domain/kernel/event.js';
import type { OutboxMessage, Policy } from './engine.js';

/** Writes to buyers and owners about orders and licences. Words, addresses and attachments are looked up when it is sent. */
export const shopMails: Policy = {
  name: 'shop-mails',
  prefixes: ['order-', 'licence-'],
  react: async (event) => {
    if (!isAmong(shopEvents, event) || !isNews(event, event.recordedAt)) return [];
    const payload = mailFor(event);
    return payload === null ? [] : [{ kind: 'shop-mail', payload } satisfies OutboxMessage];
  },
};

const shopEvents = [...orderEvents, ...licenceEvents] as const;
const newsDays = 7;

/** Ends that are noted long after they came, as when a portal is upgraded, are no news to anybody. */
function isNews({ type, data }: OrderEvent | LicenceEvent, recordedAt: string): boolean {
  if (type !== 'TrialEnded' && type !== 'LicenceEnded') return true;
  return Date.parse(recordedAt) - Date.parse(data.at) < newsDays * 86_400_000;
}

const templates = {
  invoice: 'accepted',
  correction: 'corrected',
  supplementary: 'charged',
  cancellation: 'chargeDropped',
} as const;

function mailFor({ type, data }: OrderEvent | LicenceEvent): ShopMailPayload | null {
  switch (type) {
    case 'OrderPlaced':
      return { about: 'order', template: 'received', orderId: data.orderId };
    case 'InvoiceIssued': {
      const template = templates[data.kind];
      return { about: 'order', template, orderId: data.orderId, invoiceNumber: data.number };
    }
    case 'OrderExpired':
      return { about: 'order', template: 'expired', orderId: data.orderId };
    case 'OrderCancelled':
      return { about: 'order', template: 'cancelled', orderId: data.orderId };
    case 'OrderAccepted':
      return { about: 'order', template: 'chargePaid', orderId: data.orderId };
    case 'OrderTerminated': {
      const { orderId, plantIds, endsOn } = data;
      return { about: 'order', template: 'terminated', orderId, plantIds, endsOn };
    }
    case 'TerminationPlanned': {
      const { orderId, plantIds, endsOn } = data;
      return { about: 'order', template: 'terminationPlanned', orderId, plantIds, endsOn };
    }
    case 'TerminationLifted': {
      const { orderId, plantIds } = data;
      return { about: 'order', template: 'terminationLifted', orderId, plantIds };
    }
    case 'OrderRefunded':
      return { about: 'order', template: 'refunded', orderId: data.orderId, cents: data.grossCents };
    case 'LicenceReminderDue': {
      const { plantId, licenceId, lastDay, daysBefore } = data;
      return {
        about: 'licence',
        template: licenceId === null ? 'trialEnding' : 'ending',
        plantId,
        lastDay,
        daysBefore,
      };
    }
    case 'TrialEnded':
      return { about: 'licence', template: 'trialEnded', plantId: data.plantId };
    case 'LicenceEnded':
      return data.reason === 'expired' ? { about: 'licence', template: 'ended', plantId: data.plantId } : null;
    case 'CapacityExceeded': {
      const { plantId, installedPowerW } = data;
      return { about: 'licence', template: 'exceeded', plantId, installedPowerW };
    }
    case 'CapacityExcessAnnounced': {
      const { plantId, installedPowerW, effectiveAt } = data;
      return { about: 'licence', template: 'excessAnnounced', plantId, installedPowerW, effectiveAt };
    }
    default:
      return null;
  }
}
