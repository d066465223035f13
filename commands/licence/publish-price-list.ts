import { legalDay } from '../../domain/licence/calendar.js';
import type { PriceBracket } from '../../domain/licence/events.js';
import { priceListDecider, priceListStream } from '../../domain/licence/price-list.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

/** Publishes a price list that is valid from today on at the earliest. */
export function publishPriceList(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  list: { readonly validFrom: string; readonly brackets: readonly PriceBracket[] },
  context: CommandContext,
) {
  const at = clock.now().toString();
  const command = { type: 'PublishPriceList', at, today: legalDay(at), ...list } as const;
  return handle(log, priceListDecider, priceListStream, command, context);
}
