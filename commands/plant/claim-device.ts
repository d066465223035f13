import { v7 as uuidV7 } from 'uuid';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type SerialNumber } from '../../domain/kernel/ids.js';
import type { Claim } from '../../domain/plant/events.js';
import { claimYields } from '../../domain/plant/claim.js';
import { plantDecider, type PlantRejection } from '../../domain/plant/plant.js';
import { handle } from '../handle.js';
import type { ClaimedPlace } from '../ports.js';
import { loadPlant } from './manage.js';
import type { InverterDeps } from './ports.js';

type ClaimWish = ClaimedPlace & { readonly serialNumber: SerialNumber; readonly claim: Claim };

/**
 * Claims a device for a place. Another plant's open claim whose time is over gives way: its plant is told first, so
 * that a process that dies in between leaves a device that nobody holds.
 */
export async function claimDevice(
  deps: InverterDeps,
  wish: ClaimWish,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly rejection: PlantRejection }> {
  const { serialNumber, claim, ...place } = wish;
  if ((await deps.registry.claim(serialNumber, place)) === 'claimed') return { ok: true };
  const holder = await deps.registry.holder(serialNumber);
  if (holder?.plantId === place.plantId) return reject({ code: 'inverter.in-this-plant' });
  if (holder !== null) {
    const at = deps.clock.now().toString();
    const actor = { kind: 'system', id: 'claims' } as const;
    const command = { type: 'YieldClaim', at, actor, inverterId: holder.inverterId, serialNumber, to: claim } as const;
    await handle(deps.log, plantDecider, streamOf.plant(holder.plantId), command, { actor, correlationId: uuidV7() });
  }
  if ((await deps.registry.claim(serialNumber, place)) === 'claimed') return { ok: true };
  return reject({ code: 'inverter.taken' });
}

/** Whether another claim keeps this one off. */
export async function isHeldByAnother(
  deps: InverterDeps,
  { serialNumber, claim }: Pick<ClaimWish, 'serialNumber' | 'claim'>,
): Promise<boolean> {
  const holder = await deps.registry.holder(serialNumber);
  if (holder === null) return false;
  const plant = await loadPlant(deps.log, holder.plantId);
  return !claimYields(plant, holder.inverterId, serialNumber, { at: deps.clock.now().toString(), claim });
}
