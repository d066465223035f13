import type { DataQuery } from '../../adapters/data-service/request.js';
import {
  decimalOf,
  dotNetNumber,
  element,
  emptyElement,
  escapeText,
  response,
} from '../../adapters/data-service/reply.js';
import type {
  MeasuredRecord,
  ProductionQueries,
  RecordQueries,
  StoredDeviceError,
} from '../../adapters/readings/port.js';
import type { Clock } from '../../commands/ports.js';
import { dayNumber, instantsOf, wallClockS } from '../../domain/production/device-clock.js';
import { deviceError } from '../../domain/production/device-errors.js';
import { deviceState } from '../../domain/production/device-states.js';
import { intervalPoints, isOffered, resolutionOf } from '../../domain/production/interval-data.js';
import { calendarBounds, type Values } from '../../domain/production/series.js';
import { expectedPerInverter } from '../../domain/production/yield/expected-per-inverter.js';
import { DataServiceRefusal, type ShownObject } from './data-service-objects.js';

export type AnswerDeps = {
  readonly production: Pick<ProductionQueries, 'dailyEnergy'>;
  readonly records: RecordQueries;
  readonly clock: Clock;
};

/** The inner document that answers a query about something that the caller may see (wire.md 2.3). */
export async function answerOf(deps: AnswerDeps, query: DataQuery, object: ShownObject): Promise<string> {
  switch (query.operation) {
    case 'GetInverterList':
      return response(plantTree(object));
    case 'GetInverterData':
      return response(await inverterData(deps, query, object));
    case 'GetObjectDataForInterval':
      return response(await intervalData(deps, query, object));
    case 'GetObjectErrorsCount':
      return response(element('Errors', { count: await deps.records.errorCount(object.inverterIds) }));
    case 'GetObjectErrors':
      return response(await errorPage(deps, query, object));
  }
}

type Query<O extends DataQuery['operation']> = Extract<DataQuery, { readonly operation: O }>;

/** Names in the order in which people read them: 2 before 10. */
const byName = new Intl.Collator('de', { numeric: true });

function plantTree({ plant, number }: ShownObject): string {
  const inverters = [...plant.inverters].sort((a, b) => byName.compare(a.name, b.name));
  const within = (subplantId: string | null) =>
    inverters
      .filter((inverter) => inverter.subplantId === subplantId)
      .map(({ id, name, serialNumber }) =>
        emptyElement('Inverter', { serial: serialNumber, name, id: plant.numberOf(id) }),
      )
      .join('');
  const subplants = [...plant.subplants].sort((a, b) => byName.compare(a.name, b.name));
  const content = subplants.map(({ id, name }) => element('Subplant', { id: plant.numberOf(id), name }, within(id)));
  return element('Plant', { id: number, name: plant.name }, content.join('') + within(null));
}

const maxRecords = 100;

async function inverterData(
  deps: AnswerDeps,
  { range }: Query<'GetInverterData'>,
  object: ShownObject,
): Promise<string> {
  const { timeZone } = object.plant;
  const [inverterId = ''] = object.inverterIds;
  const { records, count } = await deps.records.records(inverterId, instantRange(timeZone, range), maxRecords);
  const content = records.map((record) =>
    element('Data', { Time: wallClockS(timeZone, record.atS) }, parametersOf(record)),
  );
  const left = Math.max(0, count - records.length);
  return element('InverterData', { InverterId: object.number, RecordsLeft: left }, content.join(''));
}

/** A wall clock that shows a time twice means both. */
function instantRange(timeZone: string, { fromS, toS }: { readonly fromS: number; readonly toS: number }) {
  return { fromS: instantsOf(timeZone, fromS).earlierS, toS: instantsOf(timeZone, toS).laterS };
}

/** "NoData" of the original's table of states. */
const noDataState = 21;

/**
 * Always all fifteen, in this order: clients know them by their place. A value that the device did not send is 0, as the
 * original had it.
 */
function parametersOf(record: MeasuredRecord): string {
  const kilo = (value: number | null) => (value === null ? null : value / 1000);
  const values: readonly (readonly [string, number | null])[] = [
    ['PAC', record.acPowerW],
    ['IAC', record.acCurrentA],
    ['UAC', record.acVoltageV],
    ['FAC', record.acFrequencyHz],
    ['PDC', record.dcPowerW],
    ['IDC', record.dcCurrentA],
    ['UDC', record.dcVoltageV],
    ['Temp1', record.temperature1C],
    ['Temp2', record.temperature2C],
    ['Rad', record.irradianceWPerM2],
    ['PanelTemp', record.moduleTemperatureC],
    ['Energy', kilo(record.dayEnergyWh)],
    ['TotalEnergy', kilo(record.totalEnergyWh)],
    ['DaySunEnergy', kilo(record.dayIrradiationWhPerM2)],
    ['State', record.status ?? noDataState],
  ];
  return values
    .map(([i, value]) => {
      const { dec, integer } = decimalOf(value ?? 0);
      return element('p', { i, dec }, String(integer));
    })
    .join('');
}

/** Before 2000 no device of the family was built. */
const firstDayEver = 10_957;
/** The most days of inverters whose single records one call may read. */
const maxSensorDays = 20_000;

