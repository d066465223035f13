import { shortMemory } from '../adapters/short-memory.js';
import { loadAccount } from '../commands/account/load-account.js';
import type { Credentials, EventLog } from '../commands/ports.js';
import type { AccountId } from '../domain/kernel/ids.js';

/** The account that everybody may look around in, and nobody changes; null while there is none. */
export type DemoAccount = { readonly idOf: () => Promise<AccountId | null> };

type DemoAccountDeps = {
  readonly credentials: Pick<Credentials, 'findByUserName'>;
  readonly log: Pick<EventLog, 'load'>;
};

/** For so long an account that is gone may still count as the demonstration. */
const knownForMs = 2_000;

/**
 * The account that `DEMO_ACCOUNT` names, once somebody has confirmed it and until it is erased. Asked again while there is
 * none: `npm run demo` may come after the start.
 */
export function demoAccount(userName: string | null, deps: DemoAccountDeps): DemoAccount {
  const memory = shortMemory(async (name) => {
    const holder = await deps.credentials.findByUserName(name);
    if (holder === null) return null;
    const { status } = await loadAccount(deps.log, holder.accountId);
    return status === 'active' ? holder.accountId : null;
  }, knownForMs);
  return {
    async idOf() {
      if (userName === null) return null;
      const found = await memory.ask(userName);
      if (found === null) memory.forget(userName);
      return found;
    },
  };
}
