import type { ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isOpenFor } from '../../domain/account/services.js';
import { requireCaller } from '../caller.js';
import { openViews } from '../open-views.js';
import { fileOf, Problem, Uuid } from '../schemas/common.js';
import { plantForViewing, type LiveDeps, type PlantForViewing } from './production-deps.js';
import { overviewOf } from './production-overview.js';

const defaultPingMs = 15_000;
const defaultGapMs = 1_000;
const defaultSessionCheckMs = 1_000;
/** A client that does not read is let go before its backlog fills the memory. */
const maxBacklogBytes = 1_000_000;

/**
 * `GET /api/v1/plants/:id/live`: server-sent events. `event: overview` with the whole overview on connecting and after
 * each change, `event: device-errors` when there are new ones, at most once a second; a comment line every 15 s. The stream ends within
 * two seconds after the viewer has signed out, the token has ended, the account has lost its right to see the plant, or a new version of a document is in force that it has not accepted (A6): that is asked
 * each second, whatever the stream does else. It also ends when monitoring is closed to the account, with the next overview or
 * comment line, and as the oldest of too many of one account, or of one visit of the demonstration.
 */
export function liveRoutes(deps: LiveDeps): FastifyPluginAsyncZod {
  return async (app) => {
    const views = openViews();
    app.addHook('preClose', async () => views.endAll());
    app.get(
      '/api/v1/plants/:id/live',
      {
        config: { access: 'readings:view' },
        schema: {
          tags: ['production'],
          summary: 'The numbers of a plant whenever they change',
          description:
            'Server-sent events: `overview`, data as of GET …/overview; `device-errors`, data `{}`, when the list of ' +
            'GET …/device-errors has grown.',
          params: z.object({ id: Uuid }),
          response: { 200: fileOf(['text/event-stream']), 402: Problem },
        },
      },
      async (request, reply) => {
        const caller = requireCaller(request);
        const { accountId } = caller;
        const plant = await plantForViewing(deps, accountId, request.params.id);
        views.refuseWhenFull(caller);
        reply.hijack();
        // Who left in the meantime has closed the response already, and nothing would ever end the view.
        if (reply.raw.destroyed) return;
        reply.headers({
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
        const viewer = {
          access: async () => {
            const isOpen = isOpenFor(await deps.monitoringOf(caller, 'readings:view'), plant.plantId);
            return isOpen ? deps.plantAccess(accountId, plant.plantId) : null;
          },
          isActive: async () =>
            (await deps.isActive(caller)) &&
            (await deps.documentsDueOf(caller)).length === 0 &&
            (await deps.seesPlant(accountId, plant.plantId)),
        };
        const end = follow(reply.raw, plant, viewer, deps, request.log);
        reply.raw.once('close', views.add(caller, end));
      },
    );
  };
}

type Viewer = { access(): Promise<PlantForViewing | null>; isActive(): Promise<boolean> };

/** Sends overviews until the response closes; answers how to end it. */
function follow(
  response: ServerResponse,
  opened: PlantForViewing,
  viewer: Viewer,
  deps: LiveDeps,
  log: FastifyBaseLogger,
): () => void {
  const gapMs = deps.minGapMs ?? defaultGapMs;
  let sentAtMs = 0;
  let sentText = '';
  let hasNewErrors = false;
  let sending = false;
  let due: NodeJS.Timeout | null = null;

  /** Asks for the plant each time, so that new names, inverters and a lost access show. */
  async function send(): Promise<void> {
    const plant = sentText === '' ? opened : await viewer.access();
    if (plant === null || plant.licence.state === 'expired') return end();
    if (hasNewErrors) write('device-errors', '{}');
    hasNewErrors = false;
    const overview = await overviewOf(plant, deps);
    const text = JSON.stringify({ ...overview, asOf: '' });
    if (text === sentText || response.writableEnded) return;
    sentText = text;
    write('overview', JSON.stringify(overview));
  }

  function write(event: string, data: string): void {
    if (response.writableEnded) return;
    sentAtMs = Date.now();
    response.write(`event: ${event}\ndata: ${data}\n\n`);
    if (response.writableLength > maxBacklogBytes) response.destroy();
  }

  function sendSoon(): void {
    if (due !== null || response.writableEnded) return;
    const waitMs = sending ? gapMs : Math.max(0, sentAtMs + gapMs - Date.now());
    due = setTimeout(() => {
      due = null;
      if (sending) return sendSoon();
      sending = true;
      send()
        .catch(endByError)
        .finally(() => {
          sending = false;
        });
    }, waitMs);
  }

  async function endIfOver(): Promise<void> {
    if (!(await viewer.isActive())) end();
  }

  /** The client connects again and gets the whole state, so nothing is lost by ending here. */
  function endByError(error: unknown): void {
    log.warn({ err: error }, 'live view ended by an error');
    end();
  }

  function end(): void {
    if (!response.writableEnded) response.end();
  }

  const unsubscribe = deps.changes.subscribe(opened.plantId, (change) => {
    hasNewErrors ||= change === 'deviceErrors';
    sendSoon();
  });
  const ping = setInterval(() => {
    response.write(': still here\n\n');
    sendSoon();
  }, deps.pingEveryMs ?? defaultPingMs);
  const watch = setInterval(() => {
    endIfOver().catch(endByError);
  }, deps.sessionCheckEveryMs ?? defaultSessionCheckMs);
  response.once('close', () => {
    unsubscribe();
    clearInterval(watch);
    clearInterval(ping);
    if (due !== null) clearTimeout(due);
  });
  response.on('error', () => response.destroy());
  sendSoon();
  return end;
}
