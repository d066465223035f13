import { v7 as uuidV7 } from 'uuid';
import { isErased } from '../../domain/kernel/event.js';
import {
  SerialNumber,
  type AccountId,
  type InverterId,
  type PlantId,
  type SubplantId,
} from '../../domain/kernel/ids.js';
import { matchInverterType, type InverterType } from '../../domain/plant/inverter-types.js';
import type { PlantRejection } from '../../domain/plant/plant.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { IdempotencyKeyReused, type CommandContext } from '../handle.js';
import type { InverterList, InverterLists, ListedInverter } from '../ports.js';
import { addInverter } from './add-inverter.js';
import { judgeDevice, type InverterVerdict, type JudgeDeps } from './judge-inverter.js';
import { managedPlant } from './manage.js';

type InverterListDeps = JudgeDeps & { readonly inverterLists: InverterLists };

/**
 * The verdicts of a single inverter, and what only a list knows: `repeated` - the device stands in an earlier row ·
 * `inThisPlant` - it has been added already · `added` - by this list · `invalid` - a field must be corrected first.
 */
type ListVerdict = InverterVerdict | 'repeated' | 'inThisPlant' | 'added' | 'invalid';

export type JudgedRow = {
  readonly row: ListedInverter;
  readonly verdict: ListVerdict;
  /** What is wrong with an invalid row. */
  readonly rejection: PlantRejection | null;
};

export type RowCorrection = { readonly line: number } & Partial<Omit<ListedInverter, 'line' | 'inverterId'>>;

/** B3: keeps an uploaded list. Null when the caller does not manage the plant. */
export async function uploadInverterList(
  deps: InverterListDeps,
  upload: { readonly accountId: AccountId; readonly plantId: PlantId; readonly rows: InverterList['rows'] },
  context: CommandContext,
): Promise<InverterList | null> {
  if ((await managedPlant(deps.log, upload.plantId, context)) === null) return null;
  const list = { ...upload, id: uuidV7(), uploadedAt: deps.clock.now() };
  await deps.inverterLists.save(list);
  return list;
}

/** Keeps what was corrected; rows that have been added stay as they are. */
export async function correctInverterList(
  { inverterLists }: Pick<InverterListDeps, 'inverterLists'>,
  list: InverterList,
  corrections: readonly RowCorrection[],
): Promise<InverterList> {
  if (corrections.length === 0) return list;
  const byLine = new Map(corrections.map(({ line, ...changes }) => [line, changes]));
  const rows = list.rows.map((row) => (row.inverterId === null ? { ...row, ...byLine.get(row.line) } : row));
  const corrected = { ...list, rows };
  await inverterLists.save(corrected);
  return corrected;
}

/** What would become of each row if it were added now. Null when the caller does not manage the plant. */
export async function judgeInverterList(
  deps: InverterListDeps,
  list: InverterList,
  context: CommandContext,
): Promise<readonly JudgedRow[] | null> {
  const plant = await managedPlant(deps.log, list.plantId, context);
  if (plant === null) return null;
  const types = await deps.catalogue.list();
  const seen = new Set<string>();
  const judged: JudgedRow[] = [];
  for (const row of list.rows) {
    judged.push({ row, ...(await judgeRow(deps, row, { plant, types, seen })) });
    const serialNumber = SerialNumber.safeParse(row.serialNumber).data;
    if (serialNumber !== undefined) seen.add(serialNumber);
  }
  return judged;
}

type Surroundings = {
  readonly plant: ActivePlant;
  readonly types: readonly InverterType[];
  readonly seen: ReadonlySet<string>;
};

async function judgeRow(
  deps: JudgeDeps,
  row: ListedInverter,
  { plant, types, seen }: Surroundings,
): Promise<Omit<JudgedRow, 'row'>> {
  const verdict = (of: ListVerdict) => ({ verdict: of, rejection: null });
  if (row.inverterId !== null && plant.inverters.has(row.inverterId)) return verdict('added');
  const wish = wishOf(row, plant, types);
  if (!wish.ok) return { verdict: 'invalid', rejection: wish.rejection };
  const { serialNumber } = wish;
  if (seen.has(serialNumber)) return verdict('repeated');
  if ([...plant.inverters.values()].some((inverter) => inverter.serialNumber === serialNumber)) {
    return verdict('inThisPlant');
  }
  return verdict((await judgeDevice(deps, wish)).verdict);
}

