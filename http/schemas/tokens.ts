import { z } from 'zod';
import { TokenScope } from '../../domain/account/access.js';
import { Password } from './accounts.js';
import { InstantText, Uuid } from './common.js';
import { Code } from './second-factor.js';

const scopes = z
  .array(TokenScope)
  .min(1)
  .max(TokenScope.options.length)
  .transform((chosen) => [...new Set(chosen)]);

export const TokenBody = z
  .strictObject({
    /** By which the owner knows it again. */
    name: z.string().trim().min(1).max(80),
    scopes,
    /** Only these plants; left out or null = all, those of tomorrow included. */
    plantIds: z.array(Uuid).min(1).max(100).nullable().optional(),
    /** At most two years from now. */
    expiresAt: InstantText,
    password: Password,
    /** Of the second factor, where one is set up. */
    code: Code.optional(),
  })
  .meta({ id: 'TokenBody' });

export const ApiToken = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(TokenScope),
    /** null = all plants. */
    plantIds: z.array(z.string()).nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
    /** Known to a minute; null = never. */
    lastUsedAt: z.string().nullable(),
    expired: z.boolean(),
  })
  .meta({ id: 'ApiToken' });

export const CreatedToken = ApiToken.extend({
  /** Goes into `Authorization: Bearer …`; never shown again. */
  token: z.string(),
}).meta({ id: 'CreatedToken' });

export const ApiTokenList = z.object({ items: z.array(ApiToken), next: z.null() }).meta({ id: 'ApiTokenList' });
