import type { MailPayload, MailTemplate } from '../../adapters/mail/port.js';
import type { AccountEvent } from '../../domain/account/events.js';
import type { OutboxMessage, Policy } from './engine.js';

const templates: Readonly<Partial<Record<AccountEvent['type'], MailTemplate | readonly MailTemplate[]>>> = {
  AccountRegistered: 'validate-account',
  ValidationMailRequested: 'validate-account',
  RegistrationRepeated: 'already-registered',
  OperatorInvited: 'activate-operator',
  VatIdChecked: 'vat-checked',
  BusinessConfirmed: 'business-confirmed',
  AccountCountryChanged: 'country-changed',
  PasswordResetRequested: 'reset-password',
  PasswordChanged: 'password-changed',
  PasswordReset: 'password-changed',
  TotpEnabled: 'totp-enabled',
  TotpDisabled: 'totp-disabled',
  RecoveryCodeUsed: 'recovery-code-used',
  RecoveryCodesRenewed: 'recovery-codes-renewed',
  ApiTokenCreated: 'api-token-created',
  // To the new address and to the present one.
  EmailChangeRequested: ['confirm-email', 'email-change-asked'],
  EmailChanged: 'email-changed',
  AccountErasureRequested: 'erasure-requested',
  AccountErasureCancelled: 'erasure-cancelled',
  AccountErased: 'account-erased',
};

/** Writes to the owner of an account. What exactly, and to which address, is looked up when the mail is sent. */
export const accountMails: Policy = {
  name: 'account-mails',
  prefixes: ['account-'],
  react: async (event) => {
    // Streams of accounts hold only events of accounts.
    const happened = event as unknown as AccountEvent;
    return [templates[happened.type] ?? []].flat().map((template): OutboxMessage => {
      const payload: MailPayload = { template, accountId: happened.data.accountId, ...subjectOf(happened) };
      return { kind: 'mail', payload };
    });
  },
};

/** What the mail is about, where an account has several of its kind. */
function subjectOf({ type, data }: AccountEvent): Pick<MailPayload, 'checkId' | 'tokenId'> {
  if (type === 'VatIdChecked') return { checkId: data.checkId };
  return type === 'ApiTokenCreated' ? { tokenId: data.tokenId } : {};
}
