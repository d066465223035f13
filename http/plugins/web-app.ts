import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';
import { sendProblem } from './problems.js';

/**
 * Serves the built web application. Hashed files under `/assets/` never change; every other address that a browser
 * opens is a page of the application, whose HTML is asked for anew each time.
 */
export async function registerWebApp(
  app: FastifyInstance,
  options: { readonly webRoot: string | null; readonly allowedMethods: (url: string) => readonly string[] },
): Promise<void> {
  const { webRoot, allowedMethods } = options;
  const built = webRoot !== null && existsSync(`${webRoot}/index.html`);
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      index: 'index.html',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const immutable = path.includes('/assets/') || path.includes('\\assets\\');
        reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (isPage(request)) return built ? reply.sendFile('index.html') : notBuilt(reply);
    const methods = allowedMethods(request.url);
    if (methods.length === 0) return sendProblem(request, reply, new ProblemError('request.not-found'));
    const headers = { allow: methods.join(', ') };
    return sendProblem(request, reply, new ProblemError('request.method-not-allowed', { headers }));
  });
}

function isPage(request: FastifyRequest): boolean {
  const { method, url, headers } = request;
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead || /^\/(?:api|assets|dev)(?:\/|$|\?)/.test(url)) return false;
  return (headers.accept ?? '').includes('text/html');
}

function notBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send('The web application is not built yet: run `npm run build` and start again.\n');
}
