import type { FastifyContextConfig, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../domain/account/access.js';
import { Problem } from '../schemas/common.js';

type Config = Partial<Pick<FastifyContextConfig, 'access' | 'beforeAcceptance' | 'deprecation'>>;
type Responses = Readonly<Record<string, z.ZodType>>;

/**
 * What a route may answer besides what it says itself: what follows from who may call it and from what it takes. Anything
 * else that goes wrong (429, 5xx) is `default`.
 */
export function withRefusals(schema: FastifySchema | undefined, config: Config): FastifySchema {
  const statuses = [
    ...(schema?.querystring === undefined && schema?.body === undefined ? [] : [400]),
    ...ofAccess(config.access ?? 'public', config.beforeAcceptance === true),
    ...(isRestricted(schema?.params) ? [404] : []),
    ...(config.deprecation === undefined ? [] : [410]),
  ];
  const refusals: Responses = Object.fromEntries([...statuses, 'default'].map((status) => [status, Problem]));
  return { ...schema, response: { ...refusals, ...(schema?.response as Responses | undefined) } };
}

/** Whether there are addresses that cannot name anything. */
function isRestricted(params: unknown): boolean {
  if (!(params instanceof z.ZodObject)) return false;
  return !params.safeParse(Object.fromEntries(Object.keys(params.shape).map((name) => [name, '?']))).success;
}

function ofAccess(access: Access, beforeAcceptance: boolean): readonly number[] {
  if (access === 'public') return [];
  return beforeAcceptance ? [401, 403] : [401, 403, 412];
}

type Answer = { description?: string; content?: Record<string, { readonly schema?: { readonly $ref?: string } }> };
type Operation = { operationId?: string; responses?: Record<string, Answer> };
type Document = { paths?: object };

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;
const problemRef = '#/components/schemas/Problem';

const descriptions: Readonly<Record<string, string>> = {
  200: 'Done, or what was asked for',
  201: 'Added',
  202: 'Taken; it is done soon',
  204: 'Done',
  304: 'What the caller has is still right (`If-None-Match`)',
  400: 'The request cannot be read',
  401: 'Nobody is signed in, or the token is wrong, has expired or was revoked',
  402: 'The plant has no valid licence',
  403: 'The caller, or the token, may not do this',
  404: 'It does not exist, or not for the caller',
  409: 'The state of the thing does not allow it',
  410: 'It is gone for good',
  412: 'Documents in force are not accepted yet, or `If-Match` names another revision',
  422: 'A value is not possible; `errors` says which',
  429: 'Too many requests; `Retry-After` says when to come back',
  503: 'A service that is needed does not answer; try again later',
  default: 'Any other problem',
};

/** Names each operation after method and path, and gives each answer its words, and problems their media type. */
export function withNamesAndWords<D extends Document>(document: D): D {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = (item as Partial<Record<string, Operation>>)[method];
      if (operation === undefined) continue;
      operation.operationId ??= operationIdOf(method, path);
      for (const [status, answer] of Object.entries(operation.responses ?? {})) {
        if (answer.description === 'Default Response') answer.description = descriptions[status] ?? `Status ${status}`;
        const [json] = Object.values(answer.content ?? {});
        if (json?.schema?.$ref === problemRef) answer.content = { 'application/problem+json': json };
      }
    }
  }
  return document;
}

/** `GET /api/v1/plants/{id}/series.csv` → `getPlantsIdSeriesCsv` */
function operationIdOf(method: string, path: string): string {
  const words = path.replace('/api/v1', '').split(/[^A-Za-z0-9]+/);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Leaves out the shapes that nothing in the document refers to: each is made for what comes in and for what goes out. */
export function withoutUnusedSchemas<D extends Document & { components?: { schemas?: Record<string, object> } }>(
  document: D,
): D {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? {}).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow(document.paths);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...document.components, schemas: kept } };
}
