import { useMe } from '../api/accounts.js';
import type { Action, Me } from '../api/types.js';

/** Roles that work in the office; a partner buys for others, but not there. */
export const worksInOffice = ({ roles }: Me): boolean => roles.some((role) => role !== 'partner');

/** What the session that is signed in may do; without a second factor, nothing of the office. */
export function useMay(): (action: Action) => boolean {
  const me = useMe().data;
  return (action) => me?.actions.includes(action) === true;
}
