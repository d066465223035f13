import { z } from 'zod';
import { RepairOrderId } from '../../domain/kernel/ids.js';

export const RepairMailTemplate = z.enum([
  'requested',
  'offered',
  'accepted',
  'refused',
  'declined',
  'withdrawn',
  'withdrawal-settled',
  'dispatched',
  'received',
  'sent-back',
  'invoiced',
  'paid',
  'closed',
  'message',
  'file',
  'advocate-news',
]);
export type RepairMailTemplate = z.infer<typeof RepairMailTemplate>;

/** What waits in the outbox about a repair. Neither names nor addresses; those are looked up when it is sent. */
export const RepairMailPayload = z.object({ template: RepairMailTemplate, repairOrderId: RepairOrderId });
export type RepairMailPayload = z.infer<typeof RepairMailPayload>;
