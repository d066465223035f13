import type { SerialNumber } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { matchInverterType } from '../../domain/plant/inverter-types.js';
import { proposalFor, type CategoryProposal } from '../../domain/repair/category.js';
import { repairPriceListOn } from '../../domain/repair/price-list.js';
import type { RepairDeps } from './ports.js';
import { loadRepairPriceLists } from './price-lists.js';

/** The category that the portal proposes for a device (H2), and why; none where the customer has to say it. */
export async function proposeCategory(
  deps: Pick<RepairDeps, 'log' | 'clock' | 'registry' | 'catalogue'>,
  device: { readonly serialNumber: SerialNumber; readonly type: string | null; readonly deliveredOn: string | null },
): Promise<CategoryProposal> {
  const today = legalDay(deps.clock.now().toString());
  const { warrantyYears } = repairPriceListOn(await loadRepairPriceLists(deps.log), today);
  return proposalFor({ ...device, maker: await makerOf(deps, device) }, { today, warrantyYears });
}

/** By the operator's registry, else by what the plate says. */
async function makerOf(
  { registry, catalogue }: Pick<RepairDeps, 'registry' | 'catalogue'>,
  { serialNumber, type }: { readonly serialNumber: SerialNumber; readonly type: string | null },
): Promise<string | null> {
  const typeId = (await registry.find(serialNumber))?.typeId ?? null;
  const registered = typeId === null ? null : await catalogue.find(typeId);
  if (registered !== null) return registered.maker;
  return type === null ? null : (matchInverterType(await catalogue.list(), type)?.maker ?? null);
}
