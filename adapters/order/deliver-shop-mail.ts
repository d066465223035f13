import type { ChargeFiles } from '../../commands/licence/charge-supplement.js';
import { loadAccount } from '../../commands/account/load-account.js';
import { loadLicence } from '../../commands/order/ask-quote.js';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import { loadOrder } from '../../commands/order/load-order.js';
import { loadPlant } from '../../commands/plant/manage.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import { fold } from '../../domain/kernel/decider.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { remainingValue } from '../../domain/licence/remaining-value.js';
import { standingOf } from '../../domain/licence/summary.js';
import type { Order } from '../../domain/order/order.js';
import { publishedKinds, type Documents } from '../documents/port.js';
import type { Attachment, Mailer } from '../mail/port.js';
import { renderLetter, type Sender } from '../mail/templates/letter.js';
import type { OutboxHandler } from '../outbox/port.js';
import type { GrantedLicence } from './accepted-words.js';
import type { DeclarationDesk } from './declarations.js';
import { declarationLetter } from './declaration-letter.js';
import { evidenceDocument, evidenceFileName } from './evidence-document.js';
import { licenceLetter } from './licence-letters.js';
import { orderLetter } from './order-letters.js';
import { ShopMailPayload, type LicenceMail, type OrderMail } from './port.js';

type ShopMailDeps = {
  readonly log: EventLog;
  readonly mailer: Mailer;
  readonly documents: Documents;
  readonly desk: Pick<InvoiceDesk, 'file'>;
  readonly declarations: Pick<DeclarationDesk, 'find'>;
  readonly chargeFiles: Pick<ChargeFiles, 'read'>;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly sender: Sender;
};

/**
 * The outbox handler for mails about orders and licences, with the contract documents and the invoice as PDF files (F4).
 * Writes to nobody whose data was erased.
 */
export function shopMailDelivery(deps: ShopMailDeps): OutboxHandler {
  return async ({ id, payload }) => {
    const mail = ShopMailPayload.parse(payload);
    if (mail.about === 'order') await deliverOrderMail(deps, id, mail);
    else if (mail.about === 'licence') await deliverLicenceMail(deps, id, mail);
    else await acknowledge(deps, id, mail.declarationId);
  };
}

async function deliverOrderMail(deps: ShopMailDeps, key: string, mail: OrderMail): Promise<void> {
  const order = await loadOrder(deps.log, mail.orderId);
  if (order.status === 'none') throw new Error(`a mail waits for order ${mail.orderId}, which has no history`);
  const { placed } = order;
  if (isErased(placed.buyer) || isErased(placed.plantNames)) return;
  // Repairs have mails of their own; that money goes back is the same for all, and a cancellation invoice or a correction
  // goes along with its mail.
  const ofRepair: readonly OrderMail['template'][] = ['refunded', 'chargeDropped', 'corrected'];
  if (order.repair !== null && !ofRepair.includes(mail.template)) return;
  // Who did not order has nothing cancelled: the cancellation invoice says it.
  if (order.supplement !== null && mail.template === 'cancelled') return;
  // The order acceptance acknowledges the payment of everybody who ordered.
  if (order.supplement === null && mail.template === 'chargePaid') return;
  const { language, grossCents, creditCents, toPayCents: totalCents, orderId } = placed;
  const letter = orderLetter(mail.template, {
    ...{ language, orderId, grossCents, creditCents, totalCents },
    name: placed.buyer.contactName ?? placed.buyer.name,
    plantNames: placed.plantNames.filter((_, index) => {
      const plantId = placed.items[index]?.plantId;
      return mail.plantIds === undefined || (plantId !== undefined && mail.plantIds.includes(plantId));
    }),
    licences: mail.template === 'accepted' ? await grantedLicences(deps, order) : [],
    endsOn: mail.endsOn ?? null,
    refundedCents: mail.cents ?? 0,
    invoiceNumber: mail.invoiceNumber ?? null,
    isConsumer: placed.customerKind === 'consumer',
    dueOn: order.supplement?.dueOn ?? null,
    isPaid: order.payments.some((payment) => payment.paidCents > 0),
    url: `${deps.publicUrl}/orders/${orderId}`,
    sender: deps.sender,
  });
  const attachments = await attachmentsOf(deps, order, mail);
  await deps.mailer.send({ key, to: placed.buyer.email, ...renderLetter(letter), attachments });
}

