import { startOfDayS } from '../device-clock.js';
import { halfCircleDeg } from './angles.js';
import { meanHourAngleDeg, sunAt } from './geocentric-sun.js';
import { sunPosition, sunriseElevationDeg, type Place } from './sun-position.js';

/** A stretch of time, epoch seconds; `toS` does not belong to it. */
export type Span = { readonly fromS: number; readonly toS: number };

/** What the sun does on one civil day. Each list is in order of time; at high latitudes a day may have none, or two. */
export type SunEvents = {
  /** Polar day or night: the sun does not cross the horizon. */
  readonly state: 'normal' | 'polarDay' | 'polarNight';
  readonly sunrisesS: readonly number[];
  readonly sunsetsS: readonly number[];
  /** When it crosses the meridian; around midnight a civil day may miss it. */
  readonly transitS: number | null;
  /** Beginning and end of civil twilight, 6° below the horizon. */
  readonly civilDawnsS: readonly number[];
  readonly civilDusksS: readonly number[];
};

const civilTwilightDeg = -6;
const stepS = 600;
const dayS = 86_400;
/** Solar hour angle of a second. */
const degPerS = 360 / dayS;

/** A calendar day (days since 1970-01-01) of a zone: 23 or 25 hours long when clocks change. */
export function civilDay(timeZone: string, dayNumber: number): Span {
  return { fromS: startOfDayS(timeZone, dayNumber), toS: startOfDayS(timeZone, dayNumber + 1) };
}

/** Sunrise, sunset (centre of the sun at -0.8333°, by the true elevation), transit and civil twilight of a day. */
export function sunEvents(place: Place, day: Span): SunEvents {
  const elevationDeg = (unixS: number) => sunPosition(place, unixS).elevationDeg;
  const grid = gridOf(day, elevationDeg);
  const horizon = crossings(grid, elevationDeg, sunriseElevationDeg);
  const twilight = crossings(grid, elevationDeg, civilTwilightDeg);
  const isCrossed = horizon.rising.length + horizon.falling.length > 0;
  const isUp = elevationDeg((day.fromS + day.toS) / 2) > sunriseElevationDeg;
  return {
    state: isCrossed ? 'normal' : isUp ? 'polarDay' : 'polarNight',
    sunrisesS: horizon.rising,
    sunsetsS: horizon.falling,
    transitS: transitIn(place, day),
    civilDawnsS: twilight.rising,
    civilDusksS: twilight.falling,
  };
}

/** The parts of a stretch during which the sun stands higher than `elevationDeg` (without refraction). */
export function spansAbove(place: Place, span: Span, elevationDeg: number): readonly Span[] {
  if (span.toS <= span.fromS) return [];
  const elevation = (unixS: number) => sunPosition(place, unixS).elevationDeg;
  const grid = gridOf(span, elevation);
  const { rising, falling } = crossings(grid, elevation, elevationDeg);
  const starts = (grid[0] as Height).deg > elevationDeg ? [span.fromS, ...rising] : rising;
  return starts.map((fromS) => ({ fromS, toS: falling.find((toS) => toS >= fromS) ?? span.toS }));
}

type Height = { readonly atS: number; readonly deg: number };
type Crossings = { readonly rising: readonly number[]; readonly falling: readonly number[] };

function gridOf({ fromS, toS }: Span, elevationDeg: (unixS: number) => number): readonly Height[] {
  const steps = Math.max(1, Math.ceil((toS - fromS) / stepS));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const atS = fromS + ((toS - fromS) * index) / steps;
    return { atS, deg: elevationDeg(atS) };
  });
}

function crossings(grid: readonly Height[], elevationDeg: (unixS: number) => number, levelDeg: number): Crossings {
  const above = (unixS: number) => elevationDeg(unixS) - levelDeg;
  const rising: number[] = [];
  const falling: number[] = [];
  const points = withGrazes(grid, elevationDeg, levelDeg);
  for (let i = 1; i < points.length; i++) {
    const [last, next] = [points[i - 1] as Height, points[i] as Height];
    if (last.deg <= levelDeg && next.deg > levelDeg) rising.push(rootOf(above, last.atS, next.atS));
    if (last.deg > levelDeg && next.deg <= levelDeg) falling.push(rootOf(above, last.atS, next.atS));
  }
  return { rising, falling };
}

/** The grid with the turning points between its points that reach the level while their neighbours do not. */
function withGrazes(
  grid: readonly Height[],
  elevationDeg: (unixS: number) => number,
  levelDeg: number,
): readonly Height[] {
  return grid.flatMap((point, index) => {
    const [before, after] = [grid[index - 1], grid[index + 1]];
    if (before === undefined || after === undefined) return [point];
    const sign = Math.sign(levelDeg - point.deg);
    const isTurn = sign * (point.deg - before.deg) >= 0 && sign * (point.deg - after.deg) >= 0;
    if (!isTurn || Math.abs(levelDeg - point.deg) > 0.1) return [point];
    const atS = highest((unixS) => sign * elevationDeg(unixS), before.atS, after.atS);
    const turn = { atS, deg: elevationDeg(atS) };
    if (sign * (turn.deg - levelDeg) <= 0) return [point];
    return turn.atS < point.atS ? [turn, point] : [point, turn];
  });
}

/** Where a function that changes its sign once between two times does so, to the tenth of a second. */
function rootOf(f: (unixS: number) => number, fromS: number, toS: number): number {
  let [low, high] = [fromS, toS];
  const isLowNegative = f(low) <= 0;
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (f(middle) <= 0 === isLowNegative) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where a function with one maximum between two times has it. */
function highest(f: (unixS: number) => number, fromS: number, toS: number): number {
  let [low, high] = [fromS, toS];
  while (high - low > 1) {
    const third = (high - low) / 3;
    if (f(low + third) < f(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

function transitIn(place: Place, day: Span): number | null {
  const hourAngleDeg = (unixS: number) =>
    halfCircleDeg(meanHourAngleDeg(unixS) + sunAt(unixS).equationOfTimeDeg + place.longitudeDeg);
  let transitS = (day.fromS + day.toS) / 2;
  for (let round = 0; round < 4; round++) transitS -= hourAngleDeg(transitS) / degPerS;
  // Nearest to the middle of the day; when that lies outside, the day has none.
  return transitS >= day.fromS && transitS < day.toS ? transitS : null;
}
