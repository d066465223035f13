import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { TokenView } from '../../adapters/api-tokens/port.js';
import { createApiToken, revokeApiToken, type ApiTokenDeps } from '../../commands/account/api-tokens.js';
import { PlantId, type AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { attemptProblem } from '../attempt-problem.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import { ApiTokenList, CreatedToken, TokenBody, type ApiToken } from '../schemas/tokens.js';

type TokenRoutesDeps = ApiTokenDeps & {
  /** Null when the account may not see the plant. */
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<unknown>;
};

const url = '/api/v1/me/tokens';
const tags = ['Personal tokens'];
const config = { access: 'account' } as const;

/** Personal tokens for programs: made and revoked by their owner, who is signed in; tokens make no tokens (A14). */
export function tokenRoutes(deps: TokenRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      url,
      { config, schema: { tags, summary: 'The personal tokens of the caller', response: { 200: ApiTokenList } } },
      async (request) => {
        const tokens = await deps.apiTokens.list(requireCaller(request).accountId);
        return { items: tokens.map((token) => shown(token, deps.clock.now())), next: null };
      },
    );

    app.post(
      url,
      {
        config: { ...config, rateLimit: { max: 30, timeWindow: 300_000 } },
        schema: {
          tags,
          summary: 'Make a personal token; its text is answered once and never again',
          body: TokenBody,
          response: { 201: CreatedToken, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { name, scopes, password, code = null } = request.body;
        const plantIds = request.body.plantIds?.map((id) => PlantId.parse(id)) ?? null;
        for (const plantId of plantIds ?? []) {
          if ((await deps.findPlant(accountId, plantId)) === null) throw new ProblemError('token.plant-unknown');
        }
        const expiresAt = Temporal.Instant.from(request.body.expiresAt);
        const wish = { accountId, name, scopes, plantIds, expiresAt, password, code, address: request.ip };
        const created = await createApiToken(deps, wish, commandContext(request));
        if (!created.ok) throw attemptProblem(created.rejection, deps.clock.now());
        const { tokenId, createdAt, text } = created;
        const token = { tokenId, name, scopes, plantIds, createdAt, expiresAt, lastUsedAt: null };
        return reply.code(201).send({ ...shown(token, createdAt), token: text });
      },
    );

    app.delete(
      `${url}/:id`,
      {
        config,
        schema: {
          tags,
          summary: 'Revoke a personal token; it ends at once',
          params: z.object({ id: Uuid }),
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const wish = { accountId, tokenId: request.params.id, at: deps.clock.now() };
        const revoked = await revokeApiToken(deps, wish, commandContext(request));
        if (!revoked.ok) throw attemptProblem(revoked.rejection, deps.clock.now());
        return reply.code(204).send();
      },
    );
  };
}

function shown(token: TokenView, now: Temporal.Instant): z.infer<typeof ApiToken> {
  const { tokenId, name, scopes, plantIds, createdAt, expiresAt, lastUsedAt } = token;
  return {
    ...{ id: tokenId, name, scopes: [...scopes], plantIds: plantIds && [...plantIds] },
    createdAt: createdAt.toString(),
    expiresAt: expiresAt.toString(),
    lastUsedAt: lastUsedAt?.toString() ?? null,
    expired: Temporal.Instant.compare(now, expiresAt) >= 0,
  };
}
