import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { OperatorView } from '../../projections/account-view.js';
import { OperatorList } from '../schemas/office.js';

type OfficeRoutesDeps = {
  readonly listOperators: () => Promise<readonly OperatorView[]>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The back office: who works in it. */
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
  };
}

function isPerson({ kind }: OperatorView['roles'][number]['grantedBy']): boolean {
  return kind === 'account' || kind === 'operator';
}
