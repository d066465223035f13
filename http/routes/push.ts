import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { v7 as uuidV7 } from 'uuid';
import type { z } from 'zod';
import { arePushKeys } from '../../adapters/push/encrypt.js';
import type { PushSubscriptions } from '../../adapters/push/subscriptions.js';
import type { Vapid } from '../../adapters/push/vapid.js';
import type { OutboundConfig } from '../../adapters/webhook/config.js';
import { receiverUrl } from '../../adapters/webhook/public-address.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { requireCaller, requireSession } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { PushState, PushSubscriptionBody, PushSubscriptionEnd } from '../schemas/push.js';

type PushRoutesDeps = {
  readonly pushSubscriptions: PushSubscriptions;
  readonly vapid: Pick<Vapid, 'publicKey'> | null;
  readonly outbound: OutboundConfig;
};

const url = '/api/v1/me/push';
const tags = ['Notifications'];
const config = { access: 'account' } as const;

/** In which browsers the caller is shown incidents (E5); nothing but an empty answer where it is not set up. */
export function pushRoutes(deps: PushRoutesDeps): FastifyPluginAsyncZod {
  const { pushSubscriptions, vapid, outbound } = deps;

  async function stateOf(accountId: AccountId): Promise<z.infer<typeof PushState>> {
    if (vapid === null) return { publicKey: null, endpoints: [] };
    const own = await pushSubscriptions.list(accountId);
    return { publicKey: vapid.publicKey, endpoints: own.map(({ endpoint }) => endpoint) };
  }

  return async (app) => {
    app.get(
      url,
      { config, schema: { tags, summary: 'Browsers that show incidents', response: { 200: PushState } } },
      async (request) => stateOf(requireCaller(request).accountId),
    );

    app.put(
      url,
      {
        config,
        schema: {
          tags,
          summary: 'Show incidents in this browser',
          body: PushSubscriptionBody,
          response: { 200: PushState, 404: Problem, 422: Problem },
        },
      },
      async (request) => {
        const { accountId, sessionId } = requireSession(request);
        if (vapid === null) throw new ProblemError('push.not-set-up');
        const { keys } = request.body;
        const endpoint = receiverUrl(request.body.endpoint, outbound);
        if (endpoint === null || !arePushKeys(keys)) throw new ProblemError('push.subscription-invalid');
        await pushSubscriptions.add({ accountId, sessionId }, { id: uuidV7(), endpoint, keys });
        return stateOf(accountId);
      },
    );

    app.delete(
      url,
      {
        config,
        schema: {
          tags,
          summary: 'Show nothing in this browser any more',
          body: PushSubscriptionEnd,
          response: { 200: PushState },
        },
      },
      async (request) => {
        const { accountId } = requireCaller(request);
        await pushSubscriptions.remove(accountId, request.body.endpoint);
        return stateOf(accountId);
      },
    );
  };
}
