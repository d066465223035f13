import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MessageCursor, MessageState, MessageView, SentCursor } from '../../adapters/outbox/messages.js';
import type { Page } from '../../projections/engine/page.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { OutboxList, OutboxMessage, OutboxQuery, SentAgain } from '../schemas/outbox.js';

type OfficeOutboxDeps = {
  readonly outbox: { status(): Promise<{ readonly waiting: number; readonly givenUp: number }> };
  readonly messages: {
    list(options: {
      readonly state?: Exclude<MessageState, 'sent'> | undefined;
      readonly after: MessageCursor | null;
      readonly limit: number;
    }): Promise<Page<MessageView, MessageCursor>>;
    listSent(page: {
      readonly after: SentCursor | null;
      readonly limit: number;
    }): Promise<Page<MessageView, SentCursor>>;
    find(id: string): Promise<MessageView | null>;
    /** How many were given up and are tried again. */
    sendAgain(which: { readonly id: string } | 'all'): Promise<number>;
  };
};

const tags = ['Office'];
const MessageParams = z.object({ id: z.uuid() });

/** The back office: what nobody took, and trying it again. */
export function officeOutboxRoutes({ outbox, messages }: OfficeOutboxDeps): FastifyPluginAsyncZod {
  async function pageOf({ state, cursor, limit }: z.infer<typeof OutboxQuery>) {
    if (state === 'sent') return messages.listSent({ after: cursorKeys(cursor, momentKey, uuidKey), limit });
    return messages.list({ state, after: cursorKeys(cursor, /^(true|false)$/, momentKey, uuidKey), limit });
  }

  return async (app) => {
    app.get(
      '/api/v1/office/outbox',
      {
        config: { access: 'outbox:read' },
        schema: {
          tags,
          summary:
            'Messages that were not delivered: those that were given up first, then the oldest; or those that were, the latest first',
          querystring: OutboxQuery,
          response: { 200: OutboxList },
        },
      },
      async (request, reply) => {
        const [{ waiting, givenUp }, { items, next }] = await Promise.all([outbox.status(), pageOf(request.query)]);
        return reply
          .header('cache-control', 'no-store')
          .send({ waiting, givenUp, items: items.map(messageAnswer), next: cursorText(next) });
      },
    );

    app.get(
      '/api/v1/office/outbox/:id',
      {
        config: { access: 'outbox:read' },
        schema: { tags, summary: 'One message', params: MessageParams, response: { 200: OutboxMessage } },
      },
      async (request, reply) => {
        const message = await messages.find(request.params.id);
        if (message === null) throw new ProblemError('request.not-found');
        return reply.header('cache-control', 'no-store').send(messageAnswer(message));
      },
    );

    app.post(
      '/api/v1/office/outbox/send-again',
      {
        config: { access: 'outbox:operate' },
        schema: {
          tags,
          summary: 'Tries all messages again that were given up',
          response: { 200: SentAgain },
        },
      },
      async (_request, reply) =>
        reply.header('cache-control', 'no-store').send({ count: await messages.sendAgain('all') }),
    );

    app.post(
      '/api/v1/office/outbox/:id/send-again',
      {
        config: { access: 'outbox:operate' },
        schema: {
          tags,
          summary: 'Tries a message again that was given up',
          params: MessageParams,
          response: { 200: OutboxMessage, 409: Problem },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const count = await messages.sendAgain({ id });
        const message = await messages.find(id);
        if (message === null) throw new ProblemError('request.not-found');
        if (count === 0) throw new ProblemError('outbox.not-given-up');
        return reply.header('cache-control', 'no-store').send(messageAnswer(message));
      },
    );
  };
}

function messageAnswer(message: MessageView): z.infer<typeof OutboxMessage> {
  const { createdAt, lastAttemptAt, nextAttemptAt, sentAt } = message;
  return {
    ...message,
    createdAt: createdAt.toISOString(),
    lastAttemptAt: lastAttemptAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
  };
}
