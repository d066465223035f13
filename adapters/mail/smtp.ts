import { createTransport } from 'nodemailer';
import type { Mailer } from './port.js';

export type SmtpMailer = Mailer & { close(): void };

/** A mail that was not taken. Servers quote the recipient in their answers, so of these only the codes are kept. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/**
 * Hands mails to an SMTP server (RFC 5321). `url` as in `smtps://user:password@mail.example:465`; `from` as in
 * `SiteLink <portal@mail.example>`. Times out instead of waiting for ever, so that the outbox can try again.
 */
export function smtpMailer(options: { readonly url: string; readonly from: string }): SmtpMailer {
  const transport = createTransport(
    {
      url: options.url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // Mails are made of our own texts only: nothing may be read from files or fetched from addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: options.from },
  );
  return {
    async send({ key, to, subject, text, html }) {
      const mail = {
        // The address as an object: a name or a list hidden in it stays what it is, one address.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${key}@sitelink>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      await transport.sendMail(mail).catch((error: unknown) => {
        throw new MailNotSent(reasonOf(error));
      });
    },
    close: () => transport.close(),
  };
}

function reasonOf(error: unknown): string {
  const { code, responseCode, command } = error as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly command?: string;
  };
  const parts = [code, responseCode, command === undefined ? undefined : `after ${command}`];
  return parts.filter((part) => part !== undefined).join(' ') || 'unknown reason';
}
