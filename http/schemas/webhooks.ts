import { z } from 'zod';
import { DeliveryState } from '../../adapters/webhook/port.js';

const url = z.string().trim().min(1).max(500);

export const WebhookBody = z
  .strictObject({
    /** HTTPS; it must be reached from the public internet. */
    url,
  })
  .meta({ id: 'WebhookBody' });

export const WebhookChange = z
  .strictObject({
    url: url.optional(),
    /** Switched on again, it is sent what happened meanwhile, up to 30 days back. */
    isOn: z.boolean().optional(),
  })
  .meta({ id: 'WebhookChange' });

export const Webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    /** `failing`: switched off by the portal, because it had not taken anything for three days. */
    state: z.enum(['on', 'off', 'failing']),
    createdAt: z.string(),
    /** Since when nothing is taken; null while it is. */
    failingSince: z.string().nullable(),
    /** Events that wait to be sent. */
    waiting: z.int(),
  })
  .meta({ id: 'Webhook' });

export const WebhookWithSecret = Webhook.extend({
  /** By it the receiver checks signatures (Standard Webhooks); never shown again. */
  secret: z.string(),
}).meta({ id: 'WebhookWithSecret' });

export const WebhookList = z.object({ items: z.array(Webhook), next: z.null() }).meta({ id: 'WebhookList' });

const Position = z.string().regex(/^\d{1,18}$/);

export const DeliveriesQuery = z.object({
  /** The `next` of the page before. */
  cursor: Position.optional(),
});

export const WebhookDelivery = z
  .object({
    /** Where the event stands in the log: `data.position` of what was sent. */
    position: z.string(),
    eventId: z.string(),
    type: z.string(),
    time: z.string(),
    /** `refused`: the receiver does not want this event; it is not tried again by itself. */
    state: DeliveryState,
    attempts: z.int(),
    lastAttemptAt: z.string().nullable(),
    /** How the last attempt ended when it was not taken. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const WebhookDeliveryPage = z
  .object({ items: z.array(WebhookDelivery), next: z.string().nullable() })
  .meta({ id: 'WebhookDeliveryPage' });

export const WebhookTest = z
  .object({ isDelivered: z.boolean(), answer: z.string().nullable(), tookMs: z.int() })
  .meta({ id: 'WebhookTest' });

export const ReplayBody = z
  .strictObject({
    /** Everything after this position is sent again; 0 = all that is kept, 30 days. */
    after: Position,
  })
  .meta({ id: 'ReplayBody' });

export const Replay = z.object({ events: z.int() }).meta({ id: 'Replay' });
