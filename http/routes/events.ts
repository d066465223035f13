import type { ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { cloudEvent, type OutsideEvent } from '../../adapters/webhook/cloud-event.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { Page } from '../../projections/engine/page.js';
import type { IncidentEventsWish } from '../../projections/incident-events.js';
import { requireCaller, type Caller } from '../caller.js';
import { openViews } from '../open-views.js';
import { fileOf } from '../schemas/common.js';
import { EventsHeaders, EventsQuery, IncidentEvent, IncidentEventPage } from '../schemas/events.js';

export type EventRoutesDeps = {
  /** The oldest first; `next` is where to go on, also behind what is not told to the account. */
  readonly incidentEventsAfter: (accountId: AccountId, wish: IncidentEventsWish) => Promise<Page<OutsideEvent, string>>;
  readonly newestIncidentEvent: () => Promise<string>;
  /** False once the caller has signed out, or the session or the token has ended otherwise. */
  readonly isActive: (caller: Caller) => Promise<boolean>;
  readonly documentsDueOf: (caller: Caller) => Promise<readonly unknown[]>;
  /** Milliseconds between two looks for what is new, between comment lines, and for the reader to take what it was sent. */
  readonly lookEveryMs?: number;
  readonly pingEveryMs?: number;
  readonly takenWithinMs?: number;
};

const eventStream = 'text/event-stream';
const eventsAtOnce = 100;

/** G3: what happens to incidents of all plants that the caller sees, as pages or as a stream: what webhooks are sent. */
export function eventRoutes(deps: EventRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    const views = openViews();
    app.addHook('preClose', async () => views.endAll());
    app.get(
      '/api/v1/events',
      {
        config: { access: 'alerts:view', honoursTokenPlants: true },
        schema: {
          tags: ['Alerts'],
          summary:
            'What happened to incidents after a position, the oldest first; as a stream where `Accept` asks for one',
          description:
            'CloudEvents as webhooks get them. With `Accept: text/event-stream` the answer goes on: `id` is the position, ' +
            '`event` the type, `data` the CloudEvent; `Last-Event-ID` goes before `after`.',
          querystring: EventsQuery,
          headers: EventsHeaders,
          response: { 200: fileOf([eventStream], IncidentEventPage) },
        },
      },
      async (request, reply) => {
        const caller = requireCaller(request);
        const { after, limit } = request.query;
        reply.header('vary', 'accept').header('cache-control', 'private, no-store');
        if (!asksForStream(request)) {
          const wish = { after: after ?? '0', upTo: null, limit, only: caller.plantIds };
          const { items, next } = await deps.incidentEventsAfter(caller.accountId, wish);
          return reply.send({ items: items.map(shown), next });
        }
        const from = request.headers['last-event-id'] ?? after ?? (await deps.newestIncidentEvent());
        views.refuseWhenFull(caller);
        reply.hijack();
        // Who left in the meantime has closed the response already, and nothing would ever end the view.
        if (reply.raw.destroyed) return;
        reply.headers({ 'content-type': `${eventStream}; charset=utf-8`, 'x-accel-buffering': 'no' });
        reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
        const end = stream(reply.raw, from, caller, deps, request.log);
        reply.raw.once('close', views.add(caller, end));
      },
    );
  };
}

function asksForStream({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes(eventStream);
}

function shown(event: OutsideEvent): z.infer<typeof IncidentEvent> {
  return IncidentEvent.parse(cloudEvent(event));
}

/**
 * Sends what is new until the response closes or the caller may not see it any more; answers how to end it. Which plants the
 * caller sees is asked anew for each event, so that a right that was taken back has no effect any more.
 */
function stream(
  response: ServerResponse,
  from: string,
  caller: Caller,
  deps: EventRoutesDeps,
  log: FastifyBaseLogger,
): () => void {
  const { lookEveryMs = 1_000, pingEveryMs = 15_000, takenWithinMs = 10_000 } = deps;
  let seen = from;
  let timer: NodeJS.Timeout | null = null;

  async function step(): Promise<void> {
    if (!(await deps.isActive(caller)) || (await deps.documentsDueOf(caller)).length > 0) return end();
    // One look at the end of an index tells most of the time that there is nothing to look for.
    const upTo = await deps.newestIncidentEvent();
    if (BigInt(upTo) <= BigInt(seen)) return;
    for (let after: string | null = seen; after !== null && !isOver(); after = await sent(after, upTo));
    seen = upTo;
  }

  /** Sends a part, and answers where the next one begins. */
  async function sent(after: string, upTo: string): Promise<string | null> {
    const wish = { after, upTo, limit: eventsAtOnce, only: caller.plantIds };
    const { items, next } = await deps.incidentEventsAfter(caller.accountId, wish);
    for (const event of items) {
      const told = shown(event);
      write(`id: ${told.data.position}\nevent: ${told.type}\ndata: ${JSON.stringify(told)}\n\n`);
    }
    if (response.writableNeedDrain && !isOver()) await taken();
    return next;
  }

  /** Nothing is read for who does not take what it was sent: it is let go, and comes back from where it is. */
  function taken(): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => response.destroy(), takenWithinMs);
      const done = () => {
        clearTimeout(patience);
        response.off('drain', done).off('close', done);
        resolve();
      };
      response.on('drain', done).on('close', done);
    });
  }

  /** Who is cut off before anything happened comes back with it, and misses nothing. */
  function tellPosition(comment: string): void {
    write(`: ${comment}\nid: ${seen}\n\n`);
  }

  function write(text: string): void {
    if (!isOver()) response.write(text);
  }

  function isOver(): boolean {
    return response.writableEnded || response.destroyed;
  }

  function end(): void {
    if (!response.writableEnded) response.end();
  }

  function go(): void {
    timer = null;
    step()
      .catch((error: unknown) => {
        // The client comes back with its position, so nothing is lost by ending here.
        log.warn({ err: error }, 'a stream of events ended by an error');
        end();
      })
      .finally(() => {
        if (!isOver()) timer = setTimeout(go, lookEveryMs);
      });
  }

  const ping = setInterval(() => {
    if (!response.writableNeedDrain) tellPosition('still here');
  }, pingEveryMs);
  response.once('close', () => {
    clearInterval(ping);
    if (timer !== null) clearTimeout(timer);
  });
  response.on('error', () => response.destroy());
  tellPosition('from here on');
  go();
  return end;
}
