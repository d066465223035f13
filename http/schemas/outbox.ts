import { z } from 'zod';
import { InstantText, pageOf, ShortPage } from './common.js';

/** Ids, times and reasons: neither names nor addresses nor texts. */
export const OutboxMessage = z
  .object({
    id: z.string(),
    kind: z.string(),
    /** Which text it is; null once it was delivered. */
    template: z.string().nullable(),
    state: z.enum(['waiting', 'given-up', 'sent']),
    eventId: z.string().nullable(),
    accountId: z.string().nullable(),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: InstantText,
    lastAttemptAt: InstantText.nullable(),
    /** Null when there will be none. */
    nextAttemptAt: InstantText.nullable(),
    sentAt: InstantText.nullable(),
  })
  .meta({ id: 'OutboxMessage' });

export const OutboxQuery = z.strictObject({
  /** Left out: what was not delivered. */
  state: z.enum(['waiting', 'given-up', 'sent']).optional(),
  ...ShortPage,
});

export const OutboxList = pageOf(OutboxMessage)
  .extend({
    /** What waits, given up or not, also on other pages. */
    waiting: z.int(),
    givenUp: z.int(),
  })
  .meta({ id: 'OutboxList' });

export const SentAgain = z
  .object({
    /** Messages that were given up and are tried again. */
    count: z.int(),
  })
  .meta({ id: 'SentAgain' });
