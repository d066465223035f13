import { activateOperator } from './templates/activate-operator.js';
import { alreadyRegistered } from './templates/already-registered.js';
import { businessConfirmed } from './templates/business-confirmed.js';
import { passwordChanged } from './templates/password-changed.js';
import { recoveryCodeUsed, recoveryCodesRenewed, totpDisabled, totpEnabled } from './templates/second-factor.js';
import { signedOutEverywhere } from './templates/signed-out-everywhere.js';
import { resetPassword } from './templates/reset-password.js';
import { confirmEmail, emailChangeAsked, emailChanged } from './templates/change-email.js';
import { dataExportReady } from './templates/data-export-ready.js';
import { validateAccount } from './templates/validate-account.js';
import { accountErased, erasureCancelled } from './templates/erasure.js';
import { webhookSwitchedOff } from './templates/webhook-switched-off.js';
import type { AccountMailFacts } from './templates/facts.js';
import type { Letter } from './templates/letter.js';
import type { MailTemplate } from './port.js';

/** The letters to the owner of an account that say nothing beyond what is known of every account. */
export const plainLetters: Readonly<
  Record<
    Exclude<MailTemplate, 'vat-checked' | 'country-changed' | 'api-token-created' | 'erasure-requested'>,
    (facts: AccountMailFacts) => Letter
  >
> = {
  'validate-account': validateAccount,
  'already-registered': alreadyRegistered,
  'activate-operator': activateOperator,
  'business-confirmed': businessConfirmed,
  'reset-password': resetPassword,
  'password-changed': passwordChanged,
  'signed-out-everywhere': signedOutEverywhere,
  'totp-enabled': totpEnabled,
  'totp-disabled': totpDisabled,
  'recovery-code-used': recoveryCodeUsed,
  'recovery-codes-renewed': recoveryCodesRenewed,
  'confirm-email': confirmEmail,
  'email-change-asked': emailChangeAsked,
  'email-changed': emailChanged,
  'data-export-ready': dataExportReady,
  'erasure-cancelled': erasureCancelled,
  'account-erased': accountErased,
  'webhook-switched-off': webhookSwitchedOff,
};
