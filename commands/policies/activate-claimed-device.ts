import { v7 as uuidV7 } from 'uuid';
import type { InverterId, PlantId, SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { activateByData } from '../plant/activate-by-data.js';
import type { EventLog } from '../ports.js';

type AwaitedDevice = {
  readonly plantId: PlantId;
  readonly inverterId: InverterId;
  readonly serialNumber: SerialNumber;
  /** RFC 3339; only what arrives from then on proves the claim. */
  readonly since: string;
};

type ClaimedDevices = {
  /**
   * Tells that a device sent data, after that data was committed. Cheap for the many devices without an open claim;
   * repeating it is harmless. Resolves to the position to wait for when this activated an inverter, else null.
   */
  deviceReported(serialNumber: SerialNumber, at: Temporal.Instant): Promise<bigint | null>;
};

const defaultMaxAgeMs = 1_000;

/**
 * B6: activates a device whose claim is open when its data arrives. The open claims, which are few, are kept in memory
 * for a moment; a record that comes before a new claim is seen leaves the proof to the next one.
 */
export function claimedDevices(
  deps: { readonly log: EventLog; readonly openClaims: () => Promise<readonly AwaitedDevice[]> },
  { maxAgeMs = defaultMaxAgeMs }: { readonly maxAgeMs?: number } = {},
): ClaimedDevices {
  let awaited: Promise<ReadonlyMap<string, AwaitedDevice>> | null = null;
  let readAtMs = -Infinity;

  function current(): Promise<ReadonlyMap<string, AwaitedDevice>> {
    const now = performance.now();
    if (awaited !== null && now - readAtMs < maxAgeMs) return awaited;
    readAtMs = now;
    const reading = deps.openClaims().then((claims) => new Map(claims.map((claim) => [claim.serialNumber, claim])));
    awaited = reading;
    reading.catch(() => {
      if (awaited === reading) awaited = null;
    });
    return reading;
  }

  return {
    async deviceReported(serialNumber, at) {
      const claim = (await current()).get(serialNumber);
      if (claim === undefined || Temporal.Instant.compare(at, Temporal.Instant.from(claim.since)) < 0) return null;
      const { plantId, inverterId } = claim;
      const actor = { kind: 'device', id: serialNumber } as const;
      const handled = await activateByData(
        deps,
        { plantId, inverterId, serialNumber, at },
        { actor, correlationId: uuidV7() },
      );
      return handled.ok ? handled.position : null;
    },
  };
}
