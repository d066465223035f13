import { z } from 'zod';

/** Where owners may have the portal send something. */
export type OutboundConfig = { readonly arePrivateAllowed: boolean };

/** What the environment may say about it. */
export const webhookVariables = {
  WEBHOOK_PRIVATE_ADDRESSES: z.enum(['refused', 'allowed'], { error: 'must be refused or allowed' }).default('refused'),
};

export function outboundConfig(env: { readonly WEBHOOK_PRIVATE_ADDRESSES: string }): OutboundConfig {
  return { arePrivateAllowed: env.WEBHOOK_PRIVATE_ADDRESSES === 'allowed' };
}
