import type { InverterId } from '../kernel/ids.js';
import { dayText } from '../production/device-clock.js';
import { numbersAsWritten } from './numbers-as-written.js';

/** A row of a table that somebody sent; `line` 1 is the first of the file. */
export type FileRow = { readonly line: number; readonly cells: readonly (string | number | boolean | null)[] };

export type HistoryPlace = {
  readonly inverterId: InverterId;
  readonly name: string;
  readonly serialNumber: string;
  readonly nominalPowerW: number;
};

/** What a column is taken for: one inverter, the plant as a whole, or nothing that is known here. */
export type HistoryColumn = { readonly title: string; readonly of: InverterId | 'plant' | null };

/** Why the row of a file is taken or not. */
export type HistoryVerdict =
  | 'taken'
  /** There are values of this day already: measured, written or imported before. */
  | 'known'
  | 'empty'
  | 'dayUnreadable'
  /** It tells of a part of a day. */
  | 'notDaily'
  | 'repeated'
  | 'inFuture'
  | 'valueUnreadable'
  /** More than its inverter can make from midnight to midnight, or less than nothing. */
  | 'impossible';

export type JudgedHistoryRow = {
  readonly line: number;
  readonly day: string | null;
  readonly verdict: HistoryVerdict;
  /** The column that is to blame. */
  readonly column: string | null;
  readonly energyWh: number | null;
};

/** Energy of an inverter day by day; null = not told. */
export type HistoryPart = {
  readonly inverterId: InverterId;
  readonly firstDay: string;
  readonly energyWh: readonly (number | null)[];
};

export type JudgedHistory = {
  readonly columns: readonly HistoryColumn[];
  readonly rows: readonly JudgedHistoryRow[];
  /** What the rows that are taken add up to. */
  readonly parts: readonly HistoryPart[];
};

export type Surroundings = {
  readonly places: readonly HistoryPlace[];
  readonly today: string;
  /** Whether there is a value of an inverter on a day (since 1970-01-01). */
  readonly isKnown: (inverterId: InverterId, day: number) => boolean;
};

/** The days that a file speaks of (since 1970-01-01); null when it names none. */
export function daysIn(rows: readonly FileRow[]): { readonly first: number; readonly last: number } | null {
  const days = rows.flatMap(({ cells }) => dayOf(cells[0] ?? null) ?? []).filter((day) => typeof day === 'number');
  if (days.length === 0) return null;
  return { first: days.reduce((a, b) => Math.min(a, b)), last: days.reduce((a, b) => Math.max(a, b)) };
}

/**
 * Reads daily energies of earlier times: days in the first column, a column for each inverter (its name or serial number in
 * the title) or one for the plant, which is shared out by nominal power. Titles may say Wh or MWh; else it is kWh. Null when no
 * column can be taken.
 */
export function judgeHistory(rows: readonly FileRow[], surroundings: Surroundings): JudgedHistory | null {
  const [titles, ...body] = rows;
  if (titles === undefined || dayOf(titles.cells[0] ?? null) !== null) return null;
  const ofValues = titles.cells.filter((title, index) => index > 0 && !isUtc(title));
  const placesByLength = [...surroundings.places].sort((a, b) => b.name.length - a.name.length);
  const columns = titles.cells.map((title, index): HistoryColumn => {
    const of = index === 0 || isUtc(title) ? null : meantBy(String(title ?? ''), placesByLength, ofValues.length === 1);
    return { title: String(title ?? ''), of };
  });
  if (columns.every(({ of }) => of === null)) return null;
  const read = columns.map((_, index) => numbersAsWritten(body.map(({ cells }) => cells[index] ?? null)));
  const seen = new Set<number>();
  const taken = new Map<InverterId, Map<number, number>>();
  const judged = body.map(({ line, cells }, row): JudgedHistoryRow => {
    const day = dayOf(cells[0] ?? null);
    const refused = (verdict: HistoryVerdict, column: string | null = null) => ({
      ...{ line, day: typeof day === 'number' ? dayText(day) : null, verdict, column, energyWh: null },
    });
    if (day === null) return refused('dayUnreadable');
    if (day === 'partOfDay') return refused('notDaily');
    if (seen.has(day)) return refused('repeated');
    seen.add(day);
    if (dayText(day) >= surroundings.today) return refused('inFuture');
    const shares: Share[] = [];
    for (const [index, column] of columns.entries()) {
      if (column.of === null) continue;
      const value = read[index]?.[row] ?? null;
      if (value === null) continue;
      if (value === 'unreadable') return refused('valueUnreadable', column.title);
      const energyWh = value * unitWh(column.title);
      const of = sharesOf(column.of, energyWh, surroundings.places);
      if (energyWh < 0 || of.some((share) => share.energyWh > 24 * share.nominalPowerW)) {
        return refused('impossible', column.title);
      }
      shares.push(...of);
    }
    if (shares.length === 0) return refused('empty');
    const unknown = shares.filter(({ inverterId }) => !surroundings.isKnown(inverterId, day));
    // A sum of the plant cannot be shared out among some of its inverters.
    if (unknown.length === 0 || (unknown.length < shares.length && columns.some(({ of }) => of === 'plant'))) {
      return refused('known');
    }
    for (const { inverterId, energyWh } of unknown) {
      const days = taken.get(inverterId) ?? new Map<number, number>();
      taken.set(inverterId, days.set(day, energyWh));
    }
    const energyWh = unknown.reduce((sum, share) => sum + share.energyWh, 0);
    return { line, day: dayText(day), verdict: 'taken', column: null, energyWh };
  });
  return { columns: columns.slice(1), rows: judged, parts: [...taken].map(([id, days]) => partOf(id, days)) };
}

