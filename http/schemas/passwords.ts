import { z } from 'zod';
import { Email, Password } from './accounts.js';

/** The rules of the new password are checked by the domain, so that every violated rule is named. */
export const ChangePasswordBody = z
  .strictObject({
    /** The present one. */
    password: Password,
    newPassword: Password,
    /** Of the authenticator, or a recovery code; needed where a second factor is set up. */
    code: z.string().trim().min(1).max(40).optional(),
  })
  .meta({ id: 'ChangePasswordBody' });

export const ResetRequestBody = z.strictObject({ email: Email });

export const ResetBody = z.strictObject({ password: Password });
