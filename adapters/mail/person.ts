import { loadAccount } from '../../commands/account/load-account.js';
import type { EventLog } from '../../commands/ports.js';
import type { AccountLanguage } from '../../domain/account/person.js';
import { displayName } from '../../domain/account/display-name.js';
import { isErased } from '../../domain/kernel/event.js';
import type { AccountId } from '../../domain/kernel/ids.js';

/** Somebody who can be written to. */
export type Person = {
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
  readonly language: AccountLanguage;
};

/** Null when there is nobody to write to any more. */
export async function personOf(
  { log }: { readonly log: Pick<EventLog, 'load'> },
  accountId: AccountId,
): Promise<Person | null> {
  const account = await loadAccount(log, accountId);
  if (account.status !== 'active') return null;
  const { email, userName, person, identity, language } = account;
  if (isErased(email) || isErased(userName) || isErased(person)) return null;
  const name = displayName({ company: identity?.company ?? null, person, userName });
  return { name, firstName: person?.firstName ?? userName, email, language };
}
