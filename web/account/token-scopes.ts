import type { TokenScope } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';

/** Each scope with its name and with what it opens, in the order in which they are offered. */
export const tokenScopes = {
  'plants:read': { name: 'tokens.plantsRead', text: 'tokens.plantsReadText' },
  'readings:read': { name: 'tokens.readingsRead', text: 'tokens.readingsReadText' },
  'readings:write': { name: 'tokens.readingsWrite', text: 'tokens.readingsWriteText' },
  'alerts:write': { name: 'tokens.alertsWrite', text: 'tokens.alertsWriteText' },
  'billing:read': { name: 'tokens.billingRead', text: 'tokens.billingReadText' },
} as const satisfies Record<TokenScope, { readonly name: MessageId; readonly text: MessageId }>;

export const scopeNames = Object.keys(tokenScopes) as readonly TokenScope[];
