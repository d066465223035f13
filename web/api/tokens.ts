import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { ApiToken, CreatedToken, Page, TokenBody } from './types.js';

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await request<Page<ApiToken>>('GET', '/me/tokens', { signal })).items,
});

/** The only answer that holds the text of the token. */
export const createToken = (body: TokenBody) => request<CreatedToken>('POST', '/me/tokens', { body });

export const revokeToken = (id: string) => request<undefined>('DELETE', `/me/tokens/${id}`);
