import { isOf, type LoggedEvent } from '../../domain/kernel/event.js';
import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { LicenceGranted, LicenceRenewed, LicenceRevived } from '../../domain/licence/events.js';
import type { InstalledPower } from '../../domain/licence/commands.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { NominalPowerChanged } from '../../domain/plant/events.js';
import { handle } from '../handle.js';
import { loadPlant } from '../plant/manage.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

type WatchDeps = {
  readonly log: EventLog;
  /** How long an excess waits that rests on an assumed power only, in days. */
  readonly graceDays: number;
};

/**
 * F7: holds the power of a plant against its licences, when the power changes and when a licence begins; the plant may have
 * grown between order and payment.
 */
export function watchCapacityPolicy(deps: WatchDeps): Policy {
  return {
    name: 'watch-capacity',
    prefixes: ['plant-', 'licence-'],
    async react(event, context) {
      const noted = await powerToNote(deps.log, event);
      if (noted === null || noted.power.nominalPowerW === 0) return [];
      const { graceDays } = deps;
      const command = { type: 'NotePower', ...noted, graceDays } as const;
      await handle(deps.log, licenceDecider, streamOf.licence(noted.plantId), command, context);
      return [];
    },
  };
}

type Noted = { readonly plantId: PlantId; readonly at: string; readonly power: InstalledPower };

async function powerToNote(log: EventLog, event: LoggedEvent): Promise<Noted | null> {
  if (isOf(NominalPowerChanged, event)) {
    const { plantId, at, nominalPowerW, assumedPowerW } = event.data;
    return { plantId, at, power: { nominalPowerW, assumedPowerW } };
  }
  if (!isOf(LicenceGranted, event) && !isOf(LicenceRenewed, event) && !isOf(LicenceRevived, event)) return null;
  const { plantId, at } = event.data;
  const plant = await loadPlant(log, plantId);
  return plant.status === 'active' ? { plantId, at, power: plant.power } : null;
}
