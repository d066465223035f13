import { fileTypes, sendFile } from '../send-file.js';
import { instantText } from '../../domain/kernel/time.js';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Spreadsheets, StreamedFormat, WallClock } from '../../adapters/spreadsheet/port.js';
import { dayNumber, dayText, wallClockS } from '../../domain/production/device-clock.js';
import { intervalBounds, isIntraday, type Resolution } from '../../domain/production/series.js';
import { requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { fileOf, Problem, Uuid } from '../schemas/common.js';
import { SeriesExportQuery } from '../schemas/production.js';
import { plantForViewing, type PlantForViewing, type ProductionDeps } from './production-deps.js';
import { rangeOf, readsRecords, seriesBetween, type SeriesSources } from './production-series.js';
import { metricsOf, partsOf, placesRead, type SeriesPart } from './series-parts.js';

type Query = z.infer<typeof SeriesExportQuery>;
export type SeriesExportDeps = ProductionDeps & { readonly spreadsheets: Spreadsheets };

const daySeconds = 86_400;
/** Of one file, and what is read of the single records at once, in days of one inverter. */
const limits = { intradayDays: 9_150, days: 36_600, xlsxRows: 1_048_575, inverterDays: 250, inverterDaysOfOne: 3_000 };

/** The series of a plant as a file of any length, sent while it is read. */
export function seriesExportRoutes(deps: SeriesExportDeps): FastifyPluginAsyncZod {
  return async (app) => {
    for (const kind of ['csv', 'xlsx'] as const) {
      app.get(
        `/api/v1/plants/:id/series.${kind}`,
        {
          config: { access: 'readings:view', rateLimit: { max: 30, timeWindow: 60_000 } },
          schema: {
            tags: ['production'],
            summary: `Series as ${kind.toUpperCase()}`,
            description: 'Columns: localTime (of the plant), utc, then one for each metric and part. Empty is no data.',
            params: z.object({ id: Uuid }),
            querystring: SeriesExportQuery,
            response: { 200: fileOf([fileTypes[kind]]), 402: Problem, 422: Problem },
          },
        },
        async (request, reply) => {
          const plant = await plantForViewing(deps, requireCaller(request).accountId, request.params.id);
          return sendSeries(kind, plant, request.query, deps, reply);
        },
      );
    }
  };
}

/** Which kind of file an `Accept` header asks for by name; null for JSON and everything else. */
export function fileWanted(accept: string): 'csv' | 'xlsx' | null {
  if (accept.includes('application/json')) return null;
  if (accept.includes('text/csv')) return 'csv';
  return accept.includes(fileTypes.xlsx) ? 'xlsx' : null;
}

/** Checks what is wished before the first byte, since nothing can be said later. */
export function sendSeries(
  kind: 'csv' | 'xlsx',
  plant: PlantForViewing,
  query: Query,
  deps: SeriesSources & Pick<SeriesExportDeps, 'spreadsheets'>,
  reply: FastifyReply,
): FastifyReply {
  const parts = partsOf(plant, query);
  const bounds = boundsOf(kind, plant, query);
  const windows = windowsOf(bounds, plant, parts, query.resolution);
  const format: StreamedFormat = kind === 'csv' && query.numbers === 'comma' ? 'csvWithComma' : kind;
  const content = deps.spreadsheets.stream(format, {
    name: plant.name,
    columns: ['localTime', 'utc', ...columnsOf(parts)],
    rows: rowsOf(windows, plant, parts, query, deps),
  });
  const name = `${fileName(plant, query)}.${kind}`;
  return sendFile(reply.header('vary', 'accept'), { type: fileTypes[kind], name, content });
}

function boundsOf(kind: 'csv' | 'xlsx', plant: PlantForViewing, query: Query): readonly number[] {
  const { fromS, toS } = rangeOf(plant.timeZone, query.from, query.to);
  if (toS <= fromS) throw new ProblemError('series.range-empty');
  const maxDays = isIntraday(query.resolution) ? limits.intradayDays : limits.days;
  if (toS - fromS > maxDays * daySeconds) throw new ProblemError('series.range-too-large', { params: { maxDays } });
  const bounds = intervalBounds(plant.timeZone, fromS, toS, query.resolution);
  if (kind === 'xlsx' && bounds.length - 1 > limits.xlsxRows) throw new ProblemError('series.too-many-rows');
  return bounds;
}

/** Pieces of the range, each with the end of its last interval, that are read one after the other. */
function windowsOf(
  bounds: readonly number[],
  plant: PlantForViewing,
  parts: readonly SeriesPart[],
  resolution: Resolution,
): readonly (readonly number[])[] {
  if (!readsRecords(resolution, metricsOf(parts))) return [bounds];
  const places = placesRead(plant, parts);
  const maxS = Math.max(daySeconds, (limits.inverterDays / places) * daySeconds);
  const windows: (readonly number[])[] = [];
  for (let first = 0; first < bounds.length - 1;) {
    const startS = bounds[first] ?? 0;
    let last = first + 1;
    while (last < bounds.length - 1 && (bounds[last + 1] ?? 0) - startS <= maxS) last++;
    const days = ((bounds[last] ?? 0) - startS) / daySeconds;
    if (days > 1.05 && days * places > limits.inverterDaysOfOne) throw new ProblemError('series.interval-too-large');
    windows.push(bounds.slice(first, last + 1));
    first = last;
  }
  return windows;
}

/** `acPowerW` of the plant, `acPowerW South roof` of a part; equal names are counted. */
function columnsOf(parts: readonly SeriesPart[]): readonly string[] {
  const seen = new Map<string, number>();
  return parts.map(({ metric, of, name }) => {
    const title = of === null ? metric : `${metric} ${name}`;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title} (${count})`;
  });
}

async function* rowsOf(
  windows: readonly (readonly number[])[],
  plant: PlantForViewing,
  parts: readonly SeriesPart[],
  query: Query,
  sources: SeriesSources,
): AsyncGenerator<readonly (string | number | null | WallClock)[]> {
  for (const bounds of windows) {
    const { series } = await seriesBetween(bounds, plant, parts, query.resolution, sources);
    for (let index = 0; index < bounds.length - 1; index++) {
      const startS = bounds[index] ?? 0;
      const values = series.map(({ values }) => shortened(values[index] ?? null));
      yield [wallClock(plant.timeZone, startS, query.resolution), instantText(startS), ...values];
    }
  }
}

const shown = {
  PT10M: { look: 'minute', length: 16 },
  PT1H: { look: 'minute', length: 16 },
  P1D: { look: 'day', length: 10 },
  P1M: { look: 'month', length: 7 },
  P1Y: { look: 'year', length: 4 },
} as const;

function wallClock(timeZone: string, instantS: number, resolution: Resolution): WallClock {
  const { look, length } = shown[resolution];
  const localS = wallClockS(timeZone, instantS);
  const text = new Date(localS * 1000).toISOString().slice(0, length).replace('T', ' ');
  return { localS, text, look };
}

/** Means have more digits than the devices measure. */
function shortened(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

/** `Sonnenhof-2026-06-01-2026-07-01`; what a header cannot hold is left out. */
function fileName({ name, timeZone }: PlantForViewing, { from, to }: Query): string {
  const { fromS, toS } = rangeOf(timeZone, from, to);
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  const day = (atS: number) => dayText(dayNumber(timeZone, atS));
  return [plain === '' ? 'sitelink' : plain, day(fromS), day(toS - 1)].join('-');
}
