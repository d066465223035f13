import type { FastifyInstance } from 'fastify';
import { isForOwners, isMonitoring, refusalOf, type Access, type Rights } from '../../domain/account/access.js';
import type { ServiceRefusal } from '../../domain/account/services.js';
import { requireCaller, type Caller } from '../caller.js';
import { ProblemError } from '../problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; every route in the scope of `registerAccess` says so. */
    access?: Access;
  }
}

export type AccessDeps = {
  /** Asked for each request that needs a role of the operator: what was taken back has no effect any more. */
  readonly rightsOf: (caller: Caller) => Promise<Rights>;
  /** Why monitoring is not offered to the caller; null when it is. */
  readonly serviceRefusalOf: (caller: Caller) => Promise<ServiceRefusal | null>;
};

/**
 * The one place where callers are turned away, before anything of a request is looked at: 401 without a session, 403
 * without the role, or where monitoring is not offered to them. What an owner may do every account may do; whose thing it is follows from the query. A route that
 * does not say who may call it ends the start.
 */
export function registerAccess(app: FastifyInstance, deps: AccessDeps): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access !== undefined) return;
    throw new TypeError(`${String(method)} ${url} does not say who may call it: its config needs an access`);
  });
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config;
    if (access === 'public') return;
    const caller = requireCaller(request);
    if (access === undefined) throw new TypeError('onRoute lets no such route through');
    if (access === 'account') return;
    const closed = isMonitoring(access) ? await deps.serviceRefusalOf(caller) : null;
    if (closed !== null) throw new ProblemError(closed);
    if (isForOwners(access)) return;
    const refusal = refusalOf(access, await deps.rightsOf(caller));
    if (refusal !== null) throw new ProblemError(refusal);
  });
}
