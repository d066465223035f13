import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import type { OutboundConfig } from '../../adapters/webhook/config.js';
import type { Webhook as OwnersWebhook } from '../../adapters/webhook/port.js';
import { receiverUrl } from '../../adapters/webhook/public-address.js';
import type { TryOut } from '../../adapters/webhook/try-out.js';
import type { OwnWebhook, Webhooks } from '../../adapters/webhook/webhooks.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import {
  DeliveriesQuery,
  Replay,
  ReplayBody,
  Webhook,
  WebhookBody,
  WebhookChange,
  WebhookDeliveryPage,
  WebhookList,
  WebhookTest,
  WebhookWithSecret,
} from '../schemas/webhooks.js';

type WebhookRoutesDeps = {
  readonly webhooks: Webhooks;
  readonly tryOutWebhook: (webhook: OwnersWebhook) => Promise<TryOut>;
  readonly outbound: OutboundConfig;
};

const path = '/api/v1/me/webhooks';
const tags = ['Webhooks'];
const config = { access: 'account' } as const;
/** Of the ids of webhooks that were asked for under an idempotency key. */
const namespace = '9b7c3f1e-4d2a-4c8b-8e5f-0a1b2c3d4e5f';
const params = z.object({ id: Uuid });

/** Where the caller wants a program to be told of incidents, and what became of each event (E5). */
export function webhookRoutes(deps: WebhookRoutesDeps): FastifyPluginAsyncZod {
  const { webhooks, outbound } = deps;

  async function ownOne(own: OwnWebhook): Promise<OwnersWebhook> {
    const webhook = await webhooks.find(own);
    if (webhook === null) throw new ProblemError('webhook.not-found');
    return webhook;
  }

  function allowed(url: string): string {
    const found = receiverUrl(url, outbound);
    if (found === null) throw new ProblemError('webhook.url-not-allowed');
    return found;
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      path,
      { config, schema: { tags, summary: 'The webhooks of the caller', response: { 200: WebhookList } } },
      async (request) => {
        const own = await webhooks.list(requireCaller(request).accountId);
        return { items: own.map(shown), next: null };
      },
    );

    app.post(
      path,
      {
        config,
        schema: {
          tags,
          summary: 'Have incidents sent to a program, as CloudEvents; the secret is answered once and never again',
          body: WebhookBody,
          response: { 201: WebhookWithSecret, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const url = allowed(request.body.url);
        const { idempotencyKey } = commandContext(request);
        const id = idempotencyKey === undefined ? uuidV7() : uuidV5(`${accountId}/${idempotencyKey}`, namespace);
        if (!(await webhooks.add({ accountId, id }, url))) throw new ProblemError('webhook.too-many');
        const secret = (await webhooks.secret({ accountId, id })) ?? '';
        return reply.code(201).send({ ...shown(await ownOne({ accountId, id })), secret });
      },
    );

    app.patch(
      `${path}/:id`,
      {
        config,
        schema: {
          tags,
          summary: 'Move a webhook, or switch it on or off',
          params,
          body: WebhookChange,
          response: { 200: Webhook },
        },
      },
      async (request) => {
        const own = { accountId: requireCaller(request).accountId, id: request.params.id };
        const before = await ownOne(own);
        const { url, isOn = before.off === null } = request.body;
        await webhooks.change(own, { url: url === undefined ? before.url : allowed(url), isOn });
        return shown(await ownOne(own));
      },
    );

    app.delete(
      `${path}/:id`,
      { config, schema: { tags, summary: 'Remove a webhook', params, response: { 204: z.undefined() } } },
      async (request, reply) => {
        const own = { accountId: requireCaller(request).accountId, id: request.params.id };
        if (!(await webhooks.remove(own))) throw new ProblemError('webhook.not-found');
        return reply.code(204).send();
      },
    );

    app.post(
      `${path}/:id/secret`,
      {
        config,
        schema: {
          tags,
          summary: 'A new secret, answered once; for a day the one before it signs, too',
          params,
          response: { 200: WebhookWithSecret },
        },
      },
      async (request) => {
        const own = { accountId: requireCaller(request).accountId, id: request.params.id };
        const secret = await webhooks.renewSecret(own);
        if (secret === null) throw new ProblemError('webhook.not-found');
        return { ...shown(await ownOne(own)), secret };
      },
    );

    app.post(
      `${path}/:id/test`,
      {
        config: { ...config, rateLimit: { max: 10, timeWindow: 60_000 } },
        schema: {
          tags,
          summary: 'Send an event of the type sitelink.test at once, and say how it went',
          params,
          response: { 200: WebhookTest },
        },
      },
      async (request) => {
        const own = { accountId: requireCaller(request).accountId, id: request.params.id };
        return deps.tryOutWebhook(await ownOne(own));
      },
    );

    app.get(
      `${path}/:id/deliveries`,
      {
        config,
        schema: {
          tags,
          summary: 'What became of each event of the last 30 days, the newest first',
          params,
          querystring: DeliveriesQuery,
          response: { 200: WebhookDeliveryPage },
        },
      },
      async (request) => {
        const { id } = await ownOne({ accountId: requireCaller(request).accountId, id: request.params.id });
        const { items, next } = await webhooks.deliveries(id, request.query.cursor ?? null);
        return { items: [...items], next };
      },
    );

    app.post(
      `${path}/:id/replay`,
      {
        config: { ...config, rateLimit: { max: 10, timeWindow: 60_000 } },
        schema: {
          tags,
          summary: 'Send everything after a position again, in order',
          params,
          body: ReplayBody,
          response: { 200: Replay },
        },
      },
      async (request) => {
        const { id } = await ownOne({ accountId: requireCaller(request).accountId, id: request.params.id });
        return { events: await webhooks.replay(id, request.body.after) };
      },
    );
  };
}

function shown({ id, url, off, createdAt, failingSince, waiting }: OwnersWebhook): z.infer<typeof Webhook> {
  const state = off === null ? 'on' : off === 'failing' ? 'failing' : 'off';
  return { id, url, state, createdAt, failingSince, waiting };
}