async function intervalData(
  deps: AnswerDeps,
  { dataType, intervalType, range }: Query<'GetObjectDataForInterval'>,
  object: ShownObject,
): Promise<string> {
  const { plant, inverterIds } = object;
  if (!isOffered(dataType, intervalType, object.kind === 'inverter')) {
    throw new DataServiceRefusal(`${dataType} does not exist for ${object.kind} and ${intervalType}.`);
  }
  const today = dayNumber(plant.timeZone, deps.clock.now().epochMilliseconds / 1000);
  const [from, to] = [range.fromS, range.toS].map((seconds) => Math.floor(seconds / 86_400)) as [number, number];
  // Whole intervals: a month of which the range touches one day is the whole month.
  const bounds = calendarBounds(Math.max(firstDayEver, from), Math.min(today, to), resolutionOf[intervalType]);
  const [firstDay, endDay] = [bounds[0], bounds.at(-1)];
  if (firstDay === undefined || endDay === undefined) return '';
  const needsSun = dataType === 'DailySunEnergy' || dataType === 'PerformanceRatio';
  if (needsSun && plant.inverterIds.length * (endDay - firstDay) > maxSensorDays) {
    throw new DataServiceRefusal('The range is too large for this data type.');
  }
  const days = Array.from({ length: endDay - firstDay + 1 }, (_, index) => firstDay + index);
  const [energy, sun] = await Promise.all([
    deps.production.dailyEnergy(plant.inverterIds, days),
    needsSun ? deps.records.dailyIrradiation(plant.inverterIds, firstDay, endDay - 1) : noValues,
  ]);
  const valuesOf = (of: ReadonlyMap<string, Values>, ids: readonly string[]) => ids.flatMap((id) => [of.get(id) ?? []]);
  const sunOfPlant = combine(valuesOf(sun, plant.inverterIds), days.length - 1, mean);
  const sunOfObject = combine(valuesOf(sun, inverterIds), days.length - 1, mean);
  const points = intervalPoints(dataType, bounds, {
    firstDay,
    energyKwh: combine(valuesOf(energy, inverterIds), days.length - 1, sumOfKwh),
    // A device without a sensor of its own stands under the same sun.
    sunWhPerM2: sunOfObject.map((own, index) => own ?? sunOfPlant[index] ?? null),
    powerW: object.powerW,
    ratedPowerW: object.ratedPowerW,
    plantEnergyKwh: combine(valuesOf(energy, plant.inverterIds), days.length - 1, sumOfKwh),
    plantRatedPowerW: plant.ratedPowerW,
    forecastKwh: dataType === 'EnergyForecast' || dataType === 'IncomeForecast' ? forecastKwh(object, days) : [],
    tariffs: plant.feedInTariffs,
    emissionFactor: plant.emissionFactor,
  });
  return points.map(({ startDay, value }) => element('d', { t: startDay * 86_400 }, dotNetNumber(value))).join('');
}

/** What is expected of an inverter on each day: what its owner wrote for the month, or the climate. */
function forecastKwh({ plant, inverterIds: [inverterId = ''] }: ShownObject, days: readonly number[]): Values {
  const bounds = days.map((day) => instantsOf(plant.timeZone, day * 86_400).earlierS);
  const expected = expectedPerInverter(plant, ['expectedEnergyWh'], bounds, 'P1D').get('expectedEnergyWh');
  return (expected?.get(inverterId) ?? []).map((wh) => (wh === null ? null : wh / 1000));
}

const noValues: ReadonlyMap<string, Values> = new Map();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** The original kept the yield of each device and day in single precision, which its sums show. */
const sumOfKwh = (values: readonly number[]) => sum(values.map((wh) => Math.fround(wh / 1000)));
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Several inverters as one, day by day; null where none has a value. */
function combine(parts: readonly Values[], length: number, of: (values: readonly number[]) => number): Values {
  return Array.from({ length }, (_, index) => {
    const known = parts.flatMap((values) => values[index] ?? []);
    return known.length === 0 ? null : of(known);
  });
}

async function errorPage(
  deps: AnswerDeps,
  { pageSize, pageNumber }: Query<'GetObjectErrors'>,
  { plant, inverterIds }: ShownObject,
): Promise<string> {
  const offset = Math.min((pageNumber - 1) * pageSize, maxOffset);
  const errors = await deps.records.errors(inverterIds, { limit: pageSize, offset });
  return errors.map((error) => errorElement(error, plant.timeZone)).join('');
}

const maxOffset = 2_147_483_647;

type DeviceError = Pick<StoredDeviceError, 'atS' | 'code' | 'state'>;

function errorElement({ atS, code, state }: DeviceError, timeZone: string): string {
  const stateId = state ?? noDataState;
  const attributes = {
    code,
    date: wallClockS(timeZone, atS),
    stateId,
    state: stateTexts[stateId] ?? deviceState(stateId).text.en,
  };
  return element('Error', attributes, element('Text', {}, escapeText(errorText(code))));
}

/** Where the original wrote a state or an error in other words than our pages (wire.md 2.3, 3.3). */
const stateTexts: Readonly<Record<number, string>> = { 9: 'NoCountrySet', 16: 'ShutDown', 21: 'NoData' };
const errorTexts: Readonly<Record<string, string>> = { 100002: 'Ethernet connectn. 2' };

function errorText(code: string): string {
  const { text, known } = deviceError(code);
  return errorTexts[code] ?? (known ? text.en : `Error ${code}`);
}
