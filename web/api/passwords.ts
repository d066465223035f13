import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { ChangePasswordBody } from './types.js';

/** The other sessions end. */
export const changePassword = (body: ChangePasswordBody) => request<undefined>('PUT', '/me/password', { body });

/** The answer never tells whether there is such an account. */
export const askForReset = (email: string) => request<undefined>('POST', '/password-resets', { body: { email } });

/** Whether a link of a reset still counts; a link is looked at once. */
export const resetLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['reset-link', token],
    queryFn: async ({ signal }) => {
      await request<undefined>('GET', `/password-resets/${encodeURIComponent(token)}`, { signal });
      return true;
    },
    staleTime: Infinity,
    gcTime: 0,
  });

/** All sessions end. */
export const resetPassword = (token: string, password: string) =>
  request<undefined>('PUT', `/password-resets/${encodeURIComponent(token)}`, { body: { password } });
