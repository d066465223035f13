import type { AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';

/** A secret that its owner has yet to show a code of. */
export type BegunTotp = {
  /** Base32, to be typed. */
  readonly secret: string;
  /** `otpauth://totp/…`, to be scanned. */
  readonly uri: string;
};

export type TotpStatus = { readonly enabled: boolean; readonly recoveryCodesLeft: number };

/** Secrets of the second factor (RFC 6238) and recovery codes; they live outside the log. */
export type SecondFactors = {
  status(accountId: AccountId): Promise<TotpStatus>;
  /** Makes a secret that is in force once a code of it was shown; null when one is in force already. */
  begin(accountId: AccountId, label: string, at: Temporal.Instant): Promise<BegunTotp | null>;
  /** Puts the secret in force; answers the recovery codes, which nobody ever sees again. */
  confirm(
    accountId: AccountId,
    code: string,
    at: Temporal.Instant,
  ): Promise<
    | { readonly ok: true; readonly recoveryCodes: readonly string[] }
    | { readonly ok: false; readonly reason: 'not-begun' | 'wrong' }
  >;
  /** Which factor the code shows; null when it shows none. A code works once. */
  prove(accountId: AccountId, code: string, at: Temporal.Instant): Promise<'totp' | 'recovery-code' | null>;
  /** New recovery codes instead of all before them, shown once; null when no second factor is in force. */
  renewRecoveryCodes(accountId: AccountId): Promise<readonly string[] | null>;
  remove(accountId: AccountId): Promise<void>;
};
