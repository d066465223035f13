import { accept, assertNever, reject, type Decider, type Decision } from '../kernel/decider.js';
import type { SubplantId } from '../kernel/ids.js';
import { isPlantTimeZone, Temporal } from '../kernel/time.js';
import { isAlertRuleCommand, type AlertRuleCommand } from './alert-rules.js';
import { plantLimits, type PlantCommand, type PlantRejection } from './commands.js';
import { claimYields } from './claim.js';
import { decideAlertRules } from './decide-alert-rules.js';
import { decideSharing, endSharing } from './decide-sharing.js';
import { setEmissionFactor } from './emission-factor.js';
import type { PlantEvent } from './events.js';
import { refusalTo } from './roles.js';
import { isSharingCommand, type SharingCommand } from './sharing-commands.js';
import { evolvePlant, noPlant, plantPower, type ActivePlant, type PlantDetails, type PlantState } from './state.js';

export type { PlantCommand, PlantRejection } from './commands.js';
export { plantEvents } from './events.js';

type PlantDecision = Decision<PlantEvent, PlantRejection>;
type Of<T extends PlantCommand['type']> = Extract<PlantCommand, { readonly type: T }>;

export const plantDecider: Decider<PlantCommand, PlantState, PlantEvent, PlantRejection> = {
  initialState: noPlant,
  evolve: evolvePlant,
  decide: (command, state) => {
    if (command.type === 'AddPlant') return addPlant(command, state);
    if (state.status !== 'active') return reject({ code: 'plant.not-found' });
    if (isSharingCommand(command)) return decideSharing(command, state);
    if (isAlertRuleCommand(command)) return decideAlertRules(command, state);
    const refusal = refusalTo(command.actor, command.type === 'RemovePlant' ? 'plants:remove' : 'plants:change', state);
    return refusal === null ? decideOn(command, state) : reject(refusal);
  },
};

function decideOn(
  command: Exclude<PlantCommand, Of<'AddPlant'> | SharingCommand | AlertRuleCommand>,
  plant: ActivePlant,
): PlantDecision {
  switch (command.type) {
    case 'ChangePlant':
      return changePlant(command, plant);
    case 'RemovePlant':
      return removePlant(command, plant);
    case 'AddSubplant':
      return addSubplant(command, plant);
    case 'ChangeSubplant':
      return changeSubplant(command, plant);
    case 'RemoveSubplant':
      return removeSubplant(command, plant);
    case 'AddInverter':
      return addInverter(command, plant);
    case 'ChangeInverter':
      return changeInverter(command, plant);
    case 'ExchangeInverter':
      return exchangeInverter(command, plant);
    case 'RemoveInverter':
      return removeInverter(command, plant);
    case 'ProveByData':
      return proveByData(command, plant);
    case 'YieldClaim':
      return yieldClaim(command, plant);
    case 'DetermineType':
      return determineType(command, plant);
    case 'SetForecast':
      return setForecast(command, plant);
    case 'SetEmissionFactor':
      return setEmissionFactor(command, plant);
    default:
      return assertNever(command);
  }
}

function addPlant({ plantId, ownerId, at, details }: Of<'AddPlant'>, state: PlantState): PlantDecision {
  if (state.status !== 'none') return reject({ code: 'plant.exists' });
  const wrong = faultOf(details);
  if (wrong !== null) return reject(wrong);
  return accept<PlantEvent>({ type: 'PlantAdded', data: { plantId, ownerId, at, ...details } });
}

function changePlant({ at, changes }: Of<'ChangePlant'>, plant: ActivePlant): PlantDecision {
  const wrong = faultOf(changes);
  if (wrong !== null) return reject(wrong);
  const changed = differing(plant.details, changes);
  if (changed === null) return accept();
  return accept<PlantEvent>({
    type: 'PlantChanged',
    data: { plantId: plant.plantId, ownerId: plant.ownerId, at, ...changed },
  });
}

function faultOf({ timeZone, feedInTariffs }: Partial<PlantDetails>): PlantRejection | null {
  if (timeZone !== undefined && !isPlantTimeZone(timeZone)) return { code: 'plant.time-zone-unknown' };
  const days = feedInTariffs?.map((tariff) => tariff.from) ?? [];
  return new Set(days).size < days.length ? { code: 'plant.tariff-dates-repeated' } : null;
}

function removePlant({ at }: Of<'RemovePlant'>, plant: ActivePlant): PlantDecision {
  const { plantId, inverters } = plant;
  const removed = [...inverters.values()].map(({ inverterId, serialNumber }): PlantEvent => ({
    type: 'InverterRemoved',
    data: { plantId, at, inverterId, serialNumber },
  }));
  return accept<PlantEvent>(...endSharing(plant, at), ...removed, { type: 'PlantRemoved', data: { plantId, at } });
}