type Share = { readonly inverterId: InverterId; readonly energyWh: number; readonly nominalPowerW: number };

function sharesOf(of: InverterId | 'plant', energyWh: number, places: readonly HistoryPlace[]): readonly Share[] {
  if (of !== 'plant') {
    const { nominalPowerW = 0 } = places.find(({ inverterId }) => inverterId === of) ?? {};
    return [{ inverterId: of, energyWh, nominalPowerW }];
  }
  const totalW = places.reduce((sum, { nominalPowerW }) => sum + nominalPowerW, 0);
  return places.map(({ inverterId, nominalPowerW }) => ({
    ...{ inverterId, nominalPowerW, energyWh: (energyWh * nominalPowerW) / totalW },
  }));
}

/** By what the title names, of places with the longest name first: `South 1` is part of `South 12`. The only column of values is that of the plant. */
function meantBy(title: string, places: readonly HistoryPlace[], isOnly: boolean): HistoryColumn['of'] {
  const plain = title.toLowerCase();
  const named = places.find(({ name, serialNumber }) => contains(plain, serialNumber) || contains(plain, name));
  if (named !== undefined) return named.inverterId;
  return isOnly && places.length > 0 ? 'plant' : null;
}

const isUtc = (title: FileRow['cells'][number]) => /^utc$/i.test(String(title ?? '').trim());

const contains = (text: string, part: string) => part !== '' && text.includes(part.toLowerCase());

function unitWh(title: string): number {
  if (/mwh/i.test(title)) return 1_000_000;
  if (/kwh/i.test(title)) return 1_000;
  return /wh(?![a-z])/i.test(title) ? 1 : 1_000;
}

/** Days of spreadsheets count from here. */
const spreadsheetEpoch = -25_569;
const [firstSerial, lastSerial] = [32_874, 80_000];

/** A day since 1970-01-01 as people and spreadsheets write it; `partOfDay` where a time stands beside it. */
function dayOf(cell: FileRow['cells'][number]): number | 'partOfDay' | null {
  if (typeof cell === 'number') {
    if (cell < firstSerial || cell > lastSerial) return null;
    return Number.isInteger(cell) ? cell + spreadsheetEpoch : 'partOfDay';
  }
  if (typeof cell !== 'string') return null;
  const match = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?:[T ]+(\d{1,2}:\d{2}.*))?$/.exec(cell);
  if (match === null) return null;
  const [, isoYear, isoMonth, isoDay, day, month, year, time] = match;
  const [y, m, d] = [Number(isoYear ?? year), Number(isoMonth ?? month), Number(isoDay ?? day)];
  const at = new Date(Date.UTC(y, m - 1, d));
  if (at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d || y < 1990) return null;
  if (time !== undefined && !/^0{1,2}:00(?::00(?:\.0+)?)?$/.test(time)) return 'partOfDay';
  return at.getTime() / 86_400_000;
}

function partOf(inverterId: InverterId, days: ReadonlyMap<number, number>): HistoryPart {
  const [first, last] = [Math.min(...days.keys()), Math.max(...days.keys())];
  return {
    inverterId,
    firstDay: dayText(first),
    energyWh: Array.from({ length: last - first + 1 }, (_, index) => {
      const energyWh = days.get(first + index);
      return energyWh === undefined ? null : Math.round(energyWh);
    }),
  };
}
