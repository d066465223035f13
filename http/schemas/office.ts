import { z } from 'zod';
import { OperatorRole } from '../../domain/account/access.js';
import { InstantText, Language } from './common.js';

export const Operator = z
  .object({
    accountId: z.string(),
    userName: z.string(),
    email: z.string(),
    /** False until the owner has chosen a password. */
    active: z.boolean(),
    /** Without a second factor roles have no effect. */
    secondFactor: z.boolean(),
    roles: z.array(
      z.object({
        role: OperatorRole,
        grantedAt: InstantText,
        /** User name of the account that gave the role; null when it was a tool of the command line. */
        grantedBy: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Operator' });

export const OfficeAccount = z
  .object({
    accountId: z.string(),
    userName: z.string(),
    email: z.string(),
    kind: z.enum(['consumer', 'business', 'operator']),
    language: Language,
    registeredAt: InstantText,
    /** Those that go on, the one used last first. */
    sessions: z.array(z.object({ userAgent: z.string().nullable(), openedAt: InstantText, lastUsedAt: InstantText })),
  })
  .meta({ id: 'OfficeAccount' });

export const OfficeAccounts = z
  .object({ items: z.array(OfficeAccount), next: z.null() })
  .meta({ id: 'OfficeAccounts' });

export const OperatorList = z.object({ items: z.array(Operator), next: z.null() }).meta({ id: 'OperatorList' });
