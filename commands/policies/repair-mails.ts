import type { RepairMailPayload, RepairMailTemplate } from '../../adapters/repair/port.js';
import { isAmong } from '../../domain/kernel/event.js';
import { repairEvents, type RepairEvent } from '../../domain/repair/events.js';
import type { OutboxMessage, Policy } from './engine.js';

/** What the customer is written at each step (H3). */
const toCustomer: Readonly<Partial<Record<RepairEvent['type'], RepairMailTemplate>>> = {
  RepairRequested: 'requested',
  RepairOffered: 'offered',
  RepairOfferAccepted: 'accepted',
  RepairOfferRefused: 'refused',
  RepairDeclined: 'declined',
  RepairWithdrawn: 'withdrawn',
  RepairWithdrawalSettled: 'withdrawal-settled',
  RepairDeviceDispatched: 'dispatched',
  RepairDeviceReceived: 'received',
  RepairDeviceSentBack: 'sent-back',
  RepairInvoiced: 'invoiced',
  RepairPaid: 'paid',
  RepairClosed: 'closed',
};

/** What the advocate who takes care of it is told. */
const newsForAdvocate: readonly RepairEvent['type'][] = [
  'RepairOfferAccepted',
  'RepairOfferRefused',
  'RepairWithdrawn',
  'RepairDeviceDispatched',
];

/** Writes to customer and advocate about repairs. Words and addresses are looked up when it is sent. */
export const repairMails: Policy = {
  name: 'repair-mails',
  prefixes: ['repairOrder-'],
  react: async (event) => {
    if (!isAmong(repairEvents, event)) return [];
    const { type, data }: RepairEvent = event;
    const { repairOrderId } = data;
    const mail = (template: RepairMailTemplate): OutboxMessage => {
      const payload: RepairMailPayload = { template, repairOrderId };
      // Of a kind of their own, since they are not mails to the customer.
      return { kind: template === 'advocate-news' ? 'repair-news' : 'repair-mail', payload };
    };
    if (type === 'RepairMessageWritten') return [mail(data.from === 'office' ? 'message' : 'advocate-news')];
    // Who photographs a device attaches many; the queue tells the advocate.
    if (type === 'RepairFileAttached') return data.from === 'office' ? [mail('file')] : [];
    const template = toCustomer[type];
    return [
      ...(template === undefined ? [] : [mail(template)]),
      ...(newsForAdvocate.includes(type) ? [mail('advocate-news')] : []),
    ];
  },
};
