import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { IdempotencyKeyReused, RevisionConflict } from '../handle.js';
import type { ClaimedPlace, DeviceRegistry } from '../ports.js';

/** Gives up the claims of devices that left. A claim that is not reached is taken over by the next who wants it. */
export async function releaseRemoved(registry: DeviceRegistry, events: readonly PlantEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'InverterRemoved') await registry.release(event.data.serialNumber, event.data);
  }
}

/**
 * Runs what a device was claimed for and gives the claim back when it was refused. After an unknown outcome the claim
 * stays: either the device stands there, or the claim is taken over later.
 */
export async function givingBack<H extends { readonly ok: boolean }>(
  registry: DeviceRegistry,
  serialNumber: SerialNumber,
  place: ClaimedPlace,
  work: () => Promise<H>,
): Promise<H> {
  try {
    const handled = await work();
    if (!handled.ok) await registry.release(serialNumber, place);
    return handled;
  } catch (error) {
    if (error instanceof RevisionConflict || error instanceof IdempotencyKeyReused) {
      await registry.release(serialNumber, place);
    }
    throw error;
  }
}
