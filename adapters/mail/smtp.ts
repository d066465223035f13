import { createTransport } from 'nodemailer';
import { PermanentFailure } from '../outbox/port.js';
import type { DkimKey } from './dkim.js';
import type { Mailer } from './port.js';

type SmtpMailer = Mailer & { close(): void };

/** A mail that was not taken. Servers quote the recipient in their answers, so of these only the codes are kept. */
class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/**
 * Hands mails to an SMTP server (RFC 5321). `url` as in `smtps://user:password@mail.example:465`; `from` as in
 * `SiteLink <portal@mail.example>`. Times out instead of waiting for ever, so that the outbox can try again.
 */
export function smtpMailer(options: {
  readonly url: string;
  readonly from: string;
  readonly dkim?: DkimKey | null;
}): SmtpMailer {
  const { dkim = null } = options;
  const transport = createTransport(
    {
      url: options.url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // Mails are made of our own texts only: nothing may be read from files or fetched from addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim !== null && {
        dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey },
      }),
    },
    { from: options.from },
  );
  return {
    async send({ key, to, subject, text, html, language, attachments = [] }) {
      const mail = {
        // The address as an object: a name or a list hidden in it stays what it is, one address.
        to: { name: '', address: to },
        subject,
        text,
        ...(html !== null && { html }),
        attachments: attachments.map(({ name, contentType, ...content }) => ({
          filename: name,
          contentType,
          content: 'text' in content ? content.text : Buffer.from(content.base64, 'base64'),
        })),
        messageId: `<${key}@sitelink>`,
        headers: {
          'Content-Language': language,
          // Nobody reads what a machine answers to a machine (RFC 3834; Exchange asks for a header of its own).
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        },
      };
      await transport.sendMail(mail).catch((error: unknown) => {
        throw failureOf(error as SmtpFailure);
      });
    },
    close: () => transport.close(),
  };
}

type SmtpFailure = { readonly code?: string; readonly responseCode?: number; readonly command?: string };

/**
 * 5xx is for good (RFC 5321, 4.2.1) when it answers to the recipient or the content. Before that it is about us, as when
 * the password is wrong or the server refuses everybody: the operator mends that, and no mail should be lost by it.
 */
function failureOf(error: SmtpFailure): Error {
  const { code, responseCode, command } = error;
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const isForGood = isAboutThisMail && responseCode !== undefined && responseCode >= 500;
  const parts = [code, responseCode, command === undefined ? undefined : `after ${command}`];
  const reason = parts.filter((part) => part !== undefined).join(' ') || 'unknown reason';
  return isForGood ? new PermanentFailure(reason) : new MailNotSent(reason);
}
