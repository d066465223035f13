import { fold } from '../../domain/kernel/decider.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { RepairPriceItem, RepairPriceListEvent } from '../../domain/repair/events.js';
import { repairPriceListDecider, repairPriceListStream, type RepairPriceList } from '../../domain/repair/price-list.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

/** Every price list for repairs that was published, in that order. */
export async function loadRepairPriceLists(log: Pick<EventLog, 'load'>): Promise<readonly RepairPriceList[]> {
  const history = await log.load(repairPriceListStream);
  return fold(repairPriceListDecider, history.events as readonly RepairPriceListEvent[]);
}

/** Publishes a price list for repairs that is valid from today on at the earliest. */
export function publishRepairPriceList(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  list: { readonly validFrom: string; readonly warrantyYears: number; readonly items: readonly RepairPriceItem[] },
  context: CommandContext,
) {
  const at = clock.now().toString();
  const command = { type: 'PublishRepairPriceList', at, today: legalDay(at), ...list } as const;
  return handle(log, repairPriceListDecider, repairPriceListStream, command, context);
}
