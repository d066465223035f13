import { clamp } from './angles.js';
import { erbs } from './diffuse-fraction.js';
import { lightAt, type Light, type Sky } from './light.js';
import { scaledSky, type SkyShape } from './scaled-sky.js';
import type { Place } from './sun-position.js';

/** Means over an interval of weather, measured or forecast; null = not known. */
export type WeatherInterval = {
  /** Epoch seconds; intervals do not overlap. */
  readonly fromS: number;
  readonly toS: number;
  readonly ghiWm2: number | null;
  readonly dniWm2: number | null;
  readonly dhiWm2: number | null;
  readonly airTemperatureC: number | null;
  readonly windMs: number | null;
};

/** How an interval is sampled to know what a cloudless sky would have sent. */
const samples = 6;
/** Below this mean of a cloudless sky its course says nothing: twilight. */
const twilightWm2 = 5;

/**
 * The sky as weather tells it. Within an interval irradiance follows the course of a cloudless day, so that its mean stays
 * what it was. Without beam and diffuse parts they are split by Erbs. Null where there is no interval, or none with
 * irradiance. `airTemperatureC` stands in where the weather does not tell it.
 */
export function weatherSky(
  place: Place,
  weather: readonly WeatherInterval[],
  airTemperatureC: (atS: number) => number,
): Sky {
  const ordered = [...weather].sort((a, b) => a.fromS - b.fromS);
  const shapes = new Map<WeatherInterval, SkyShape | null>();
  const shapeOf = (interval: WeatherInterval) => {
    const known = shapes.get(interval);
    if (known !== undefined) return known;
    const shape = shapeDuring(place, interval);
    shapes.set(interval, shape);
    return shape;
  };
  return (light) => {
    const interval = intervalAt(ordered, light.atS);
    if (interval === null || interval.ghiWm2 === null) return null;
    const air = {
      airTemperatureC: interval.airTemperatureC ?? airTemperatureC(light.atS),
      windMs: interval.windMs ?? 1,
    };
    const shape = shapeOf(interval);
    if (shape === null) {
      const ghiWm2 = Math.max(interval.ghiWm2, 0);
      return { ghiWm2, dniWm2: 0, dhiWm2: ghiWm2, ...air };
    }
    return { ...scaledSky(light, shape, light.outsideWm2), ...air };
  };
}

function intervalAt(ordered: readonly WeatherInterval[], atS: number): WeatherInterval | null {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as WeatherInterval).toS <= atS) low = middle + 1;
    else high = middle;
  }
  const found = ordered[low];
  return found === undefined || found.fromS > atS ? null : found;
}

/** Null in twilight, where all light is diffuse. */
function shapeDuring(place: Place, interval: WeatherInterval): SkyShape | null {
  const ghiWm2 = Math.max(interval.ghiWm2 ?? 0, 0);
  const stepS = (interval.toS - interval.fromS) / samples;
  const lights = Array.from({ length: samples }, (_, index) => lightAt(place, interval.fromS + (index + 0.5) * stepS));
  const clearWm2 = meanOf(lights, (light) => light.clear.ghiWm2);
  if (clearWm2 < twilightWm2) return null;
  return { clearSkyIndex: ghiWm2 / clearWm2, diffuseFraction: diffuseFraction(interval, ghiWm2, lights) };
}

function diffuseFraction({ dniWm2, dhiWm2 }: WeatherInterval, ghiWm2: number, lights: readonly Light[]): number {
  if (ghiWm2 <= 0) return 1;
  if (dhiWm2 !== null) return clamp(dhiWm2 / ghiWm2, 0, 1);
  const cosZenith = meanOf(lights, (light) => Math.max(light.cosZenith, 0));
  if (dniWm2 !== null) return clamp(1 - (dniWm2 * cosZenith) / ghiWm2, 0, 1);
  const zenithDeg = (Math.acos(clamp(cosZenith, 0, 1)) * 180) / Math.PI;
  return erbs(ghiWm2, zenithDeg, (lights[0] as Light).outsideWm2).dhiWm2 / ghiWm2;
}

function meanOf(lights: readonly Light[], value: (light: Light) => number): number {
  return lights.reduce((sum, light) => sum + value(light), 0) / lights.length;
}
