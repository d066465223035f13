import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import { skyAt, type Site, type Sky } from '../simulation/weather.js';

const hourS = 3_600;
const samples = 6;

/** The weather under which the devices of a site produce, by the hour, as a service would tell it. */
export function simulatedWeather(site: Site, span: { readonly fromS: number; readonly toS: number }) {
  const firstS = Math.floor(span.fromS / hourS) * hourS;
  const hours = Math.ceil((span.toS - firstS) / hourS);
  return Array.from({ length: hours }, (_, hour) => hourOf(site, firstS + hour * hourS));
}

function hourOf(site: Site, fromS: number): WeatherInterval {
  const skies = Array.from({ length: samples }, (_, n) => skyAt(site, fromS + ((n + 0.5) * hourS) / samples));
  const mean = (value: (sky: Sky) => number) => skies.reduce((sum, sky) => sum + value(sky), 0) / samples;
  return {
    ...{ fromS, toS: fromS + hourS },
    ghiWm2: mean(({ globalWPerM2 }) => globalWPerM2),
    dniWm2: mean(({ beamNormalWPerM2 }) => beamNormalWPerM2),
    dhiWm2: mean(({ diffuseWPerM2 }) => diffuseWPerM2),
    airTemperatureC: mean(({ airTemperatureC }) => airTemperatureC),
    windMs: null,
  };
}