/** As they stand when the mail is sent, in the order of the plants. */
async function grantedLicences({ log, clock }: ShopMailDeps, { placed }: Order): Promise<readonly GrantedLicence[]> {
  const today = legalDay(clock.now().toString());
  const names = isErased(placed.plantNames) ? [] : placed.plantNames;
  const granted: GrantedLicence[] = [];
  for (const [index, { plantId, licenceId }] of placed.items.entries()) {
    const state = fold(licenceDecider, await loadLicence(log, plantId));
    const licence = state.licences.find((one) => one.licenceId === licenceId);
    if (licence === undefined) continue;
    const { firstDay, lastDay } = licence;
    const { follows } = standingOf(state, licence, today);
    granted.push({ plantName: names[index] || plantId, firstDay, lastDay, follows });
  }
  return granted;
}

async function attachmentsOf(deps: ShopMailDeps, order: Order, mail: OrderMail): Promise<readonly Attachment[]> {
  const isContract = mail.template === 'received' || mail.template === 'accepted';
  const invoice = order.invoices.find(({ number }) => number === mail.invoiceNumber);
  const contract = isContract ? await contractDocuments(deps, order) : [];
  if (invoice === undefined || isErased(invoice.facts)) return contract;
  const { fileName, pdf: bytes } = await deps.desk.file(invoice.facts);
  const evidence = mail.template === 'charged' ? await evidenceOf(deps, order, invoice.number) : [];
  return [pdf(fileName, bytes), ...evidence, ...contract];
}

/** What shows the power for which is charged, and the file that the office has added. */
async function evidenceOf({ chargeFiles }: ShopMailDeps, order: Order, number: string): Promise<readonly Attachment[]> {
  const document = await evidenceDocument(order, number);
  if (document === null) return [];
  const { fileName } = document;
  const file = order.supplement?.kept?.file ?? null;
  const content = file === null ? null : await chargeFiles.read(order.placed.orderId, file.fileId);
  if (file === null || content === null) return [pdf(fileName, document.pdf)];
  const added = {
    name: evidenceFileName(fileName, file),
    contentType: file.mediaType,
    base64: content.toString('base64'),
  };
  return [pdf(fileName, document.pdf), added];
}

/** In the editions that the customer accepted, in the language of the contract. */
async function contractDocuments(
  { documents, clock }: ShopMailDeps,
  { placed }: Order,
): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  for (const kind of publishedKinds) {
    const version = placed.documents.find((document) => document.kind === kind)?.version;
    if (version === undefined) continue;
    const { language } = placed;
    const bytes = await documents.pdf(kind, { version, language, at: clock.now() });
    if (bytes !== null) attachments.push(pdf(`${kind}-${version}.pdf`, bytes));
  }
  return attachments;
}

function pdf(name: string, bytes: Buffer): Attachment {
  return { name, contentType: 'application/pdf', base64: bytes.toString('base64') };
}

async function deliverLicenceMail(deps: ShopMailDeps, key: string, mail: LicenceMail): Promise<void> {
  const plant = await loadPlant(deps.log, mail.plantId);
  if (plant.status !== 'active' || isErased(plant.details.name)) return;
  const account = await loadAccount(deps.log, plant.ownerId);
  if (account.status !== 'active' || isErased(account.email) || isErased(account.person)) return;
  const today = legalDay(deps.clock.now().toString());
  const { balanceCents } = remainingValue(await loadLicence(deps.log, mail.plantId), today);
  const isAboutType = mail.template === 'excessAnnounced';
  const letter = licenceLetter(mail, {
    language: account.language,
    firstName: account.person?.firstName ?? '',
    plantName: plant.details.name,
    balanceCents,
    url: `${deps.publicUrl}${isAboutType ? `/plants/${mail.plantId}/inverters` : `/licences/buy?plants=${mail.plantId}`}`,
    sender: deps.sender,
  });
  await deps.mailer.send({ key, to: account.email, ...renderLetter(letter) });
}

/** The content of the declaration with date and time of its receipt (§ 356a (4), § 312k (4) BGB). */
async function acknowledge(deps: ShopMailDeps, key: string, declarationId: string): Promise<void> {
  const declaration = await deps.declarations.find(declarationId);
  if (declaration === null) throw new Error(`a mail waits for declaration ${declarationId}, which is not there`);
  const letter = declarationLetter(declaration, { url: deps.publicUrl, sender: deps.sender });
  await deps.mailer.send({ key, to: declaration.email, ...renderLetter(letter) });
}
