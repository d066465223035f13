import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { fold, reject } from '../../domain/kernel/decider.js';
import { CorrectionId, streamOf, type AccountId, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { correctionsDecider, type Corrections } from '../../domain/correction/corrections.js';
import type { CorrectionBasis, CorrectionEvent } from '../../domain/correction/events.js';
import { refusalTo } from '../../domain/plant/roles.js';
import { dayNumber, dayText } from '../../domain/production/device-clock.js';
import { handle, type CommandContext } from '../handle.js';
import { loadPlant } from '../plant/manage.js';
import type { PlantDeps } from '../plant/ports.js';
import type { EventLog } from '../ports.js';

export async function loadCorrections(log: Pick<EventLog, 'load'>, plantId: PlantId): Promise<Corrections> {
  const { events } = await log.load(streamOf.corrections(plantId));
  return fold(correctionsDecider, events as readonly CorrectionEvent[]);
}

type ByPerson = {
  readonly plantId: PlantId;
  readonly accountId: AccountId;
  readonly correctionId: CorrectionId;
};

/** Of the ids of corrections that were sent under an idempotency key. */
const namespace = '0b3a9a52-8a55-4c0b-9a0d-2f6c1f0c7f11';

/** The id of a correction to be made: the same for the same key of the same person. */
export function correctionIdOf(plantId: PlantId, accountId: string, key: string | undefined): CorrectionId {
  return CorrectionId.parse(key === undefined ? uuidV7() : uuidV5(`${plantId}/${accountId}/${key}`, namespace));
}

export type WrittenEnergy = {
  readonly inverterId: InverterId;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly energyWhPerDay: number | null;
  readonly basis: CorrectionBasis;
  readonly reason: string;
};

/** Somebody who looks after the plant writes what an inverter made on some days, or that nobody knows it. */
export async function correctEnergy(deps: PlantDeps, wish: ByPerson & WrittenEnergy, context: CommandContext) {
  const plant = await loadPlant(deps.log, wish.plantId);
  if (plant.status !== 'active') return reject({ code: 'plant.not-found' });
  const refusal = refusalTo(context.actor, 'plants:change', plant);
  if (refusal !== null) return reject(refusal);
  const inverter = plant.inverters.get(wish.inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });
  const now = deps.clock.now();
  const today = dayText(dayNumber(plant.details.timeZone, now.epochMilliseconds / 1_000));
  const { nominalPowerW } = inverter;
  const command = { type: 'CorrectEnergy', ...wish, at: now.toString(), today, nominalPowerW } as const;
  return handle(deps.log, correctionsDecider, streamOf.corrections(wish.plantId), command, context);
}

/** What was measured counts again. */
export async function undoCorrection(deps: PlantDeps, wish: ByPerson, context: CommandContext) {
  const plant = await loadPlant(deps.log, wish.plantId);
  if (plant.status !== 'active') return reject({ code: 'plant.not-found' });
  const refusal = refusalTo(context.actor, 'plants:change', plant);
  if (refusal !== null) return reject(refusal);
  const command = { type: 'UndoCorrection', ...wish, at: deps.clock.now().toString() } as const;
  return handle(deps.log, correctionsDecider, streamOf.corrections(wish.plantId), command, context);
}
