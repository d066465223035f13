import { streamOf, type LicenceId, type PlantId } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { handle, type CommandContext } from '../handle.js';
import { loadPlant } from '../plant/manage.js';
import type { Clock, EventLog } from '../ports.js';

type Revival = {
  readonly plantId: PlantId;
  readonly licenceId: LicenceId;
  /** Kept in the history for ever, so it names no person. */
  readonly reason: string;
};

/** The operator gives a licence back that ended by more power, once the plant is within it again. */
export async function reviveLicence(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  { plantId, licenceId, reason }: Revival,
  context: CommandContext,
) {
  const plant = await loadPlant(log, plantId);
  if (plant.status !== 'active') return { ok: false, rejection: { code: 'plant.not-found' } } as const;
  const at = clock.now().toString();
  const command = { type: 'ReviveLicence', plantId, at, licenceId, power: plant.power, reason } as const;
  return handle(log, licenceDecider, streamOf.licence(plantId), command, context);
}
