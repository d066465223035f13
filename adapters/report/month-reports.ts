import type { Clock, EventLog } from '../../commands/ports.js';
import { loadCorrections } from '../../commands/correction/corrections.js';
import { loadPlant } from '../../commands/plant/manage.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import { incidentsEver, type PastIncident } from '../../domain/alerting/incidents.js';
import { clear, isErased } from '../../domain/kernel/event.js';
import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { emissionFactorOf } from '../../domain/plant/emission-factor.js';
import type { ActivePlant, PlacedInverter } from '../../domain/plant/state.js';
import { dayNumber, dayText, startOfDayS } from '../../domain/production/device-clock.js';
import { monthReport, type MonthReport } from '../../domain/production/month-report.js';
import {
  calendarBounds,
  combineValues,
  intervalBounds,
  sumOfKnown,
  type Values,
} from '../../domain/production/series.js';
import { expectedPerInverter } from '../../domain/production/yield/expected-per-inverter.js';
import { modelledPlant } from '../../domain/production/yield/modelled-plant.js';
import type { ProductionQueries } from '../readings/port.js';
import type { ClimateQueries } from '../weather/port.js';
import type { MonthReports } from './port.js';
import type { PrintedReport } from './paper.js';
import { printReport } from './print.js';

export type ReportDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly production: Pick<ProductionQueries, 'dailyEnergy' | 'specificYields'>;
  readonly climates: ClimateQueries;
  /** Places that a plant ever had: what was produced there stays with it. */
  readonly placesEver: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly clock: Clock;
  readonly operatorName: string;
};

const maxMonths = 600;
/** More than anybody reads; a plant that flutters so is looked at in the portal. */
const maxIncidents = 300;

export function monthReports(deps: ReportDeps): MonthReports {
  return {
    async months(plantId, latest = maxMonths) {
      const plant = await loadPlant(deps.log, plantId);
      if (plant.status !== 'active') return [];
      const bounds = monthsUntil(plant, deps.clock).slice(-1 - latest);
      const energies = await deps.production.dailyEnergy(await placesOf(deps, plant), bounds);
      const sums = combineValues('energyWh', [...energies.values()], bounds.length - 1);
      return bounds
        .slice(0, -1)
        .flatMap((day, index) => {
          const energyWh = sums[index] ?? null;
          return energyWh === null ? [] : [{ month: dayText(day).slice(0, 7), energyWh }];
        })
        .reverse();
    },

    async hasMonth(plantId, month) {
      const plant = await loadPlant(deps.log, plantId);
      const days = plant.status === 'active' ? daysOf(month, plant, deps.clock) : null;
      if (plant.status !== 'active' || days === null) return false;
      return sumOfMonth(await deps.production.dailyEnergy(await placesOf(deps, plant), days)) !== null;
    },

    async print(plantId, month, language) {
      const plant = await loadPlant(deps.log, plantId);
      if (plant.status !== 'active' || isErased(plant.details.name)) return null;
      const days = daysOf(month, plant, deps.clock);
      if (days === null) return null;
      const [firstDay, endDay] = days;
      const report = await reportOf(deps, plant, firstDay, endDay);
      if (report.energyWh === null) return null;
      const { generatorPowerW, timeZone, name } = plant.details;
      return printReport({
        ...{ report, language, timeZone, generatorPowerW, month, plantName: name, sender: deps.operatorName },
        madeAt: deps.clock.now().toString(),
        incidents: (await incidentsIn(deps, plantId, timeZone, firstDay, endDay)).slice(0, maxIncidents),
        revised: await revisionOf(deps, plantId, firstDay, endDay),
        nameOf: (inverterId) => nameOf(plant.inverters.get(inverterId)),
      });
    },
  };
}

/** First days of the months that are over, and the day after the last of them, days since 1970-01-01. */
function monthsUntil({ details: { timeZone } }: ActivePlant, clock: Clock): readonly number[] {
  const today = dayNumber(timeZone, clock.now().epochMilliseconds / 1_000);
  // The month of today is not over: the last interval is left out.
  return calendarBounds(today - maxMonths * 30, today, 'P1M').slice(0, -1);
}

/** The first day of a month that is over, and the day after its last one. */
function daysOf(month: string, plant: ActivePlant, clock: Clock): readonly [number, number] | null {
  const bounds = monthsUntil(plant, clock);
  const index = bounds.slice(0, -1).findIndex((day) => dayText(day).startsWith(month));
  const [firstDay, endDay] = [bounds[index], bounds[index + 1]];
  return firstDay === undefined || endDay === undefined ? null : [firstDay, endDay];
}

