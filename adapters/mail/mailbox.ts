import type { Db } from '../database/port.js';
import type { Clock } from '../../commands/ports.js';
import type { Attachment, Mailbox, ReceivedMail } from './port.js';

/** Keeps mails in table `dev_mails` instead of sending them: where no SMTP server is configured. */
export function localMailbox(db: Db, clock: Clock): Mailbox {
  return {
    async send({ key, to, subject, text, html, attachments = [] }) {
      const bodies = { text_body: text, html_body: html, attachments: JSON.stringify(attachments) };
      const mail = { message_key: key, recipient: to, subject, ...bodies };
      await db
        .insertInto('dev_mails')
        .values({ ...mail, sent_at: clock.now().toString() })
        .onConflict((conflict) => conflict.column('message_key').doNothing())
        .execute();
    },
    async list({ to } = {}) {
      const all = db.selectFrom('dev_mails').select(columns).orderBy('id', 'desc').limit(200);
      const some =
        to === undefined ? all : all.where((where) => where(where.fn('lower', ['recipient']), '=', to.toLowerCase()));
      const rows: readonly MailRow[] = await some.execute().then((found) => found as MailRow[]);
      return rows.map(mailOf);
    },
    async find(id) {
      const row = await db.selectFrom('dev_mails').select(columns).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : mailOf(row as MailRow);
    },
  };
}

const columns = ['id', 'recipient', 'subject', 'text_body', 'html_body', 'attachments', 'sent_at'] as const;

type MailRow = {
  readonly id: bigint;
  readonly recipient: string;
  readonly subject: string;
  readonly text_body: string;
  readonly html_body: string | null;
  readonly attachments: readonly Attachment[];
  readonly sent_at: Date;
};

function mailOf(row: MailRow): ReceivedMail {
  return {
    id: row.id.toString(),
    to: row.recipient,
    subject: row.subject,
    text: row.text_body,
    html: row.html_body,
    attachments: row.attachments,
    sentAt: row.sent_at.toISOString(),
  };
}
