import { z } from 'zod';
import { ConfigError } from '../config-error.js';
import { address } from '../config-values.js';

/** Who is told of the roots of the log, and of faults in it. */
export type AuditConfig = {
  readonly mailTo: readonly string[];
  /** Null = nobody. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
};

/** What the environment may say about auditors. */
export const auditVariables = {
  AUDIT_MAIL_TO: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((addresses) => addresses.every((one) => z.email().safeParse(one).success), {
      error: 'must list e-mail addresses, for example audit@example.org,office@example.org',
    })
    .default([]),
  AUDIT_WEBHOOK_URL: address('https:', 'http:').optional(),
  AUDIT_WEBHOOK_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
};

type AuditVariables = { readonly [K in keyof typeof auditVariables]?: z.output<(typeof auditVariables)[K]> };

/** Throws a `ConfigError` for a webhook whose receiver could not check anything. */
export function auditConfig(env: AuditVariables): AuditConfig {
  return { mailTo: [...new Set(env.AUDIT_MAIL_TO)], webhook: webhookOf(env) };
}

function webhookOf(env: AuditVariables): AuditConfig['webhook'] {
  const { AUDIT_WEBHOOK_URL: url, AUDIT_WEBHOOK_SECRET: secret } = env;
  if (url === undefined) return null;
  if (secret === undefined) throw new ConfigError('AUDIT_WEBHOOK_SECRET must be set, too: the receiver checks it.');
  return { url, secret };
}
