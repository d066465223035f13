import { dayNumber, dayText } from '../device-clock.js';
import { isIntraday, type Resolution, type Values } from '../series.js';
import { lightAt, type Sky } from './light.js';
import { plantOutput, type PlantModel, type PlantOutput } from './plant-model.js';
import { civilDay, type Span } from './sun-events.js';

const fineStepS = 600;
const hourS = 3_600;

type SeriesOptions = {
  readonly isAlikeEveryYear?: boolean;
  /** Which of the powers is summed up; what comes to the grid when left out. */
  readonly powerOf?: (output: PlantOutput) => number;
};

/**
 * Expected energy of each field of a plant in each interval, Wh; `bounds` as `intervalBounds` gives them. Null where the
 * sky is not known. Days are computed in steps of ten minutes, for whole days in hours, and there once for each day of the
 * calendar where the sky is alike in all years, as a climate is.
 */
export function expectedSeries(
  model: PlantModel,
  sky: Sky,
  timeZone: string,
  bounds: readonly number[],
  resolution: Resolution,
  { isAlikeEveryYear = true, powerOf = (output) => output.acPowerW }: SeriesOptions = {},
): readonly Values[] {
  const length = Math.max(0, bounds.length - 1);
  const series = model.fields.map((): Values => new Array<number | null>(length).fill(null));
  if (length === 0) return series;
  const [startS = 0, endS = 0] = [bounds[0], bounds.at(-1)];
  const isFine = isIntraday(resolution);
  const isKept = !isFine && isAlikeEveryYear;
  const known = new Map<string, readonly Step[]>();
  let index = 0;
  for (let day = dayNumber(timeZone, startS); day <= dayNumber(timeZone, endS - 1); day++) {
    const span = civilDay(timeZone, day);
    const ofCalendar = dayText(day).slice(5);
    const steps =
      (isKept ? known.get(ofCalendar) : undefined) ?? stepsOf(model, sky, span, isFine ? fineStepS : 0, powerOf);
    if (isKept) known.set(ofCalendar, steps);
    for (const { afterS, energiesWh } of steps) {
      const atS = span.fromS + afterS;
      if (atS < startS || atS >= endS) continue;
      while (atS >= (bounds[index + 1] ?? Infinity)) index++;
      energiesWh?.forEach((energyWh, field) => {
        const values = series[field];
        if (values !== undefined) values[index] = (values[index] ?? 0) + energyWh;
      });
    }
  }
  return series;
}

/** `energiesWh` of each field; null where the sky is not known. */
type Step = { readonly afterS: number; readonly energiesWh: readonly number[] | null };

/** Of one civil day: its steps, or with a step of 0 the day as a whole. */
function stepsOf(
  model: PlantModel,
  sky: Sky,
  span: Span,
  stepS: number,
  powerOf: (output: PlantOutput) => number,
): readonly Step[] {
  const widthS = stepS === 0 ? hourS : stepS;
  const count = Math.ceil((span.toS - span.fromS) / widthS);
  const steps = Array.from({ length: count }, (_, n): Step => {
    const light = lightAt(model.place, span.fromS + (n + 0.5) * widthS);
    const weather = sky(light);
    const energiesWh = model.fields.map((field) =>
      light.cosZenith <= 0 || weather === null
        ? 0
        : powerOf(plantOutput({ ...model, fields: [field] }, light, weather)) * (widthS / hourS),
    );
    return { afterS: n * widthS, energiesWh: weather === null && light.cosZenith > 0 ? null : energiesWh };
  });
  if (stepS !== 0) return steps;
  const all = steps.flatMap(({ energiesWh }) => (energiesWh === null ? [] : [energiesWh]));
  const energiesWh = model.fields.map((_, field) => all.reduce((sum, energies) => sum + (energies[field] ?? 0), 0));
  return [{ afterS: 0, energiesWh: all.length < steps.length ? null : energiesWh }];
}
