import type { Clock } from '../../commands/ports.js';
import type { Mailer } from '../mail/port.js';
import type { OutboxHandler } from '../outbox/port.js';
import { postWebhook } from '../webhook/webhook.js';
import { auditLetter } from './letter.js';
import { AuditPayload } from './notices.js';

/** Whose log it is: auditors may have several. */
type Portal = { readonly publicUrl: string; readonly operatorName: string };

/** The outbox handler for mails to auditors. */
export function auditMailDelivery(deps: Portal & { readonly mailer: Mailer }): OutboxHandler {
  return async function deliverAuditMail({ id, payload }) {
    const { to, ...notice } = AuditPayload.parse(payload);
    if (to === undefined) throw new Error('a mail to an auditor waits without an address');
    await deps.mailer.send({ key: id, to, html: null, language: 'de, en', ...auditLetter(notice, deps) });
  };
}

const eventTypes = { 'daily-root': 'sitelink.log.root-made', 'broken-log': 'sitelink.log.broken' } as const;

/** The outbox handler for the auditor's webhook: the root, or the fault, as the data of an event. */
export function auditWebhookDelivery(
  deps: Pick<Portal, 'publicUrl'> & {
    readonly target: { readonly url: string; readonly secret: string };
    readonly clock: Clock;
  },
): OutboxHandler {
  return async function deliverAuditEvent({ id, payload }) {
    const notice = AuditPayload.parse(payload);
    const { template, at } = notice;
    const data = notice.template === 'daily-root' ? notice.root : notice.fault;
    const event = { id, source: deps.publicUrl, type: eventTypes[template], time: at, data };
    const { url, secret } = deps.target;
    await postWebhook({ url, secrets: [secret] }, event, deps.clock);
  };
}
