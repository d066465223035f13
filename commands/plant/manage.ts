import type { PlantRole } from '../../domain/account/access.js';
import { fold } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type PlantId, type SerialNumber } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { deviceStandsIn } from '../../domain/plant/claim.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { refusalTo, roleIn } from '../../domain/plant/roles.js';
import type { ActivePlant, PlantState } from '../../domain/plant/state.js';
import type { CommandContext } from '../handle.js';
import type { ClaimedPlace, EventLog } from '../ports.js';

/** The plant when the caller may change it, else null: asked before anything outside the plant is touched. */
export async function managedPlant(
  log: EventLog,
  plantId: PlantId,
  { actor }: CommandContext,
): Promise<ActivePlant | null> {
  const state = await loadPlant(log, plantId);
  return state.status === 'active' && refusalTo(actor, 'plants:change', state) === null ? state : null;
}

/** Whether a device stands in a place by the plant's own history; what a claim of the device registry rests on. */
export function standsByHistory(log: EventLog) {
  return async (serialNumber: SerialNumber, { plantId, inverterId }: ClaimedPlace): Promise<boolean> =>
    deviceStandsIn(await loadPlant(log, plantId), inverterId, serialNumber);
}

export async function loadPlant(log: Pick<EventLog, 'load'>, plantId: PlantId): Promise<PlantState> {
  const history = await log.load(streamOf.plant(plantId));
  return fold(plantDecider, history.events as readonly PlantEvent[]);
}

/** What an account is to a plant by the plant's own history; null for a stranger, and when there is no such plant. */
export async function plantRoleOf(
  log: Pick<EventLog, 'load'>,
  accountId: AccountId,
  plantId: PlantId,
): Promise<PlantRole | null> {
  const state = await loadPlant(log, plantId);
  return state.status === 'active' ? roleIn(state, accountId) : null;
}
