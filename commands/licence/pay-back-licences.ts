import { fold } from '../../domain/kernel/decider.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { freeCredits } from '../../domain/licence/state.js';
import type { OrderItem } from '../../domain/order/events.js';
import { handle, type CommandContext } from '../handle.js';
import { loadLicence } from '../order/ask-quote.js';
import type { EventLog } from '../ports.js';

type PayBack = { readonly at: string; readonly refundId: string; readonly atMostCents: number };

/**
 * Takes what licences of an order were still worth when they ended out of the balances of their plants, up to what was paid
 * for each with money: what had been paid with credits stays credit. Answers the sum, in gross cents. May be repeated.
 */
export async function payBackLicences(
  log: EventLog,
  items: readonly OrderItem[],
  { at, refundId, atMostCents }: PayBack,
  context: CommandContext,
): Promise<number> {
  let left = atMostCents;
  for (const { plantId, licenceId: creditId, grossCents: priceCents, creditCents } of items) {
    const history = await loadLicence(log, plantId);
    const done = history.find(
      ({ type, data }) => type === 'CreditPaidOut' && data.refundId === refundId && data.creditId === creditId,
    );
    if (done?.type === 'CreditPaidOut') {
      left -= done.data.grossCents;
      continue;
    }
    const free = freeCredits(fold(licenceDecider, history), at).find((part) => part.creditId === creditId);
    const grossCents = Math.max(0, Math.min(free?.grossCents ?? 0, priceCents - creditCents, left));
    if (grossCents === 0) continue;
    const payOut = { type: 'PayOutCredit', plantId, at, creditId, grossCents, refundId } as const;
    const paidOut = await handle(log, licenceDecider, streamOf.licence(plantId), payOut, context);
    // An order that was faster took the credit: it is paid with it.
    if (paidOut.ok) left -= grossCents;
  }
  return atMostCents - left;
}
