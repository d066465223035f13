import type { Credentials } from '../commands/ports.js';
import type { AccountId } from '../domain/kernel/ids.js';

/** The account that everybody may look around in, and nobody changes; null while there is none. */
export type DemoAccount = { readonly idOf: () => Promise<AccountId | null> };

/** The account that `DEMO_ACCOUNT` names, looked up until it is there: `npm run demo` may come after the start. */
export function demoAccount(userName: string | null, credentials: Pick<Credentials, 'findByUserName'>): DemoAccount {
  let found: AccountId | null = null;
  return {
    async idOf() {
      if (userName !== null) found ??= (await credentials.findByUserName(userName))?.accountId ?? null;
      return found;
    },
  };
}
