import { z } from 'zod';
import { Password } from './accounts.js';

export const TotpState = z
  .object({
    enabled: z.boolean(),
    /** 0 when it is not enabled. */
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'TotpState' });

export const BegunTotp = z
  .object({
    /** Base32. */
    secret: z.string(),
    /** `otpauth://totp/…` */
    uri: z.string(),
    /** The URI as a picture: a `data:` address of an SVG. */
    qrCode: z.string(),
  })
  .meta({ id: 'BegunTotp' });

/** Of the authenticator (six digits), or a recovery code; blanks and hyphens do not count. */
export const Code = z.string().trim().min(1).max(40);

export const ConfirmTotpBody = z.strictObject({ code: Code });
/** Password and code: to disable it, and for new recovery codes. */
export const TotpProof = z.strictObject({ password: Password, code: Code });

export const RecoveryCodes = z
  .object({
    /** Each works once instead of a code of the authenticator; never shown again. */
    recoveryCodes: z.array(z.string()),
  })
  .meta({ id: 'RecoveryCodes' });
