import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { climateSky, defaultClimate } from '../../domain/production/yield/climate.js';
import { energyOf, expectedCurve } from '../../domain/production/yield/expected.js';
import { lightAt } from '../../domain/production/yield/light.js';
import { expectedSeries } from '../../domain/production/yield/expected-series.js';
import { intervalBounds } from '../../domain/production/series.js';
import type { PlantModel } from '../../domain/production/yield/plant-model.js';
import { civilDay, sunEvents } from '../../domain/production/yield/sun-events.js';
import { weatherSky, type WeatherInterval } from '../../domain/production/yield/weather-sky.js';

/** `npm run bench -- yield --plants 100000 --cores 2`: what expecting costs, and a night of expecting for a whole fleet. */
const timeZone = 'Europe/Berlin';
const today = Math.floor(Date.UTC(2026, 5, 21) / 86_400_000);

/** Plants all over Central Europe, each with two fields of its own. */
function plant(index: number): PlantModel {
  const spread = (step: number, width: number) => ((index * step) % 1_000) * (width / 1_000);
  const field = { tiltDeg: 10 + spread(7, 50), coefficientPerK: -0.004, peakPowerW: 12_000, inverterPowerW: 10_000 };
  return {
    place: { latitudeDeg: 46 + spread(13, 9), longitudeDeg: 6 + spread(17, 9), altitudeM: spread(19, 900) },
    fields: [
      { ...field, compassAzimuthDeg: 90 + spread(3, 90) },
      { ...field, compassAzimuthDeg: 180 + spread(3, 90) },
    ],
    systemLoss: 0.14,
    calibration: 1,
    glass: 'ashrae',
  };
}

/** Cloudy hours as a service tells them. */
function weatherOf(model: PlantModel): readonly WeatherInterval[] {
  const day = civilDay(timeZone, today);
  return Array.from({ length: 24 }, (_, hour) => {
    const fromS = day.fromS + hour * 3_600;
    const ghiWm2 = 0.6 * lightAt(model.place, fromS + 1_800).clear.ghiWm2;
    return { fromS, toS: fromS + 3_600, ghiWm2, dniWm2: null, dhiWm2: null, airTemperatureC: 18, windMs: 3 };
  });
}

/** The night job of one plant: its climate, and the curve of the day by the weather. Wh. */
function night(index: number): number {
  const model = plant(index);
  const climate = defaultClimate(model.place);
  const sky = weatherSky(model.place, weatherOf(model), () => climate.months[5]?.airTemperatureC ?? 15);
  return energyOf(expectedCurve(model, civilDay(timeZone, today), sky)).energyWh ?? 0;
}

/** Median and 99th percentile, ms. */
function timed(work: (index: number) => unknown, rounds = 2_000): string {
  for (let index = 0; index < rounds / 4; index++) work(index);
  const times = Array.from({ length: rounds }, (_, index) => {
    const startMs = performance.now();
    work(index);
    return performance.now() - startMs;
  }).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * rounds)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

type Share = { readonly from: number; readonly to: number };

if (isMainThread) {
  const { values } = parseArgs({
    options: { plants: { type: 'string', default: '100000' }, cores: { type: 'string', default: '2' } },
  });
  const [plants, cores] = [Number(values.plants), Number(values.cores)];
  say(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
  const first = plant(1);
  const climate = defaultClimate(first.place);
  const weather = weatherOf(first);
  const year = intervalBounds(timeZone, Date.UTC(2026, 0, 2) / 1_000, Date.UTC(2026, 11, 31) / 1_000, 'P1M');
  const day = (index: number) => civilDay(timeZone, today + (index % 365));
  say(`curve of a day, 144 steps, by climate: ${timed((i) => expectedCurve(first, day(i), climateSky(climate)))}`);
  say(
    `curve of a day by weather: ${timed(() =>
      expectedCurve(
        first,
        civilDay(timeZone, today),
        weatherSky(first.place, weather, () => 15),
      ),
    )}`,
  );
  say(`sunrise, sunset, twilight of a day: ${timed((i) => sunEvents(first.place, day(i)))}`);
  say(`climate of a place: ${timed((i) => defaultClimate(plant(i).place), 500)}`);
  say(`twelve months: ${timed(() => expectedSeries(first, climateSky(climate), timeZone, year, 'P1M'), 50)}`);

  const startMs = performance.now();
  const startCpu = process.cpuUsage();
  const shares = Array.from({ length: cores }, (_, core): Share => ({
    from: Math.floor((plants * core) / cores),
    to: Math.floor((plants * (core + 1)) / cores),
  }));
  const sums = await Promise.all(
    shares.map(
      (share) =>
        new Promise<number>((resolve, reject) => {
          new Worker(new URL(import.meta.url), { workerData: share }).once('message', resolve).once('error', reject);
        }),
    ),
  );
  const seconds = (performance.now() - startMs) / 1_000;
  const { user, system } = process.cpuUsage(startCpu);
  const gwh = sums.reduce((sum, one) => sum + one, 0) / 1e9;
  say(`${plants} plants on ${cores} cores, climate and curve: ${seconds.toFixed(1)} s (${gwh.toFixed(2)} GWh)`);
  say(`processor time of that: ${((user + system) / 1e6).toFixed(1)} s`);
} else {
  const { from, to } = workerData as Share;
  let sum = 0;
  for (let index = from; index < to; index++) sum += night(index);
  parentPort?.postMessage(sum);
}
