import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeRoles } from '../../commands/account/change-roles.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { actions, isForAccounts, OperatorRole, rolesFor } from '../../domain/account/access.js';
import { AccountId } from '../../domain/kernel/ids.js';
import type { OperatorView } from '../../projections/account-view.js';
import { commandContext } from '../caller.js';
import { rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { OperatorList, RoleChangeBody, RoleTable } from '../schemas/office.js';

type OfficeRoutesDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  /** Whether the list knows everything up to a position, within its patience. */
  readonly waitFor: (position: bigint) => Promise<boolean>;
  readonly listOperators: () => Promise<readonly OperatorView[]>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The back office: who works in it, with which roles, and what these may do. */
export function officeRoutes(deps: OfficeRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/operators',
      {
        config: { access: 'operators:read' },
        schema: {
          tags: ['Office'],
          summary: 'Who holds which role, since when and by whom',
          response: { 200: OperatorList },
        },
      },
      async (_request, reply) => {
        const operators = await deps.listOperators();
        const granters = operators.flatMap(({ roles }) => roles.map(({ grantedBy }) => grantedBy));
        const names = await deps.userNamesOf([...new Set(granters.filter(isPerson).map(({ id }) => id))]);
        const items = operators.map(({ isActive, hasTotp, roles, ...operator }) => ({
          ...operator,
          active: isActive,
          secondFactor: hasTotp,
          roles: roles.map(({ role, grantedAt, grantedBy }) => ({
            ...{ role, grantedAt },
            grantedBy: names.get(grantedBy.id) ?? null,
          })),
        }));
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );

    app.post(
      '/api/v1/office/operators/:id/roles',
      {
        config: { access: 'operators:change' },
        schema: {
          tags: ['Office'],
          summary: 'Give a role to an account, or take it back',
          params: z.object({ id: z.uuid() }),
          body: RoleChangeBody,
          response: { 204: z.undefined(), 409: Problem },
        },
      },
      async (request, reply) => {
        const accountId = AccountId.parse(request.params.id);
        const handled = await changeRoles(deps, accountId, request.body, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return reply.code(204).send();
      },
    );

    app.get(
      '/api/v1/office/roles',
      {
        config: { access: 'operators:read' },
        schema: {
          tags: ['Office'],
          summary: 'Which role of the operator may do what in the office',
          response: { 200: RoleTable },
        },
      },
      async (_request, reply) => {
        const items = actions
          .filter((action) => !isForAccounts(action))
          .map((action) => ({ action, roles: OperatorRole.options.filter((role) => rolesFor(action).includes(role)) }));
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );
  };
}

function isPerson({ kind }: OperatorView['roles'][number]['grantedBy']): boolean {
  return kind === 'account' || kind === 'operator';
}