function addSubplant({ at, subplantId, details }: Of<'AddSubplant'>, plant: ActivePlant): PlantDecision {
  // The same id again is the same wish again.
  if (plant.subplants.has(subplantId)) return accept();
  if (plant.subplants.size >= plantLimits.subplants) return reject({ code: 'plant.too-many-subplants' });
  const { plantId, ownerId } = plant;
  return accept<PlantEvent>({ type: 'SubplantAdded', data: { plantId, ownerId, subplantId, at, ...details } });
}

function changeSubplant({ at, subplantId, changes }: Of<'ChangeSubplant'>, plant: ActivePlant): PlantDecision {
  const subplant = plant.subplants.get(subplantId);
  if (subplant === undefined) return reject({ code: 'subplant.not-found' });
  const changed = differing(subplant, changes);
  if (changed === null) return accept();
  const { plantId, ownerId } = plant;
  return accept<PlantEvent>({ type: 'SubplantChanged', data: { plantId, ownerId, at, ...changed, subplantId } });
}

/** Its inverters stay, as inverters of the plant itself. */
function removeSubplant({ at, subplantId }: Of<'RemoveSubplant'>, plant: ActivePlant): PlantDecision {
  const { plantId, ownerId } = plant;
  if (!plant.subplants.has(subplantId)) return reject({ code: 'subplant.not-found' });
  const freed = [...plant.inverters.values()]
    .filter((inverter) => inverter.subplantId === subplantId)
    .map(({ inverterId }): PlantEvent => ({
      type: 'InverterChanged',
      data: { plantId, ownerId, inverterId, at, subplantId: null },
    }));
  return accept<PlantEvent>(...freed, { type: 'SubplantRemoved', data: { plantId, subplantId, at } });
}

function addInverter(command: Of<'AddInverter'>, plant: ActivePlant): PlantDecision {
  const { at, inverterId, serialNumber, name, subplantId, claim, rated } = command;
  const { plantId, ownerId } = plant;
  if (standsIn(plant, serialNumber)) return reject({ code: 'inverter.in-this-plant' });
  if (!knowsSubplant(plant, subplantId)) return reject({ code: 'inverter.subplant-unknown' });
  if (plant.inverters.size >= plantLimits.inverters) return reject({ code: 'plant.too-many-inverters' });
  const added: PlantEvent = {
    type: 'InverterAdded',
    data: { plantId, ownerId, inverterId, at, serialNumber, name, subplantId, claim, ...rated },
  };
  const device = { plantId, inverterId, at, serialNumber };
  return recomputed(plant, at, claim === 'code' ? [added, provenByCode(device)] : [added]);
}

function changeInverter(command: Of<'ChangeInverter'>, plant: ActivePlant): PlantDecision {
  const { at, inverterId, name, subplantId, rated } = command;
  const { plantId, ownerId } = plant;
  const inverter = plant.inverters.get(inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });
  if (subplantId !== undefined && !knowsSubplant(plant, subplantId)) {
    return reject({ code: 'inverter.subplant-unknown' });
  }
  const events: PlantEvent[] = [];
  const changed = differing(inverter, { name, subplantId });
  if (changed !== null)
    events.push({ type: 'InverterChanged', data: { plantId, ownerId, inverterId, at, ...changed } });
  // The same type again keeps the power that was recorded, even when the catalogue has another figure by now.
  if (rated !== undefined && rated.typeId !== inverter.typeId) {
    events.push({ type: 'InverterTypeDetermined', data: { plantId, inverterId, at, ...rated, reason: 'chosen' } });
  }
  return recomputed(plant, at, events);
}

function exchangeInverter(command: Of<'ExchangeInverter'>, plant: ActivePlant): PlantDecision {
  const { at, inverterId, serialNumber, claim, rated, exchangedAt = at } = command;
  const { plantId } = plant;
  const inverter = plant.inverters.get(inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });
  if (inverter.serialNumber === serialNumber) return reject({ code: 'inverter.same-device' });
  if (standsIn(plant, serialNumber)) return reject({ code: 'inverter.in-this-plant' });
  const wrongTime = wrongExchangeTime(inverter, { at, exchangedAt });
  if (wrongTime !== null) return reject(wrongTime);
  const exchanged: PlantEvent = {
    type: 'InverterExchanged',
    data: {
      plantId,
      inverterId,
      at,
      exchangedAt,
      oldSerialNumber: inverter.serialNumber,
      newSerialNumber: serialNumber,
      claim,
      ...rated,
    },
  };
  const device = { plantId, inverterId, at, serialNumber };
  return recomputed(plant, at, claim === 'code' ? [exchanged, provenByCode(device)] : [exchanged]);
}

/** Why the device of a place cannot have been exchanged at that time; null when it can. */
export function wrongExchangeTime(
  { standsSince }: { readonly standsSince: string },
  { at, exchangedAt = at }: Pick<Of<'ExchangeInverter'>, 'at' | 'exchangedAt'>,
): PlantRejection | null {
  if (isBefore(at, exchangedAt)) return { code: 'inverter.exchanged-in-future' };
  return isBefore(exchangedAt, standsSince) ? { code: 'inverter.exchanged-too-early' } : null;
}

