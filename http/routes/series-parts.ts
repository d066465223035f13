import type { z } from 'zod';
import { isRatioMetric, isSeriesMetric, type SeriesMetric } from '../../domain/production/units.js';
import { ProblemError } from '../problem.js';
import type { SeriesQuery } from '../schemas/production.js';
import type { PlantForViewing } from './production-deps.js';

type Query = Pick<z.infer<typeof SeriesQuery>, 'metrics' | 'by' | 'lines'>;
type Group = { readonly of: string | null; readonly name: string; readonly inverterIds: readonly string[] };

/** One list of values of an answer, one column of a file: a metric of the plant or of a part of it. */
export type SeriesPart = Group & { readonly metric: SeriesMetric };

/**
 * What is asked for: chosen lines in their order, or each metric of each part. Throws problems for metrics and parts that
 * do not exist.
 */
export function partsOf(plant: PlantForViewing, { metrics, by, lines }: Query): readonly SeriesPart[] {
  if (lines === undefined) {
    const groups = groupsOf(plant, by);
    return knownMetrics(namesIn(metrics)).flatMap((metric) => groups.map((group) => ({ metric, ...group })));
  }
  const groups = [...groupsOf(plant, 'subplant'), ...groupsOf(plant, 'inverter')];
  const ofPlant = groupsOf(plant, 'plant');
  const names = namesIn(lines);
  const chosen = knownMetrics(names.map((line) => line.split('@')[0] ?? ''));
  return names.flatMap((line) => {
    const [name, id] = line.split('@');
    const metric = chosen.find((one) => one === name);
    const group = id === undefined ? ofPlant[0] : groups.find(({ of }) => of === id);
    if (group === undefined) throw new ProblemError('series.part-unknown', { params: { part: id ?? '' } });
    return metric === undefined ? [] : [{ metric, ...group }];
  });
}

const namesIn = (list: string) =>
  [...new Set(list.split(',').map((name) => name.trim()))].filter((name) => name !== '');

function knownMetrics(names: readonly string[]): readonly SeriesMetric[] {
  const known = names.filter(isSeriesMetric);
  const unknown = names.find((name) => !isSeriesMetric(name));
  if (unknown !== undefined || known.length === 0) {
    throw new ProblemError('series.metric-unknown', { params: { metric: unknown ?? '' } });
  }
  return known;
}

export const metricsOf = (parts: readonly SeriesPart[]): readonly SeriesMetric[] => [
  ...new Set(parts.map(({ metric }) => metric)),
];

export const inverterIdsOf = (parts: readonly SeriesPart[]): readonly string[] => [
  ...new Set(parts.flatMap(({ inverterIds }) => inverterIds)),
];

/** Of how many inverters records are read, at least one. Ratios look at every part of the plant. */
export function placesRead({ inverters, removedInverterIds }: PlantForViewing, parts: readonly SeriesPart[]): number {
  const isWhole = parts.some(({ metric }) => isRatioMetric(metric));
  return Math.max(1, isWhole ? inverters.length + removedInverterIds.length : inverterIdsOf(parts).length);
}

/** The parts of the plant that have values of their own. */
function groupsOf(plant: PlantForViewing, by: Query['by']): readonly Group[] {
  const { inverters, removedInverterIds, subplants, name } = plant;
  if (by === 'plant')
    return [{ of: null, name, inverterIds: [...inverters.map(({ id }) => id), ...removedInverterIds] }];
  if (by === 'inverter') return inverters.map(({ id, name: of }) => ({ of: id, name: of, inverterIds: [id] }));
  const inside = (subplantId: string | null) =>
    inverters.filter((inverter) => inverter.subplantId === subplantId).map(({ id }) => id);
  const rest = [...inside(null), ...removedInverterIds];
  return [
    ...subplants.map((subplant) => ({ of: subplant.id, name: subplant.name, inverterIds: inside(subplant.id) })),
    ...(rest.length === 0 ? [] : [{ of: null, name, inverterIds: rest }]),
  ];
}
