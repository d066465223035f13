import { isErased, type Personal } from '../kernel/event.js';
import type { Company, PersonName } from './person.js';

/** What others call an account: its company, its person, or at least its user name. Empty when everything was erased. */
export function displayName(account: {
  readonly company: Personal<Pick<Company, 'name'>> | null;
  readonly person: Personal<PersonName> | null;
  readonly userName: Personal<string>;
}): string {
  const { company, person, userName } = account;
  if (company !== null && !isErased(company) && company.name !== '') return company.name;
  const name = person === null || isErased(person) ? '' : `${person.firstName} ${person.lastName}`.trim();
  if (name !== '') return name;
  return isErased(userName) ? '' : userName;
}
