import { z } from 'zod';
import type { AccountId } from '../../domain/kernel/ids.js';

/** Where an account wants to be told of incidents by a program. Instants are RFC 3339. */
export type Webhook = {
  readonly id: string;
  readonly accountId: AccountId;
  readonly url: string;
  /** Null = on; `failing`: switched off because nothing arrived for days. */
  readonly off: 'owner' | 'failing' | null;
  readonly createdAt: string;
  /** Since when nothing arrives; null while it does. */
  readonly failingSince: string | null;
  /** Incidents that wait to be sent. */
  readonly waiting: number;
};

export const DeliveryState = z.enum(['waiting', 'delivered', 'refused']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** What became of one event on its way to one webhook. */
export type WebhookDelivery = {
  /** Of the event in the log: by it a receiver asks for everything after it. */
  readonly position: string;
  readonly eventId: string;
  readonly type: string;
  readonly time: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly lastAttemptAt: string | null;
  /** How the last attempt ended: `answered with 503`; null before the first. */
  readonly answer: string | null;
};

export const WebhookPayload = z.object({
  plantId: z.uuid(),
  position: z.string(),
  eventId: z.uuid(),
  type: z.string(),
  time: z.string(),
  data: z.record(z.string(), z.unknown()),
});
/** An event of an incident on its way to the webhooks of all who see the plant: ids and numbers, no names. */
export type WebhookPayload = z.infer<typeof WebhookPayload>;
