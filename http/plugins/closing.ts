import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

const graceMs = 5_000;

/** Open event streams would keep a closing server alive for ever: they end first, stubborn connections after 5 s. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const streams = new Set<ServerResponse>();
  app.server.on('request', (request, response) => {
    if (request.headers.accept !== 'text/event-stream') return;
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  app.addHook('preClose', async () => {
    for (const response of streams) response.end();
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
}
