import type { MailPayload, MailTemplate } from '../../adapters/mail/port.js';
import type { AccountEvent } from '../../domain/account/events.js';
import type { OutboxMessage, Policy } from './engine.js';

const templates: Readonly<Partial<Record<AccountEvent['type'], MailTemplate>>> = {
  AccountRegistered: 'validate-account',
  ValidationMailRequested: 'validate-account',
  RegistrationRepeated: 'already-registered',
  OperatorInvited: 'activate-operator',
  VatIdChecked: 'vat-checked',
  BusinessConfirmed: 'business-confirmed',
  PasswordResetRequested: 'reset-password',
  PasswordChanged: 'password-changed',
  PasswordReset: 'password-changed',
};

/** Writes to the owner of an account. What exactly, and to which address, is looked up when the mail is sent. */
export const accountMails: Policy = {
  name: 'account-mails',
  prefixes: ['account-'],
  react: async (event) => {
    // Streams of accounts hold only events of accounts.
    const { type, data } = event as unknown as AccountEvent;
    const template = templates[type];
    if (template === undefined) return [];
    const about = type === 'VatIdChecked' ? { checkId: data.checkId } : {};
    const payload: MailPayload = { template, accountId: data.accountId, ...about };
    return [{ kind: 'mail', payload } satisfies OutboxMessage];
  },
};
