import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { fold, reject } from '../../domain/kernel/decider.js';
import { CorrectionId, streamOf, type AccountId, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { correctionsDecider, type Corrections } from '../../domain/correction/corrections.js';
import type { CorrectionBasis, CorrectionEvent } from '../../domain/correction/events.js';
import type { HistoryPart } from '../../domain/correction/history-file.js';
import { refusalTo } from '../../domain/plant/roles.js';
import type { ActivePlant } from '../../domain/plant/state.js';
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
  const managed = await asManager(deps, wish.plantId, context);
  if (!managed.ok) return managed;
  const inverter = managed.plant.inverters.get(wish.inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });
  const { nominalPowerW } = inverter;
  const command = { type: 'CorrectEnergy', ...wish, ...now(deps, managed.plant), nominalPowerW } as const;
  return handle(deps.log, correctionsDecider, streamOf.corrections(wish.plantId), command, context);
}

/** Somebody who looks after the plant brings along what it made before the portal knew of it. */
export async function importHistory(
  deps: PlantDeps,
  wish: ByPerson & { readonly fileName: string; readonly parts: readonly HistoryPart[] },
  context: CommandContext,
) {
  const managed = await asManager(deps, wish.plantId, context);
  if (!managed.ok) return managed;
  const { at } = now(deps, managed.plant);
  const command = { type: 'ImportHistory', ...wish, at } as const;
  return handle(deps.log, correctionsDecider, streamOf.corrections(wish.plantId), command, context);
}

/** What was measured counts again. */
export async function undoCorrection(deps: PlantDeps, wish: ByPerson, context: CommandContext) {
  const managed = await asManager(deps, wish.plantId, context);
  if (!managed.ok) return managed;
  const { at } = now(deps, managed.plant);
  const command = { type: 'UndoCorrection', ...wish, at } as const;
  return handle(deps.log, correctionsDecider, streamOf.corrections(wish.plantId), command, context);
}

/** The plant, when whoever asks may change it. */
async function asManager(deps: Pick<PlantDeps, 'log'>, plantId: PlantId, { actor }: CommandContext) {
  const plant = await loadPlant(deps.log, plantId);
  if (plant.status !== 'active') return reject({ code: 'plant.not-found' });
  const refusal = refusalTo(actor, 'plants:change', plant);
  return refusal === null ? ({ ok: true, plant } as const) : reject(refusal);
}

/** The moment, and the day that it belongs to in the plant. */
function now({ clock }: Pick<PlantDeps, 'clock'>, { details }: ActivePlant) {
  const at = clock.now();
  return { at: at.toString(), today: dayText(dayNumber(details.timeZone, at.epochMilliseconds / 1_000)) };
}
