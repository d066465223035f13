import { randomUUID } from 'node:crypto';
import type { RouteOptions } from 'fastify';
import { request } from 'undici';

// What happens at the doors of routes, tried from outside.

const refusals = new Set([
  'session.required',
  'documents.not-accepted',
  'access.denied',
  'token.scope-missing',
  'totp.set-up-required',
  'totp.sign-in-required',
]);

let hosts = 0;
/** Every call comes from another address, so that limits do not mix. */
export const nextAddress = () => `10.7.${hosts >> 8}.${hosts++ & 255}`;

/** The routes that somebody may be turned away from. */
export function guardedRoutes(routes: readonly RouteOptions[]): readonly RouteOptions[] {
  return routes.filter(({ config, method }) => config?.access !== undefined && method !== 'HEAD');
}

/** The code with which a call was turned away at the door; null when it came further, whatever it met there. */
export async function refusalAt(
  portalUrl: string,
  route: RouteOptions,
  headers: Record<string, string>,
): Promise<string | null> {
  const answer = await request(`${portalUrl}${route.url.replaceAll(/:\w+/g, randomUUID())}`, {
    method: route.method as 'GET',
    headers: { 'x-forwarded-for': nextAddress(), ...headers },
  });
  if (!String(answer.headers['content-type']).includes('problem+json')) {
    // A live view has no end.
    answer.body.on('error', () => undefined).destroy();
    return null;
  }
  const { code } = (await answer.body.json()) as { readonly code: string };
  return refusals.has(code) ? code : null;
}
