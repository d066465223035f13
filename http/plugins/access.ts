import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  dependsOnRole,
  isForAccounts,
  isService,
  mayDo,
  refusalOf,
  type Access,
  type Action,
  type PlantRole,
  type Rights,
} from '../../domain/account/access.js';
import type { DueDocument } from '../../domain/account/documents.js';
import { isOpenFor, type Monitoring } from '../../domain/account/services.js';
import { PlantId } from '../../domain/kernel/ids.js';
import { isVisit, requireCaller, requireSession, type Caller, type SessionCaller } from '../caller.js';
import { notAccepted } from '../not-accepted-problem.js';
import { ProblemError } from '../problem.js';
import { rightMissing } from '../problems/sharing.js';
import { keepWithin, plantInAddress, staysWithinPlants } from '../token-limits.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; every route in the scope of `registerAccess` says so. */
    access?: Access;
    /**
     * Open also to an account that has not accepted the documents in force: what leads in and out, and what the law
     * grants in any case.
     */
    beforeAcceptance?: true;
    /** Outside the routes of one plant: says that the answer speaks of no plant but those of the caller (`caller.plantIds`). */
    honoursTokenPlants?: boolean;
  }
}

export type AccessDeps = {
  /** What the account of the caller has to accept before it is open again; empty for most. */
  readonly documentsDueOf: (caller: Caller) => Promise<readonly DueDocument[]>;
  /** Asked for each request that needs a role of the operator: what was taken back has no effect any more. */
  readonly rightsOf: (caller: SessionCaller) => Promise<Rights>;
  /** What is open to the caller of this part of monitoring. */
  readonly monitoringOf: (caller: Caller, action: Action) => Promise<Monitoring>;
  /** Whether this is the account that everybody looks around in: nothing in it can be changed. Left out: there is none. */
  readonly isDemo?: (caller: Caller) => Promise<boolean>;
  /** What the caller is to a plant, by its history: a right that was taken back has no effect any more. Null: a stranger. */
  readonly plantRoleOf: (caller: Caller, plantId: PlantId) => Promise<PlantRole | null>;
};

/**
 * The one place where callers are turned away, before anything of a request is looked at: 401 without a session, 403 for
 * a token without the scope, 412 while a document in force is not accepted, 403 without the role, or where monitoring is not offered to them. What an owner may do every account may do; whose thing it is follows from the query. At the routes of one plant that not
 * everybody may use who sees it: 404 for strangers, 403 for those without the right. A route that does not say who may call
 * it ends the start.
 */
export function registerAccess(app: FastifyInstance, deps: AccessDeps): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    const route = `${String(method)} ${url}`;
    if (config?.access === undefined) {
      throw new TypeError(`${route} does not say who may call it: its config needs an access`);
    }
    if (staysWithinPlants(url, config.access, config.honoursTokenPlants === true)) return;
    throw new TypeError(`${route} must leave out what a token is not made for, and say honoursTokenPlants`);
  });
  app.addHook('onRequest', async (request) => {
    const { access, beforeAcceptance } = request.routeOptions.config;
    if (access === 'public') return;
    const caller = requireCaller(request);
    if (access === undefined) throw new TypeError('onRoute lets no such route through');
    if (!isLooking(request) && !isLeaving(request, caller) && (await onlyLooks(deps, caller))) {
      throw new ProblemError('demo.read-only');
    }
    if ('token' in caller) keepWithin(caller.token, access, request);
    if (beforeAcceptance !== true) {
      const due = await deps.documentsDueOf(caller);
      if (due.length > 0) throw notAccepted(due);
    }
    if (access === 'account') return;
    if (isService(access)) await keepToMonitoring(deps, caller, access, request);
    if (isForAccounts(access)) return keepRole(deps, caller, access, request);
    const refusal = refusalOf(access, await deps.rightsOf(requireSession(request)));
    if (refusal !== null) throw new ProblemError(refusal);
  });
}

/** A visitor by the session, whatever is configured by now; whoever else is in the account, by what is configured. */
async function onlyLooks({ isDemo }: AccessDeps, caller: Caller): Promise<boolean> {
  return isVisit(caller) || (await isDemo?.(caller)) === true;
}

/** Accepting documents changes nothing that others see, and the demonstration would be closed without. */
function isLooking({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || routeOptions.url === '/api/v1/me/accepted-documents';
}

/** Signing out of the own session, not of that of another visitor. */
function isLeaving({ routeOptions, params }: FastifyRequest, caller: Caller): boolean {
  const { url } = routeOptions;
  if ((url !== '/api/v1/sessions/:id' && url !== '/api/v1/me/sessions/:id') || 'token' in caller) return false;
  return (params as { readonly id?: string }).id === caller.sessionId;
}

/** Turns away whom monitoring is not offered to, and keeps whom a service partner serves to the plants of that partner. */
async function keepToMonitoring(
  { monitoringOf }: Pick<AccessDeps, 'monitoringOf'>,
  caller: Caller,
  action: Action,
  request: FastifyRequest,
): Promise<void> {
  const monitoring = await monitoringOf(caller, action);
  if (monitoring.refusal !== null) throw new ProblemError(monitoring.refusal);
  const { plantIds } = monitoring;
  if (plantIds === null) return;
  const named = plantInAddress(request);
  if (named !== null && !isOpenFor(monitoring, named)) throw new ProblemError('service.consumer-abroad');
  const both = caller.plantIds?.filter((plantId) => isOpenFor(monitoring, plantId)) ?? plantIds;
  request.caller = { ...caller, plantIds: both };
}

/** Keeps third parties of a plant within their right. */
async function keepRole(
  { plantRoleOf }: Pick<AccessDeps, 'plantRoleOf'>,
  caller: Caller,
  action: Action,
  request: FastifyRequest,
): Promise<void> {
  const named = plantInAddress(request);
  if (!dependsOnRole(action) || named === null) return;
  const plantId = PlantId.safeParse(named);
  const role = plantId.success ? await plantRoleOf(caller, plantId.data) : null;
  if (role === null) throw new ProblemError('plant.not-found');
  if (!mayDo(role, action)) throw new ProblemError('plant.right-missing', { detail: rightMissing(action) });
}
