import type { z } from 'zod';
import { plausible, shinesAtNight } from '../../domain/production/yield/plausible-weather.js';
import type { Span } from '../../domain/production/yield/sun-events.js';
import type { Place } from '../../domain/production/yield/sun-position.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import { NoReply, type Ask, type Reply } from '../ask.js';
import { jsonOf } from '../json.js';
import type { NoWeather } from './port.js';

const minuteS = 60;
const hourS = 3_600;

export const unreadable = (detail: string): NoWeather => ({
  ok: false,
  reason: 'unreadable',
  detail,
  retryAfterS: hourS,
});

/** Asks with GET and reads JSON of one shape; errors are told apart by `faultOf`, the words of the service. */
export async function askFor<T>(
  ask: Ask,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
  shape: z.ZodType<T>,
  faultOf: (reply: Reply, body: unknown) => NoWeather | null,
): Promise<{ readonly ok: true; readonly answer: T } | NoWeather> {
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)])),
  );
  try {
    const reply = await ask({ method: 'GET', path: `${path}?${query}`, headers: { accept: 'application/json' } });
    const body = jsonOf(reply.text);
    const fault = reply.status === 200 ? null : (faultOf(reply, body) ?? statusFault(reply));
    if (fault !== null) return fault;
    const parsed = shape.safeParse(body);
    if (parsed.success) return { ok: true, answer: parsed.data };
    const [issue] = parsed.error.issues;
    return unreadable(body === undefined ? 'no JSON' : `${issue?.path.join('.') || 'answer'}: ${issue?.message}`);
  } catch (error) {
    if (!(error instanceof NoReply)) throw error;
    return { ok: false, reason: 'unavailable', detail: error.message, retryAfterS: 5 * minuteS };
  }
}

function statusFault({ status }: Reply): NoWeather {
  const detail = `HTTP ${status}`;
  if (status === 429) return { ok: false, reason: 'busy', detail, retryAfterS: minuteS };
  if (status >= 500) return { ok: false, reason: 'unavailable', detail, retryAfterS: 5 * minuteS };
  return { ok: false, reason: 'refused', detail, retryAfterS: null };
}

/** What can be believed of an answer, in order of time and within the span that was asked for. */
export function believed(
  place: Place,
  span: Span,
  intervals: readonly WeatherInterval[],
): { readonly ok: true; readonly intervals: readonly WeatherInterval[] } | NoWeather {
  const kept = intervals
    .filter(({ fromS, toS }) => toS > span.fromS && fromS < span.toS)
    .map(plausible)
    .sort((a, b) => a.fromS - b.fromS)
    .filter(({ fromS }, index, all) => fromS !== all[index - 1]?.fromS);
  if (shinesAtNight(place, kept))
    return unreadable('light while the sun is down: times of another zone, or another place');
  return { ok: true, intervals: kept };
}

/** How far the centre of a grid cell may lie from the place that was asked for, degrees. */
const farthestCellDeg = 0.6;

export function isNear(place: Place, latitudeDeg: number, longitudeDeg: number): boolean {
  const aroundDeg = Math.abs(((longitudeDeg - place.longitudeDeg + 540) % 360) - 180);
  const shrunkDeg = aroundDeg * Math.cos((place.latitudeDeg * Math.PI) / 180);
  return Math.abs(latitudeDeg - place.latitudeDeg) <= farthestCellDeg && shrunkDeg <= farthestCellDeg;
}

/** Coordinates for a question: 11 m are enough, and the same place asks the same. */
export const coordinate = (deg: number): number => Number(deg.toFixed(4));

export const utcDay = (atS: number): string => new Date(atS * 1_000).toISOString().slice(0, 10);
