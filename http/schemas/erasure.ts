import { z } from 'zod';
import { Password } from './accounts.js';
import { Code } from './second-factor.js';

export const ErasureBody = z
  .strictObject({
    /** The present password. */
    password: Password,
    /** Of the authenticator, or a recovery code; needed where a second factor is set up. */
    code: Code.optional(),
  })
  .meta({ id: 'ErasureBody' });
