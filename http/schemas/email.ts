import { z } from 'zod';
import { Email, Password } from './accounts.js';

export const EmailChangeBody = z
  .strictObject({
    /** The new address. */
    email: Email,
    /** The present password. */
    password: Password,
    /** Of the authenticator, or a recovery code; needed where a second factor is set up. */
    code: z.string().trim().min(1).max(40).optional(),
  })
  .meta({ id: 'EmailChangeBody' });

export const EmailConfirmationBody = z.strictObject({ token: z.string().min(1).max(500) });