async function placesOf({ placesEver }: ReportDeps, { plantId, inverters }: ActivePlant): Promise<readonly string[]> {
  return [...new Set<string>([...inverters.keys(), ...((await placesEver([plantId])).get(plantId) ?? [])])];
}

async function reportOf(deps: ReportDeps, plant: ActivePlant, firstDay: number, endDay: number): Promise<MonthReport> {
  const { details, inverters } = plant;
  const [places, measured] = await Promise.all([placesOf(deps, plant), deps.climates.at(clear(details.location))]);
  const days = Array.from({ length: endDay - firstDay + 1 }, (_, index) => firstDay + index);
  const before = monthBounds(firstDay - 1);
  const yearBefore = monthBounds(firstDay - 365);
  const [specificYieldsKwhPerKw, energyWh, ...earlier] = await Promise.all([
    deps.production.specificYields(places, { first: firstDay, end: endDay }),
    deps.production.dailyEnergy(places, days),
    deps.production.dailyEnergy(places, before),
    deps.production.dailyEnergy(places, yearBefore),
  ]);
  const [fromS, toS] = [startOfDayS(details.timeZone, firstDay), startOfDayS(details.timeZone, endDay)];
  const expected = expectedPerInverter(
    modelledPlant(plant, measured),
    ['expectedEnergyWh'],
    intervalBounds(details.timeZone, fromS, toS, 'P1D'),
    'P1D',
  );
  const [monthBeforeWh = null, yearBeforeWh = null] = earlier.map(sumOfMonth);
  return monthReport({
    ...{ firstDay, energyWh, specificYieldsKwhPerKw, monthBeforeWh, yearBeforeWh },
    days: endDay - firstDay,
    expectedWh: expected.get('expectedEnergyWh') ?? new Map<string, Values>(),
    inverters: [...inverters.values()].map((inverter) => ({
      id: inverter.inverterId,
      name: nameOf(inverter),
      serialNumber: inverter.serialNumber,
      nominalPowerW: inverter.nominalPowerW,
    })),
    generatorPowerW: details.generatorPowerW,
    tariffs: details.feedInTariffs,
    emissionFactor: emissionFactorOf(plant),
  });
}

/** Of all places, of one interval. */
const sumOfMonth = (perPlace: ReadonlyMap<string, Values>) =>
  sumOfKnown([...perPlace.values()].map(([energyWh = null]) => energyWh));

/** The month in which a day lies. */
const monthBounds = (day: number) => calendarBounds(day, day, 'P1M');

/** Which days of the month count as people wrote them, and since when; null when all do as they were measured. */
async function revisionOf(
  { log }: ReportDeps,
  plantId: PlantId,
  firstDay: number,
  endDay: number,
): Promise<PrintedReport['revised']> {
  const entries = [...(await loadCorrections(log, plantId)).values()];
  const standing = entries.flatMap((one) => (one.kind === 'days' && one.undone === null ? [one] : []));
  const days = Array.from({ length: endDay - firstDay }, (_, index) => dayText(firstDay + index));
  const isWritten = (day: string) => standing.filter((one) => one.firstDay <= day && day <= one.lastDay);
  const written = days.map(isWritten).filter((ofDay) => ofDay.length > 0);
  const lastAt = written.flat().reduce((last, { at }) => (at > last ? at : last), '');
  const writtenDays = days.filter((day) => isWritten(day).length > 0);
  return written.length === 0 ? null : { days: writtenDays, lastAt };
}

/** What stood in the month, also from before and until after it, the oldest first. */
async function incidentsIn(
  { log }: ReportDeps,
  plantId: PlantId,
  timeZone: string,
  firstDay: number,
  endDay: number,
): Promise<readonly PastIncident[]> {
  const { events } = await log.load(streamOf.alerts(plantId));
  const [fromMs, toMs] = [startOfDayS(timeZone, firstDay) * 1_000, startOfDayS(timeZone, endDay) * 1_000];
  return [...incidentsEver(events as readonly AlertEvent[]).values()]
    .filter(({ since, endedAt }) => Date.parse(since) < toMs && (endedAt === null || Date.parse(endedAt) >= fromMs))
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

function nameOf(inverter: PlacedInverter | undefined): string {
  if (inverter === undefined) return '–';
  return isErased(inverter.name) || inverter.name === '' ? inverter.serialNumber : inverter.name;
}
