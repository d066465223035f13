import { z } from 'zod';
import { OrderId, PlantId } from '../../domain/kernel/ids.js';

/** What waits in the outbox about orders and licences. Neither names nor addresses; those are looked up when it is sent. */
export const ShopMailPayload = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('order'),
    template: z.enum([
      'received',
      'accepted',
      'expired',
      'cancelled',
      'refunded',
      'corrected',
      'charged',
      'chargeDropped',
      'chargePaid',
      'terminationPlanned',
      'terminationLifted',
      'terminated',
    ]),
    orderId: OrderId,
    /** Of the document that goes with it. */
    invoiceNumber: z.string().optional(),
    cents: z.int().optional(),
    /** Which of its plants it is about; left out: all. */
    plantIds: z.array(PlantId).readonly().optional(),
    endsOn: z.string().optional(),
  }),
  z.object({
    about: z.literal('licence'),
    template: z.enum(['ending', 'ended', 'trialEnding', 'trialEnded', 'exceeded', 'excessAnnounced']),
    plantId: PlantId,
    lastDay: z.string().optional(),
    daysBefore: z.int().optional(),
    effectiveAt: z.string().optional(),
    installedPowerW: z.int().optional(),
  }),
  z.object({ about: z.literal('declaration'), declarationId: z.uuid() }),
]);
export type ShopMailPayload = z.infer<typeof ShopMailPayload>;
export type OrderMail = Extract<ShopMailPayload, { readonly about: 'order' }>;
export type LicenceMail = Extract<ShopMailPayload, { readonly about: 'licence' }>;
