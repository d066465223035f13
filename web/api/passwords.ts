import { request } from './client.js';
import type { ChangePasswordBody } from './types.js';

/** The other sessions end. */
export const changePassword = (body: ChangePasswordBody) => request<undefined>('PUT', '/me/password', { body });

/** The answer never tells whether there is such an account. */
export const askForReset = (email: string) => request<undefined>('POST', '/password-resets', { body: { email } });

/** All sessions end. */
export const resetPassword = (token: string, password: string) =>
  request<undefined>('PUT', `/password-resets/${encodeURIComponent(token)}`, { body: { password } });
