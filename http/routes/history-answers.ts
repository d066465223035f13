import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { correctionIdOf, importHistory, loadCorrections } from '../../commands/correction/corrections.js';
import type { HistoryImport as Kept } from '../../domain/correction/corrections.js';
import { daysIn, judgeHistory, type JudgedHistory } from '../../domain/correction/history-file.js';
import { clear } from '../../domain/kernel/event.js';
import { AccountId, InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { dayNumber, dayText } from '../../domain/production/device-clock.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import type { HistoryImport, HistoryImportList, HistoryPreview } from '../schemas/corrections.js';
import type { CorrectionRoutesDeps } from './corrections.js';
import type { PlantForViewing, ProductionDeps } from './production-deps.js';

export type HistoryDeps = Omit<CorrectionRoutesDeps, 'production'> & {
  readonly production: Pick<ProductionDeps['production'], 'dailyEnergy'>;
};

/** What was brought into a plant, the newest first. */
export async function importsOf(deps: HistoryDeps, plantId: PlantId): Promise<z.infer<typeof HistoryImportList>> {
  const all = [...(await loadCorrections(deps.log, plantId)).values()].filter((one) => one.kind === 'history');
  const people = all.flatMap(({ by, undone }) => (undone === null ? [by] : [by, undone.by]));
  const names = await deps.namesOf([...new Set(people)]);
  return { items: all.reverse().map((one) => importAnswer(one, names)), next: null };
}

/** One of them, or a problem. */
export async function importOf(
  deps: HistoryDeps,
  plantId: PlantId,
  importId: string,
): Promise<z.infer<typeof HistoryImport>> {
  const one = (await importsOf(deps, plantId)).items.find(({ id }) => id === importId);
  if (one === undefined) throw new ProblemError('correction.not-found');
  return one;
}

/** Takes what is judged good, once for each idempotency key. */
export async function takeHistory(
  deps: HistoryDeps,
  request: FastifyRequest,
  plantId: PlantId,
  judge: () => Promise<{ readonly fileName: string; readonly history: JudgedHistory }>,
): Promise<z.infer<typeof HistoryImport>> {
  const accountId = AccountId.parse(requireCaller(request).accountId);
  const context = commandContext(request);
  const correctionId = correctionIdOf(plantId, accountId, context.idempotencyKey);
  // Sent once more: its own days are known by now.
  if (!(await loadCorrections(deps.log, plantId)).has(correctionId)) {
    const { fileName, history } = await judge();
    const wish = { plantId, accountId, correctionId, fileName, parts: history.parts };
    const handled = await importHistory(deps, wish, context);
    if (!handled.ok) throw rejectionProblem(handled.rejection);
    if (handled.position !== null) await deps.waitFor(handled.position);
  }
  return importOf(deps, plantId, correctionId);
}

/** A century. */
const maxDays = 36_525;

/** What of a table of days is taken, or a problem when none of its columns fits the plant. */
export async function judgedRows(
  { production, clock }: Pick<HistoryDeps, 'production' | 'clock'>,
  plant: PlantForViewing,
  rows: Parameters<typeof judgeHistory>[0],
): Promise<JudgedHistory> {
  const { first, last } = daysIn(rows) ?? { first: 0, last: -1 };
  // Days beyond all sense are refused without asking for them.
  const length = last - first < maxDays ? last - first + 2 : 0;
  const bounds = Array.from({ length }, (_, index) => first + index);
  const known = await production.dailyEnergy(
    plant.inverters.map(({ id }) => id),
    bounds,
  );
  const history = judgeHistory(rows, {
    places: plant.inverters.map(({ id, ...place }) => ({ ...place, inverterId: InverterId.parse(id) })),
    today: dayText(dayNumber(plant.timeZone, clock.now().epochMilliseconds / 1_000)),
    isKnown: (inverterId, day) => (known.get(inverterId)?.[day - first] ?? null) !== null,
  });
  if (history === null) throw new ProblemError('history.columns-unknown');
  return history;
}

export function previewOf(
  plant: PlantForViewing,
  fileName: string,
  history: JudgedHistory,
): z.infer<typeof HistoryPreview> {
  const { columns, rows } = history;
  const names = new Map(plant.inverters.map(({ id, name }) => [id, name]));
  const taken = rows.filter(({ verdict }) => verdict === 'taken');
  const years = new Map<number, { days: number; energyWh: number }>();
  for (const { day, energyWh } of taken) {
    const year = Number(day?.slice(0, 4));
    const sum = years.get(year) ?? { days: 0, energyWh: 0 };
    years.set(year, { days: sum.days + 1, energyWh: sum.energyWh + (energyWh ?? 0) });
  }
  const days = taken.flatMap(({ day }) => day ?? []).sort();
  return {
    fileName,
    columns: columns.map(({ title, of }) => ({
      ...{ title, of },
      name: of === 'plant' ? plant.name : of === null ? null : (names.get(of) ?? null),
    })),
    counts: [...new Set(rows.map(({ verdict }) => verdict))].map((verdict) => ({
      verdict,
      rows: rows.filter((row) => row.verdict === verdict).length,
    })),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    years: [...years].sort(([a], [b]) => a - b).map(([year, sum]) => ({ year, ...sum })),
    rows: [...rows],
  };
}

function importAnswer(
  { correctionId, fileName, parts, at, by, undone }: Kept,
  names: ReadonlyMap<string, string>,
): z.infer<typeof HistoryImport> {
  const ends = parts.flatMap(({ firstDay, energyWh }) => {
    const first = Date.parse(firstDay) / 86_400_000;
    return [first, first + energyWh.length - 1];
  });
  const values = parts.flatMap(({ energyWh }) => energyWh.filter((value) => value !== null));
  return {
    id: correctionId,
    fileName: clear(fileName),
    firstDay: dayText(Math.min(...ends)),
    lastDay: dayText(Math.max(...ends)),
    values: values.length,
    energyWh: values.reduce((sum, value) => sum + value, 0),
    made: { at, by: names.get(by) ?? null },
    undone: undone && { at: undone.at, by: names.get(undone.by) ?? null },
  };
}