function removeInverter({ at, inverterId }: Of<'RemoveInverter'>, plant: ActivePlant): PlantDecision {
  const inverter = plant.inverters.get(inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });
  const { plantId } = plant;
  const { serialNumber } = inverter;
  return recomputed(plant, at, [{ type: 'InverterRemoved', data: { plantId, inverterId, at, serialNumber } }]);
}

/** Comes with every record of a device until it is seen: nothing happens twice, and nothing for a device that left. */
function proveByData({ at, inverterId, serialNumber }: Of<'ProveByData'>, plant: ActivePlant): PlantDecision {
  const inverter = plant.inverters.get(inverterId);
  if (inverter === undefined || inverter.serialNumber !== serialNumber) return accept();
  if (inverter.activatedAt !== null || inverter.claimLapsed) return accept();
  return accept<PlantEvent>({
    type: 'InverterActivated',
    data: { plantId: plant.plantId, inverterId, at, serialNumber, proof: 'data' },
  });
}

function yieldClaim({ at, inverterId, serialNumber, to }: Of<'YieldClaim'>, plant: ActivePlant): PlantDecision {
  if (!claimYields(plant, inverterId, serialNumber, { at, claim: to })) return accept();
  return accept<PlantEvent>({
    type: 'InverterClaimLapsed',
    data: { plantId: plant.plantId, inverterId, at, serialNumber },
  });
}

function determineType({ at, inverterId, rated, reason }: Of<'DetermineType'>, plant: ActivePlant): PlantDecision {
  const inverter = plant.inverters.get(inverterId);
  if (inverter === undefined) return reject({ code: 'inverter.not-found' });
  if (differing(inverter, rated) === null) return accept();
  // What the owner or the registry says is worth more than what a device says of itself.
  if (reason === 'reported' && inverter.typeId !== null) return accept();
  const { plantId } = plant;
  return recomputed(plant, at, [
    { type: 'InverterTypeDetermined', data: { plantId, inverterId, at, ...rated, reason } },
  ]);
}

const longestMonthHours = 744;

function setForecast({ at, inverterId, monthsWh }: Of<'SetForecast'>, plant: ActivePlant): PlantDecision {
  const inverter = inverterId === null ? undefined : plant.inverters.get(inverterId);
  if (inverterId !== null && inverter === undefined) return reject({ code: 'inverter.not-found' });
  const { plantId, power, details, ownForecasts } = plant;
  const powerW = inverter?.nominalPowerW ?? Math.max(power.nominalPowerW, details.generatorPowerW);
  const mostWh = powerW * longestMonthHours;
  // Mostly watt hours, or the sum of a year, that stand where kilowatt hours of a month belong.
  const months = monthsWh.flatMap((energyWh, month) => (energyWh !== null && energyWh > mostWh ? [month] : []));
  if (months.length > 0) {
    return reject({ code: 'forecast.beyond-power', mostKwh: Math.floor(mostWh / 1_000), months });
  }
  const before = ownForecasts.get(inverterId) ?? monthsWh.map(() => null);
  if (monthsWh.every((energyWh, month) => energyWh === before[month])) return accept();
  return accept<PlantEvent>({ type: 'ForecastSet', data: { plantId, at, inverterId, monthsWh } });
}

/** The facts, and the new sum when they change it. */
function recomputed(plant: ActivePlant, at: string, events: readonly PlantEvent[]): PlantDecision {
  const after = events.reduce(evolvePlant, plant as PlantState);
  if (after.status !== 'active') return accept(...events);
  const power = plantPower(after.inverters.values());
  if (differing(plant.power, power) === null) return accept(...events);
  return accept<PlantEvent>(...events, { type: 'NominalPowerChanged', data: { plantId: plant.plantId, at, ...power } });
}

function provenByCode(
  device: Pick<
    Extract<PlantEvent, { type: 'InverterActivated' }>['data'],
    'plantId' | 'inverterId' | 'at' | 'serialNumber'
  >,
): PlantEvent {
  return { type: 'InverterActivated', data: { ...device, proof: 'code' } };
}

function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;
}

function standsIn(plant: ActivePlant, serialNumber: string): boolean {
  return [...plant.inverters.values()].some((inverter) => inverter.serialNumber === serialNumber);
}

function knowsSubplant(plant: ActivePlant, subplantId: SubplantId | null): boolean {
  return subplantId === null || plant.subplants.has(subplantId);
}

/** The part of `wanted` that differs from what is there; null when nothing does. Undefined means "stays". */
function differing<T extends object, W extends { readonly [K in keyof T]?: T[K] | undefined }>(
  present: T,
  wanted: W,
): { readonly [K in keyof W]: Exclude<W[K], undefined> } | null {
  const changes = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(present[key as keyof T]),
  );
  return changes.length === 0 ? null : (Object.fromEntries(changes) as never);
}
