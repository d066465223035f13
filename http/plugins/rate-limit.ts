import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';

const windowMs = 60_000;

/**
 * A generous limit per address; routes that guess passwords or send mails set a stricter one in `config.rateLimit`. Answers
 * say what is left in the fields of both the drafts that programs know: `RateLimit-Limit`, `-Remaining` and `-Reset`
 * (draft-ietf-httpapi-ratelimit-headers-03), and `RateLimit-Policy` and `RateLimit` of the newest (-10).
 */
export async function registerRateLimit(app: FastifyInstance, maxPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: maxPerMinute,
    timeWindow: windowMs,
    enableDraftSpec: true,
    errorResponseBuilder: (request, { max, ttl }) =>
      new ProblemError('request.rate-limited', { headers: limitHeaders(request, { max, left: 0, ttlS: ttl / 1000 }) }),
  });
  // Right after the limiter, which is a hook of each route, and before anything can be sent.
  app.addHook('preParsing', async (request, reply) => void reply.headers(headersOf(request, reply)));
}

function headersOf(request: FastifyRequest, reply: FastifyReply): Readonly<Record<string, string>> {
  const [max, left, ttlS] = ['limit', 'remaining', 'reset'].map((name) => Number(reply.getHeader(`ratelimit-${name}`)));
  if (max === undefined || left === undefined || ttlS === undefined || Number.isNaN(max)) return {};
  return limitHeaders(request, { max, left, ttlS });
}

type Limit = { readonly max: number; readonly left: number; readonly ttlS: number };

/** Named after whom it counts: the address, or the account where a route says so. */
function limitHeaders(request: FastifyRequest, { max, left, ttlS }: Limit): Readonly<Record<string, string>> {
  const { rateLimit: own } = request.routeOptions.config;
  const { timeWindow, keyGenerator } = typeof own === 'object' ? own : {};
  const windowS = (typeof timeWindow === 'number' ? timeWindow : windowMs) / 1000;
  const name = keyGenerator === undefined ? 'address' : 'account';
  return {
    'ratelimit-policy': `"${name}";q=${max};w=${windowS}`,
    ratelimit: `"${name}";r=${left};t=${Math.ceil(ttlS)}`,
  };
}
