import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import { loadOrder } from '../../commands/order/load-order.js';
import { repairChargeId } from '../../commands/repair/charge-repair.js';
import { loadRepair } from '../../commands/repair/repair-orders.js';
import type { EventLog } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import type { RepairOrderId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { repairNumber, type RepairOrder } from '../../domain/repair/state.js';
import type { Documents } from '../documents/port.js';
import { personOf } from '../mail/person.js';
import type { Attachment, Mailer } from '../mail/port.js';
import { renderLetter, type Letter } from '../mail/templates/letter.js';
import type { OutboxHandler } from '../outbox/port.js';
import { RepairMailPayload } from './port.js';
import { advocateNews, repairLetter } from './repair-letters.js';

type RepairMailDeps = {
  readonly log: EventLog;
  readonly mailer: Mailer;
  readonly desk: Pick<InvoiceDesk, 'file'>;
  readonly documents: Pick<Documents, 'pdf'>;
  readonly publicUrl: string;
  readonly sender: Letter['sender'];
};

/** The outbox handler for mails about repairs. Writes to nobody who is gone, and to no advocate where none takes care. */
export function repairMailDelivery({ log, mailer, desk, documents, publicUrl, sender }: RepairMailDeps): OutboxHandler {
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
          ...{
            dueOn: repair.dueOn,
            offer: repair.offer,
            isContract: repair.agreed !== null,
            isConsumer: isConsumers(repair),
            invoice: repair.invoice,
            shipment: repair.shipment,
            compensation: repair.compensation,
          },
          reason: isErased(repair.endReason) ? null : repair.endReason,
        });
    const attachments =
      template === 'invoiced'
        ? await invoiceOf({ log, desk }, repairOrderId)
        : template === 'accepted'
          ? await contractOf(documents, repair, language)
          : [];
    await mailer.send({ key: id, to, ...renderLetter(letter), attachments });
  };
}

/** Only they are asked whether the work may begin at once. */
function isConsumers({ agreed }: RepairOrder): boolean {
  return agreed !== null && agreed.earlyStart !== null;
}

/** What is part of the contract, on a durable medium (§ 312f (2) BGB); how to withdraw concerns consumers only. */
async function contractOf(
  documents: RepairMailDeps['documents'],
  repair: RepairOrder,
  language: 'de' | 'en',
): Promise<readonly Attachment[]> {
  if (repair.agreed === null) return [];
  const at = Temporal.Instant.from(repair.agreed.at);
  const attachments: Attachment[] = [];
  for (const kind of ['general-terms', ...(isConsumers(repair) ? (['withdrawal'] as const) : [])] as const) {
    const pdf = await documents.pdf(kind, { language, at });
    if (pdf !== null) attachments.push(attachedPdf(`${kind}.pdf`, pdf));
  }
  return attachments;
}

function attachedPdf(name: string, bytes: Buffer): Attachment {
  return { name, contentType: 'application/pdf', base64: bytes.toString('base64') };
}

/** The document as it was issued. */
async function invoiceOf(
  { log, desk }: Pick<RepairMailDeps, 'log' | 'desk'>,
  repairOrderId: RepairOrderId,
): Promise<readonly Attachment[]> {
  const order = await loadOrder(log, repairChargeId(repairOrderId));
  const facts = order.status === 'none' ? undefined : order.invoices.find(({ kind }) => kind === 'invoice')?.facts;
  if (facts === undefined || isErased(facts)) return [];
  const { fileName, pdf } = await desk.file(facts);
  return [attachedPdf(fileName, pdf)];
}
