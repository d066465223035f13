import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerText } from '../../scripts/api/answers.js';

/**
 * Loaded before each test file (`scripts/test.mjs`): notes which answers the applications give that it builds, for the
 * comparison with the API document at the end.
 */
const file = process.env['MET_ANSWERS'];
const met = new Set<string>();

if (file !== undefined) {
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onResponse', async (request, reply) => note(request, reply));
  });
  process.once('exit', () => appendFileSync(file, [...met].map((answer) => `${answer}\n`).join('')));
}

function note(request: FastifyRequest, reply: FastifyReply): void {
  const url = request.routeOptions.url ?? '';
  if (!url.startsWith('/api/v1/')) return;
  const path = url.replaceAll(/:(\w+)/g, '{$1}');
  const type = reply.getHeader('content-type');
  const hasBody = reply.statusCode !== 204 && reply.statusCode !== 304;
  met.add(
    answerText(
      request.method,
      path,
      reply.statusCode,
      type === undefined || !hasBody ? null : mediaTypeOf(String(type)),
    ),
  );
}

function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim() ?? '';
}
