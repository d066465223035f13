import { createHash } from 'node:crypto';
import { isJudgedByClimate } from '../../domain/alerting/below-forecast.js';
import type { Forecast } from '../../domain/alerting/watched.js';
import type { InverterId } from '../../domain/kernel/ids.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { startOfDayS } from '../../domain/production/device-clock.js';
import { intervalBounds, type Values } from '../../domain/production/series.js';
import { clearSkyEnergyWh } from '../../domain/production/yield/expected.js';
import { modelOfPlant, type PlantField } from '../../domain/production/yield/model-of-plant.js';
import { modelledPlant, type ModelledPlant } from '../../domain/production/yield/modelled-plant.js';
import { modelledMonths, monthAt, monthlyForecasts, together } from '../../domain/production/yield/monthly-forecast.js';
import { civilDay } from '../../domain/production/yield/sun-events.js';
import { isProven } from './plants.js';
import { sunlight } from './sunlight.js';
import type { Surroundings } from './watched-plants.js';

/** Sun and sky over plants, and what is expected of their months. */
export function surroundings(): Surroundings {
  const modelled = modelledOnce();
  return {
    sunOver: sunlight(),
    clearSkyKwhPerKw,
    monthForecast: (plant, measured, month) => forecastOfMonth(modelledPlant(plant, measured), plant, month, modelled),
  };
}

type Modelled = (plant: ModelledPlant, bounds: readonly number[]) => readonly Values[];

function forecastOfMonth(
  described: ModelledPlant,
  plant: ActivePlant,
  { inverterId, firstDay }: { readonly inverterId: InverterId | null; readonly firstDay: number },
  modelled: Modelled,
): Forecast {
  if (described.model === null) return 'placeUnknown';
  const { timeZone } = described;
  const atS = startOfDayS(timeZone, firstDay);
  const bounds = intervalBounds(timeZone, atS, atS + 1, 'P1M');
  const forecasts = monthlyForecasts(described, bounds, () => modelled(described, bounds));
  const proven = [...plant.inverters.values()].filter(isProven);
  const forecast =
    inverterId !== null
      ? forecasts.ofInverter(inverterId, 0)
      : proven.length === plant.inverters.size
        ? forecasts.ofPlant(0)
        : // Whose device has not come yet makes nothing.
          together(proven.map((one) => forecasts.ofInverter(one.inverterId, 0)));
  if (forecast.energyWh === null) return 'placeUnknown';
  const source = forecast.source === 'model' || forecast.source === 'mixed' ? 'model' : 'user';
  const month = monthAt(timeZone, atS) + 1;
  if (source === 'model' && !isJudgedByClimate(described.model.place.latitudeDeg, month)) return 'winterByClimate';
  return { energyWh: forecast.energyWh, source };
}

const maxKept = 100_000;

/** Months of models, which are looked at for ten days and more than once a day, computed once. */
function modelledOnce(): Modelled {
  const kept = new Map<string, readonly Values[]>();
  return (plant, bounds) => {
    const key = createHash('sha1')
      .update(JSON.stringify([plant.model, plant.measured, bounds]))
      .digest('base64');
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= maxKept) kept.clear();
    const months = modelledMonths(plant, bounds);
    kept.set(key, months);
    return months;
  };
}

/** What a cloudless sky and modules without loss would give the inverter of a field, by its nominal power. */
function clearSkyKwhPerKw(plant: ActivePlant, inverterId: InverterId, day: number): number | null {
  const model = modelOfPlant(plant);
  const subplantId = plant.inverters.get(inverterId)?.subplantId ?? null;
  const described: readonly PlantField[] = model?.fields ?? [];
  const fields = described.filter((field) => field.subplantId === subplantId);
  const powerW = fields.reduce((sum, { inverterPowerW }) => sum + inverterPowerW, 0);
  if (model === null || powerW <= 0) return null;
  const span = civilDay(plant.details.timeZone, day);
  return clearSkyEnergyWh({ ...model, fields, systemLoss: 0, glass: 'none' }, span) / powerW;
}
