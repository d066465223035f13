import { AccountId } from '../../domain/kernel/ids.js';
import type { Credentials, EventLog, KnownCredentials } from '../ports.js';
import { loadAccount } from './load-account.js';

/** Stands for whoever has an address that nobody has, so that both take the same way. */
const nobody = AccountId.parse('00000000-0000-4000-8000-000000000000');

/**
 * Whoever signs in by this name. An address, also as a user name, stands for an account only once somebody has shown to
 * read its mail: whoever registers with the address of somebody else neither learns by signing in whether there was an
 * account nor stands in anybody's way.
 */
export async function findForSignIn(
  deps: {
    readonly log: Pick<EventLog, 'load'>;
    readonly credentials: Pick<Credentials, 'findByEmail' | 'findById' | 'findByUserName'>;
  },
  name: string,
): Promise<KnownCredentials | null> {
  if (!name.includes('@')) return deps.credentials.findByUserName(name);
  const holder = await deps.credentials.findByEmail(name);
  const account = await loadAccount(deps.log, holder ?? nobody);
  if (account.status === 'active') return deps.credentials.findById(account.accountId);
  const named = await deps.credentials.findByUserName(name);
  return named !== null && (await loadAccount(deps.log, named.accountId)).status === 'active' ? named : null;
}
