const key = 'sitelink-registered';
const linkLifeMs = 72 * 3_600_000;

/** Remembers that whoever sits at this browser has just registered, and so has chosen the password themselves. */
export const noteRegistration = (): void => localStorage.setItem(key, String(Date.now()));

/** Whether a link that is followed here most likely belongs to a registration of this browser; the server has the last word. */
export const hasRegisteredHere = (): boolean => Date.now() - Number(localStorage.getItem(key) ?? 0) < linkLifeMs;

/** The registration has led to an account. */
export const forgetRegistration = (): void => localStorage.removeItem(key);
