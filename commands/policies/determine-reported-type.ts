import { v7 as uuidV7 } from 'uuid';
import type { InverterId, PlantId, SerialNumber } from '../../domain/kernel/ids.js';
import { typeNamedIn } from '../../domain/plant/inverter-types.js';
import { determineType } from '../plant/determine-type.js';
import type { PlantDeps } from '../plant/ports.js';
import type { InverterCatalogue } from '../ports.js';

type ReportedTypesDeps = PlantDeps & {
  readonly catalogue: Pick<InverterCatalogue, 'list'>;
  /** Where a proven device stands now, or null. */
  readonly placeOf: (
    serialNumber: SerialNumber,
  ) => Promise<{ readonly plantId: PlantId; readonly inverterId: InverterId } | null>;
};

type ReportedTypes = {
  /**
   * Tells the text of a message that is not understood. Resolves to the position to wait for when it named the type of
   * the device, else null; repeating it is harmless.
   */
  deviceDescribed(serialNumber: SerialNumber, text: string): Promise<bigint | null>;
};

/**
 * B8: an inverter of unknown type counts an assumed power until the device sends its configuration. How that message
 * looks is not known (wire.md 1.9), only that it tells the type: a text that names exactly one type is taken at its
 * word, and only where no type is known yet.
 */
export function reportedTypes(deps: ReportedTypesDeps): ReportedTypes {
  return {
    async deviceDescribed(serialNumber, text) {
      const type = typeNamedIn(await deps.catalogue.list(), text);
      const place = type === null ? null : await deps.placeOf(serialNumber);
      if (type === null || place === null) return null;
      const actor = { kind: 'device', id: serialNumber } as const;
      const wish = { ...place, type, reason: 'reported' } as const;
      const handled = await determineType(deps, wish, { actor, correlationId: uuidV7() });
      return handled.ok ? handled.position : null;
    },
  };
}
