import { z } from 'zod';
import { ConfigError } from '../config-error.js';
import { vapidFrom, type Vapid } from './vapid.js';

/** What the environment may say about notifications in browsers. */
export const pushVariables = {
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, { error: 'must be the 32 bytes of a P-256 key in base64url' })
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, {
      error: 'must be mailto:… or https://…: whom push services may write to',
    })
    .optional(),
};

type PushVariables = { readonly [K in keyof typeof pushVariables]?: z.output<(typeof pushVariables)[K]> };

/** Null = there are none. Throws a `ConfigError` for half a configuration. */
export function pushConfig({ VAPID_PRIVATE_KEY: key, VAPID_SUBJECT: subject }: PushVariables): Vapid | null {
  if (key === undefined && subject === undefined) return null;
  if (key === undefined) throw new ConfigError('VAPID_PRIVATE_KEY must be set when VAPID_SUBJECT is set.');
  if (subject === undefined) throw new ConfigError('VAPID_SUBJECT must be set when VAPID_PRIVATE_KEY is set.');
  try {
    return vapidFrom(key, subject);
  } catch {
    throw new ConfigError('VAPID_PRIVATE_KEY must be the 32 bytes of a P-256 key in base64url.');
  }
}
