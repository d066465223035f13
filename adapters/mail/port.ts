import { z } from 'zod';
import { AccountLanguage } from '../../domain/account/person.js';
import { LetterItem } from '../../domain/alerting/events.js';
import { AccountId, InvitationId, PlantId } from '../../domain/kernel/ids.js';
import { MonthText } from '../../domain/reporting/events.js';

export type Attachment = {
  /** File name, ASCII. */
  readonly name: string;
  readonly contentType: string;
} & ({ readonly text: string } | { readonly base64: string });

export type Mail = {
  /** The same key is the same mail: a mailbox shows it once, however often it is sent. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Null for a mail of text alone. */
  readonly html: string | null;
  /** What the text is written in, as in `Content-Language`: `de`, or `de, en`. */
  readonly language: string;
  readonly attachments?: readonly Attachment[];
};

export type Mailer = {
  /**
   * Throws when the mail was not taken: it may be sent again with the same key, unless it is a `PermanentFailure` of
   * the outbox.
   */
  send(mail: Mail): Promise<void>;
};

/** A mail as the mailbox of development shows it. */
export type ReceivedMail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  readonly sentAt: string;
};

export type Mailbox = Mailer & {
  /** Newest first; `to` compares whole addresses without regard to case. At most 200. */
  list(filter?: { readonly to?: string | undefined }): Promise<readonly ReceivedMail[]>;
  find(id: string): Promise<ReceivedMail | null>;
};

export const MailTemplate = z.enum([
  'validate-account',
  'already-registered',
  'activate-operator',
  'vat-checked',
  'business-confirmed',
  'country-changed',
  'reset-password',
  'password-changed',
  'signed-out-everywhere',
  'totp-enabled',
  'totp-disabled',
  'recovery-code-used',
  'recovery-codes-renewed',
  'api-token-created',
  'confirm-email',
  'email-change-asked',
  'email-changed',
  'data-export-ready',
  'erasure-requested',
  'erasure-cancelled',
  'account-erased',
  'webhook-switched-off',
]);
export type MailTemplate = z.infer<typeof MailTemplate>;

/** What waits in the outbox: whom to write what. Neither addresses nor secrets; those are looked up when it is sent. */
export const MailPayload = z.object({
  template: MailTemplate,
  accountId: AccountId,
  /** For a mail about one check of a VAT id. */
  checkId: z.uuid().optional(),
  /** For a mail about one personal token. */
  tokenId: z.uuid().optional(),
});
export type MailPayload = z.infer<typeof MailPayload>;

export const PlantMailTemplate = z.enum([
  'invitation',
  'invitation-accepted',
  'invitation-declined',
  'grant-changed',
  'grant-revoked',
  'third-party-left',
]);
export type PlantMailTemplate = z.infer<typeof PlantMailTemplate>;

/** What waits in the outbox about a plant and its third parties. Neither addresses nor secrets. */
export const PlantMailPayload = z.object({
  template: PlantMailTemplate,
  plantId: PlantId,
  invitationId: InvitationId,
  /** The third party, once it is known. */
  accountId: AccountId.optional(),
});
export type PlantMailPayload = z.infer<typeof PlantMailPayload>;

/** What waits in the outbox for one recipient of incidents. Neither addresses nor numbers. */
export const AlertMailPayload = z.object({
  template: z.literal('incidents'),
  plantId: PlantId,
  accountId: AccountId,
  language: AccountLanguage,
  items: z.array(LetterItem),
});
export type AlertMailPayload = z.infer<typeof AlertMailPayload>;

/** What waits in the outbox for a reader of monthly reports. Neither addresses nor numbers. */
export const ReportMailPayload = z.object({
  template: z.enum(['month-report', 'month-revised']),
  plantId: PlantId,
  accountId: AccountId,
  month: MonthText,
});
export type ReportMailPayload = z.infer<typeof ReportMailPayload>;
