import type { Dispatcher } from 'undici';
import { v7 as uuidV7 } from 'uuid';
import { notePayment } from '../../commands/order/note-payment.js';
import type { Clock, Credentials } from '../../commands/ports.js';
import { auditMailDelivery, auditWebhookDelivery } from '../audit/deliver.js';
import type { Config } from '../config.js';
import { mailRequestDeliveries } from '../credentials/mail-requests.js';
import type { ActionTokens } from '../crypto/port.js';
import { alertMailDelivery, type AlertLetterDeps } from '../mail/alert-mail.js';
import { mailDelivery } from '../mail/deliver.js';
import { localMailbox } from '../mail/mailbox.js';
import { reportMailDelivery } from '../mail/report-mail.js';
import type { MonthReports } from '../report/port.js';
import { plantMailDelivery } from '../mail/plant-mail.js';
import type { Mailbox } from '../mail/port.js';
import { isLocked } from '../../projections/licences.js';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import type { Documents } from '../documents/port.js';
import type { DeclarationDesk } from '../order/declarations.js';
import { shopMailDelivery } from '../order/deliver-shop-mail.js';
import { repairMailDelivery } from '../repair/deliver-repair-mail.js';
import { smtpMailer } from '../mail/smtp.js';
import { openOutbox, type Outbox } from '../outbox/outbox.js';
import { paymentNotificationDelivery } from '../payment/notifications.js';
import { browserPushDelivery, pushFanOut } from '../push/deliver.js';
import type { PushSubscriptions } from '../push/subscriptions.js';
import type { Payments } from '../payment/open.js';
import { webhookFanOut } from '../webhook/webhooks.js';
import type { Undo } from '../undo.js';
import type { SystemLog } from './log.js';
import type { ChargeFiles } from '../../commands/licence/charge-supplement.js';
import type { Stores } from './stores.js';

/** What goes out of the house, and where mails go when there is no SMTP server; not started. */
export function openMessages(
  { database, log: eventLog }: Stores,
  {
    config,
    clock,
    tokens,
    credentials,
    payments,
    paymentNotifications,
    documents,
    desk,
    declarations,
    chargeFiles,
    outbound,
    pushSubscriptions,
    reports,
    isOpenFor,
  }: Pick<Payments, 'payments' | 'paymentNotifications'> & {
    readonly documents: Documents;
    readonly desk: InvoiceDesk;
    readonly declarations: DeclarationDesk;
    readonly chargeFiles: ChargeFiles;
    readonly outbound: Dispatcher;
    readonly pushSubscriptions: PushSubscriptions;
    readonly reports: MonthReports;
    readonly isOpenFor: AlertLetterDeps['isOpenFor'];
    readonly config: Config;
    readonly clock: Clock;
    readonly tokens: ActionTokens;
    readonly credentials: Credentials;
  },
  log: SystemLog,
  opened: Undo,
): { readonly mailbox: Mailbox | null; readonly outbox: Outbox } {
  const mailbox = config.smtpUrl === null ? localMailbox(database.db, clock) : null;
  const mailer = mailbox ?? openSmtp(config, opened);
  const { publicUrl, operatorName, audit } = config;
  const sender = { name: operatorName, email: config.seller.email };
  const repairMails = repairMailDelivery({ log: eventLog, mailer, desk, documents, publicUrl, sender });
  const outbox = openOutbox({
    pool: database.pool,
    handlers: {
      mail: mailDelivery({ log: eventLog, mailer, tokens, clock, publicUrl, sender }),
      'shop-mail': shopMailDelivery({
        ...{ log: eventLog, mailer, documents, desk, declarations, chargeFiles, clock, publicUrl, sender },
      }),
      'repair-mail': repairMails,
      'repair-news': repairMails,
      'plant-mail': plantMailDelivery({ log: eventLog, mailer, tokens, clock, publicUrl, sender }),
      'alert-mail': alertMailDelivery({ log: eventLog, isOpenFor, mailer, publicUrl, sender }),
      'report-mail': reportMailDelivery({
        ...{ log: eventLog, isOpenFor, mailer, reports, publicUrl, sender },
        isLocked: (plantId) => isLocked(database.db, plantId, clock.now()),
      }),
      webhook: webhookFanOut(database.pool),
      push: pushFanOut({ pool: database.pool, subscriptions: pushSubscriptions }),
      ...(config.vapid !== null && {
        'browser-push': browserPushDelivery({
          ...{ log: eventLog, subscriptions: pushSubscriptions, dispatcher: outbound, vapid: config.vapid, clock },
          ...{ isOpenFor, publicUrl, sender },
        }),
      }),
      ...mailRequestDeliveries({ log: eventLog, credentials, clock }),
      'payment-notification': paymentNotificationDelivery({
        ...paymentNotifications,
        notified: (providerRef) =>
          notePayment({ log: eventLog, clock, gateway: payments }, providerRef, {
            actor: { kind: 'policy', id: 'payment-notifications' },
            correlationId: uuidV7(),
          }),
      }),
      'audit-mail': auditMailDelivery({ mailer, publicUrl, operatorName }),
      ...(audit.webhook !== null && {
        'audit-webhook': auditWebhookDelivery({ target: audit.webhook, publicUrl, clock }),
      }),
    },
    onTrouble: (id, error) =>
      log.error(
        { err: error, messageId: id },
        id === null ? 'the outbox does not go on, trying again' : 'a message was not delivered',
      ),
  });
  return { mailbox, outbox };
}

function openSmtp(config: Config, opened: Undo) {
  const mailer = smtpMailer({ url: config.smtpUrl ?? '', from: config.mailFrom, dkim: config.dkim });
  opened.push(async () => mailer.close());
  return mailer;
}
