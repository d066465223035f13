import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { BegunTotp, Page, OwnSession, TotpState } from './types.js';

export const totpQuery = queryOptions({
  queryKey: ['totp'],
  queryFn: ({ signal }) => request<TotpState>('GET', '/me/totp', { signal }),
});

export const beginTotp = (password: string) => request<BegunTotp>('POST', '/me/totp', { body: { password } });

/** Answers the recovery codes, once. */
export const confirmTotp = async (code: string): Promise<readonly string[]> =>
  (await request<{ readonly recoveryCodes: readonly string[] }>('POST', '/me/totp/confirmation', { body: { code } }))
    .recoveryCodes;

/** Answers the new ones, once. */
export const renewRecoveryCodes = async (password: string, code: string): Promise<readonly string[]> =>
  (
    await request<{ readonly recoveryCodes: readonly string[] }>('POST', '/me/totp/recovery-codes', {
      body: { password, code },
    })
  ).recoveryCodes;

export const disableTotp = (password: string, code: string) =>
  request<undefined>('DELETE', '/me/totp', { body: { password, code } });

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await request<Page<OwnSession>>('GET', '/me/sessions', { signal })).items,
});

export const endSession = (id: string) => request<undefined>('DELETE', `/me/sessions/${id}`);
