import { z } from 'zod';
import { DayText, InstantText, Language, optionalText, text, Uuid } from './common.js';

const who = {
  name: text(120),
  /** Order number, invoice number, or in words. */
  contract: text(200),
  email: z.email().max(254),
  language: Language.optional(),
};

export const WithdrawalBody = z.strictObject({
  ...who,
  /** The name of a plant, to withdraw only for that one; left out: from the whole order. */
  plant: optionalText(120).optional(),
});

export const CancellationBody = z.strictObject({
  ...who,
  kind: z.enum(['ordinary', 'extraordinary']),
  /** Only of an extraordinary one. */
  reason: optionalText(2_000).optional(),
  /** Left out: as soon as possible. */
  desiredEnd: DayText.optional(),
});

/** The same whether or not there is such a contract. */
export const DeclarationReceipt = z.object({ id: Uuid, receivedAt: InstantText }).meta({ id: 'DeclarationReceipt' });
