import type { FastifyRequest } from 'fastify';
import type { TokenGrant } from '../adapters/api-tokens/port.js';
import { scopeFor, type Access, type TokenScope } from '../domain/account/access.js';
import { ProblemError } from './problem.js';

/** Routes of one plant, which is the one that its address names. */
const ofOnePlant = /^\/api\/v1\/plants\/:id(\/|$)/;

/** Whether a token that is made for some plants only stays within them at this route. */
export function staysWithinPlants(url: string, access: Access, honoursTokenPlants: boolean): boolean {
  const isClosed = access === 'public' || scopeFor(access) === null;
  return isClosed || honoursTokenPlants || ofOnePlant.test(url);
}

/** The plant that the address of the request names; null when it names none. */
export function plantInAddress(request: FastifyRequest): string | null {
  if (!ofOnePlant.test(request.routeOptions.url ?? '')) return null;
  return (request.params as { readonly id: string }).id.toLowerCase();
}

/** Keeps a token within its scopes, and at the routes of one plant within its plants: another does not exist for it. */
export function keepWithin(token: TokenGrant, access: Exclude<Access, 'public'>, request: FastifyRequest): void {
  const scope = scopeFor(access);
  if (scope === null || !token.scopes.includes(scope)) throw scopeMissing(scope);
  const named = plantInAddress(request);
  if (named === null || token.plantIds === null) return;
  if (!token.plantIds.some((plantId) => plantId === named)) throw new ProblemError('plant.not-found');
}

/** With the scope in the words of RFC 6750 (3.1), where there is one. */
export function scopeMissing(scope: TokenScope | null): ProblemError {
  if (scope === null) return new ProblemError('token.scope-missing', { detail: neverForTokens });
  const challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
  return new ProblemError('token.scope-missing', { params: { scope }, headers: { 'www-authenticate': challenge } });
}

const neverForTokens = {
  de: 'Das geht mit keinem Zugriffsschlüssel, sondern nur angemeldet im Portal.',
  en: 'No access token may do this; it takes somebody who is signed in to the portal.',
} as const;
