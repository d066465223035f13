import { loadRepair } from '../../commands/repair/repair-orders.js';
import type { EventLog } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import { repairNumber } from '../../domain/repair/state.js';
import { personOf } from '../mail/person.js';
import type { Mailer } from '../mail/port.js';
import { renderLetter, type Letter } from '../mail/templates/letter.js';
import type { OutboxHandler } from '../outbox/port.js';
import { RepairMailPayload } from './port.js';
import { advocateNews, repairLetter } from './repair-letters.js';

type RepairMailDeps = {
  readonly log: EventLog;
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly sender: Letter['sender'];
};

/** The outbox handler for mails about repairs. Writes to nobody who is gone, and to no advocate where none takes care. */
export function repairMailDelivery({ log, mailer, publicUrl, sender }: RepairMailDeps): OutboxHandler {
  return async ({ id, payload }) => {
    const { template, repairOrderId } = RepairMailPayload.parse(payload);
    const repair = await loadRepair(log, repairOrderId);
    if (repair.status === 'none') throw new Error(`a mail waits for repair ${repairOrderId}, which has no history`);
    const isForAdvocate = template === 'advocate-news';
    const readerId = isForAdvocate ? repair.advocateId : repair.accountId;
    const reader = readerId === null ? null : await personOf({ log }, readerId);
    if (reader === null) return;
    const { language, firstName, email: to } = reader;
    const about = { language, firstName, number: repairNumber(repairOrderId), sender };
    const letter = isForAdvocate
      ? advocateNews({ ...about, url: `${publicUrl}/office/repairs/${repairOrderId}` })
      : repairLetter(template, {
          ...about,
          ...{ url: `${publicUrl}/repairs/${repairOrderId}`, serialNumber: repair.device.serialNumber },
          ...{ dueOn: repair.dueOn, offer: repair.offer, invoice: repair.invoice, shipment: repair.shipment },
          reason: isErased(repair.endReason) ? null : repair.endReason,
        });
    await mailer.send({ key: id, to, ...renderLetter(letter) });
  };
}
