import type { WeatherInterval } from './weather-sky.js';

/** Up to so many hours ahead something was said; the next are those of the days after. */
export const horizonsH = [6, 24, 48, 72, 120, 168] as const;
export type HorizonH = (typeof horizonsH)[number];

/** How far forecasts of global irradiance were off in hours with light. */
export type ForecastScore = {
  readonly horizonH: HorizonH;
  readonly hours: number;
  /** What came, summed over the hours, Wh/m². */
  readonly ghiWhm2: number;
  /** Forecast minus what came, with its sign: what remains is a bias. */
  readonly errorWhm2: number;
  readonly absoluteErrorWhm2: number;
};

/** A forecast, and when it was made (epoch seconds). */
export type WeatherForecast = { readonly issuedS: number; readonly intervals: readonly WeatherInterval[] };

/**
 * Compares forecasts with the weather that came, by how long before the hour they were made. Hours in the dark say
 * nothing, and hours that were over when a forecast was made are none of it.
 */
export function forecastScores(
  forecasts: readonly WeatherForecast[],
  came: readonly WeatherInterval[],
): readonly ForecastScore[] {
  const truth = new Map(came.map(({ fromS, ghiWm2 }) => [fromS, ghiWm2]));
  const scores = new Map<HorizonH, ForecastScore>();
  for (const { issuedS, intervals } of forecasts) {
    for (const { fromS, toS, ghiWm2 } of intervals) {
      const horizonH = horizonsH.find((hours) => toS - issuedS <= hours * 3_600);
      const cameWm2 = truth.get(fromS) ?? null;
      if (fromS < issuedS || horizonH === undefined || ghiWm2 === null || cameWm2 === null) continue;
      if (cameWm2 <= 0 && ghiWm2 <= 0) continue;
      const hours = (toS - fromS) / 3_600;
      scores.set(horizonH, added(scores.get(horizonH) ?? nothing(horizonH), hours, ghiWm2, cameWm2));
    }
  }
  return horizonsH.flatMap((horizonH) => scores.get(horizonH) ?? []);
}

const nothing = (horizonH: HorizonH): ForecastScore => ({
  ...{ horizonH, hours: 0, ghiWhm2: 0, errorWhm2: 0, absoluteErrorWhm2: 0 },
});

function added(score: ForecastScore, hours: number, saidWm2: number, cameWm2: number): ForecastScore {
  const errorWhm2 = (saidWm2 - cameWm2) * hours;
  return {
    horizonH: score.horizonH,
    hours: score.hours + hours,
    ghiWhm2: score.ghiWhm2 + cameWm2 * hours,
    errorWhm2: score.errorWhm2 + errorWhm2,
    absoluteErrorWhm2: score.absoluteErrorWhm2 + Math.abs(errorWhm2),
  };
}