export type AddedRow =
  | { readonly line: number; readonly ok: true; readonly inverterId: InverterId; readonly position: bigint | null }
  | { readonly line: number; readonly ok: false; readonly rejection: PlantRejection | RowDone };

/** The row has been added before, as something else. */
type RowDone = { readonly code: 'inverter.list-row-done' };

/**
 * Adds the chosen rows, one after the other, and tells of each. Each row has an idempotency key of its own, so that the
 * same wish again, also after a crash in the middle, adds nothing twice. Null when the caller does not manage the plant.
 */
export async function addInverterList(
  deps: InverterListDeps,
  list: InverterList,
  lines: readonly number[],
  context: CommandContext,
): Promise<readonly AddedRow[] | null> {
  const plant = await managedPlant(deps.log, list.plantId, context);
  if (plant === null) return null;
  const types = await deps.catalogue.list();
  const wanted = new Set(lines);
  const results: AddedRow[] = [];
  for (const row of list.rows) {
    if (wanted.has(row.line)) results.push(await addRow(deps, list, row, { plant, types, context }));
  }
  const added = new Map(results.flatMap((result) => (result.ok ? [[result.line, result.inverterId] as const] : [])));
  const rows = list.rows.map((row) => ({ ...row, inverterId: added.get(row.line) ?? row.inverterId }));
  if (added.size > 0) await deps.inverterLists.save({ ...list, rows });
  return results;
}

async function addRow(
  deps: InverterListDeps,
  list: InverterList,
  row: ListedInverter,
  around: Omit<Surroundings, 'seen'> & { readonly context: CommandContext },
): Promise<AddedRow> {
  const { line } = row;
  if (row.inverterId !== null && around.plant.inverters.has(row.inverterId)) {
    return { line, ok: true, inverterId: row.inverterId, position: null };
  }
  const wish = wishOf(row, around.plant, around.types);
  if (!wish.ok) return { line, ok: false, rejection: wish.rejection };
  const { actor, correlationId } = around.context;
  const context = { actor, correlationId, idempotencyKey: `list/${list.id}/${line}` };
  try {
    const handled = await addInverter(deps, { ...wish, plantId: list.plantId }, context);
    if (!handled.ok) return { line, ok: false, rejection: handled.rejection };
    return { line, ok: true, inverterId: handled.inverterId, position: handled.position };
  } catch (error) {
    if (!(error instanceof IdempotencyKeyReused)) throw error;
    return { line, ok: false, rejection: { code: 'inverter.list-row-done' } };
  }
}

type RowWish =
  | {
      readonly ok: true;
      readonly serialNumber: SerialNumber;
      readonly activationCode: string;
      readonly name: string;
      readonly subplantId: SubplantId | null;
      readonly typeId: string | null;
    }
  | { readonly ok: false; readonly rejection: PlantRejection };

/** The row with its names looked up. */
function wishOf(row: ListedInverter, plant: ActivePlant, types: readonly InverterType[]): RowWish {
  const serialNumber = SerialNumber.safeParse(row.serialNumber).data;
  if (serialNumber === undefined) return { ok: false, rejection: { code: 'inverter.serial-number-malformed' } };
  const subplantId = row.subplant === '' ? null : subplantNamed(plant, row.subplant);
  if (subplantId === undefined) return { ok: false, rejection: { code: 'inverter.subplant-unknown' } };
  const type = row.type === '' ? null : matchInverterType(types, row.type);
  if (row.type !== '' && type === null) return { ok: false, rejection: { code: 'inverter.type-unknown' } };
  const { activationCode } = row;
  // Whoever has no name for it knows it by its serial number.
  const name = row.name === '' ? serialNumber : row.name;
  return { ok: true, serialNumber, activationCode, name, subplantId, typeId: type?.id ?? null };
}

function subplantNamed({ subplants }: ActivePlant, name: string): SubplantId | undefined {
  const same = (text: string) => text.trim().toLowerCase() === name.trim().toLowerCase();
  return [...subplants.values()].find((subplant) => !isErased(subplant.name) && same(subplant.name))?.subplantId;
}
