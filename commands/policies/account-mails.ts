import type { MailPayload, MailTemplate } from '../../adapters/mail/port.js';
import { accountEvents, type AccountEvent } from '../../domain/account/events.js';
import { isAmong } from '../../domain/kernel/event.js';
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
  SessionsEnded: 'signed-out-everywhere',
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
    if (!isAmong(accountEvents, event)) return [];
    return [templates[event.type] ?? []].flat().map((template): OutboxMessage => {
      const payload: MailPayload = { template, accountId: event.data.accountId, ...subjectOf(event) };
      return { kind: 'mail', payload };
    });
  },
};

/** What the mail is about, where an account has several of its kind. */
function subjectOf({ type, data }: AccountEvent): Pick<MailPayload, 'checkId' | 'tokenId'> {
  if (type === 'VatIdChecked') return { checkId: data.checkId };
  return type === 'ApiTokenCreated' ? { tokenId: data.tokenId } : {};
}
