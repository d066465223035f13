import { accept, assertNever, reject, type Decider } from '../kernel/decider.js';
import type { AccountId, PlantId } from '../kernel/ids.js';
import { legalTimeZone, Temporal } from '../kernel/time.js';
import type { ReportingEvent } from './events.js';

type OfPlant = { readonly plantId: PlantId; /** RFC 3339. */ readonly at: string };

export type ReportingCommand =
  | (OfPlant & { readonly type: 'ChooseReports'; readonly accountId: AccountId; readonly isWanted: boolean })
  | (OfPlant & { readonly type: 'SendReport'; readonly accountId: AccountId; readonly month: string })
  /** The month is over everywhere. Who is not among those that see the plant is no reader any more. */
  | (OfPlant & { readonly type: 'ReportMonth'; readonly month: string; readonly seenBy: readonly AccountId[] })
  /** What a month that is over adds up to today. */
  | (OfPlant & {
      readonly type: 'NoteEdition';
      readonly month: string;
      readonly energyWh: number;
      readonly seenBy: readonly AccountId[];
    });

export type ReportingRejection =
  | { readonly code: 'report.too-many-readers' }
  /** It went to this person a moment ago. */
  | { readonly code: 'report.just-sent' };

/** Who gets the monthly reports of a plant, and what went out. */
export type Reporting = {
  /** From which month on. */
  readonly readers: ReadonlyMap<AccountId, string>;
  /** The last month that went out by itself. */
  readonly reportedMonth: string | null;
  /** When somebody asked for a month last, by `<account>/<month>`. RFC 3339. */
  readonly asked: ReadonlyMap<string, string>;
  /** What reported months added up to when that was looked at last, and when somebody was told that it is something else. */
  readonly editions: ReadonlyMap<string, { readonly energyWh: number; readonly toldAt: string | null }>;
};

export const nothingReported: Reporting = {
  readers: new Map(),
  reportedMonth: null,
  asked: new Map(),
  editions: new Map(),
};

/** Far more people than look after a plant. */
const maxReaders = 50;
const askAgainMs = 10 * 60_000;
/** Half of what the report shows of energy: less changes nothing that anybody sees. */
const visibleWh = 50;
/** As many months back are looked at again. */
const revisedMonths = 12;

export const reportingDecider: Decider<ReportingCommand, Reporting, ReportingEvent, ReportingRejection> = {
  initialState: nothingReported,
  evolve,
  decide(command, state) {
    const { readers, reportedMonth, asked } = state;
    const { plantId, at } = command;
    switch (command.type) {
      case 'ChooseReports': {
        const { accountId, isWanted } = command;
        if (readers.has(accountId) === isWanted) return accept<ReportingEvent>();
        if (!isWanted) return accept<ReportingEvent>(readerRemoved({ plantId, at, accountId }));
        if (readers.size >= maxReaders) return reject({ code: 'report.too-many-readers' });
        const firstMonth = monthAt(at);
        return accept<ReportingEvent>({ type: 'ReportReaderAdded', data: { plantId, at, accountId, firstMonth } });
      }
      case 'SendReport': {
        const { accountId, month } = command;
        const before = asked.get(`${accountId}/${month}`);
        if (before !== undefined && Date.parse(at) - Date.parse(before) < askAgainMs) {
          return reject({ code: 'report.just-sent' });
        }
        const data = { plantId, at, month, because: 'request', accountIds: [accountId] } as const;
        return accept<ReportingEvent>({ type: 'MonthReported', data });
      }
      case 'ReportMonth': {
        const { month, seenBy } = command;
        if (reportedMonth !== null && reportedMonth >= month) return accept<ReportingEvent>();
        const gone = [...readers.keys()].filter((id) => !seenBy.includes(id));
        const removed = gone.map((accountId) => readerRemoved({ plantId, at, accountId }));
        const due = [...readers].filter(([id, firstMonth]) => firstMonth <= month && !gone.includes(id));
        if (due.length === 0) return accept<ReportingEvent>(...removed);
        const data = { plantId, at, month, because: 'calendar', accountIds: due.map(([id]) => id) } as const;
        return accept<ReportingEvent>(...removed, { type: 'MonthReported', data });
      }
      case 'NoteEdition':
        return accept<ReportingEvent>(...editionFound(command, state));
      default:
        return assertNever(command);
    }
  },
};

/** Nobody is told twice a day of the same month; what changes until then is told the day after. */
function editionFound(
  { plantId, at, month, energyWh, seenBy }: Extract<ReportingCommand, { readonly type: 'NoteEdition' }>,
  state: Reporting,
): readonly ReportingEvent[] {
  if (!monthsToLookAt(state).includes(month)) return [];
  const known = state.editions.get(month);
  const data = { plantId, at, month, energyWh: Math.round(energyWh) };
  if (known === undefined) return [{ type: 'MonthEditionFound', data: { ...data, accountIds: [] } }];
  const isSame = Math.abs(energyWh - known.energyWh) < visibleWh;
  if (isSame || (known.toldAt !== null && dayAt(known.toldAt) === dayAt(at))) return [];
  const readers = [...state.readers].filter(([id, firstMonth]) => firstMonth <= month && seenBy.includes(id));
  return [{ type: 'MonthEditionFound', data: { ...data, accountIds: readers.map(([id]) => id) } }];
}

/** Months that went out by themselves and may turn out to be something else, the latest first. */
export function monthsToLookAt({ readers, reportedMonth }: Reporting): readonly string[] {
  const firstMonth = [...readers.values()].sort()[0];
  if (firstMonth === undefined || reportedMonth === null) return [];
  const latest = Temporal.PlainYearMonth.from(reportedMonth);
  return Array.from({ length: revisedMonths }, (_, months) => latest.subtract({ months }).toString()).filter(
    (month) => month >= firstMonth,
  );
}

function readerRemoved(data: OfPlant & { readonly accountId: AccountId }): ReportingEvent {
  return { type: 'ReportReaderRemoved', data };
}

function evolve(state: Reporting, { type, data }: ReportingEvent): Reporting {
  switch (type) {
    case 'ReportReaderAdded':
      return { ...state, readers: new Map(state.readers).set(data.accountId, data.firstMonth) };
    case 'ReportReaderRemoved': {
      const readers = new Map(state.readers);
      readers.delete(data.accountId);
      return { ...state, readers };
    }
    case 'MonthReported': {
      if (data.because === 'calendar') return { ...state, reportedMonth: data.month };
      const asked = new Map(state.asked);
      for (const id of data.accountIds) asked.set(`${id}/${data.month}`, data.at);
      return { ...state, asked };
    }
    case 'MonthEditionFound': {
      const { month, energyWh, at, accountIds } = data;
      const toldAt = accountIds.length > 0 ? at : (state.editions.get(month)?.toldAt ?? null);
      return { ...state, editions: new Map(state.editions).set(month, { energyWh, toldAt }) };
    }
    default:
      return assertNever(type);
  }
}

/** The month that must be reported next; null when nobody wants any. */
export function nextMonth({ readers, reportedMonth }: Reporting): string | null {
  const firstMonth = [...readers.values()].sort()[0];
  if (firstMonth === undefined) return null;
  return reportedMonth === null || reportedMonth < firstMonth ? firstMonth : monthAfter(reportedMonth);
}

/** The last month that is over on the whole earth: from the second day of the next one on, in Berlin. */
export function lastMonthOver(now: Temporal.Instant): string {
  const yesterday = now.toZonedDateTimeISO(legalTimeZone).toPlainDate().subtract({ days: 1 });
  return yesterday.toPlainYearMonth().subtract({ months: 1 }).toString();
}

function monthAt(at: string): string {
  return dayAt(at).slice(0, 7);
}

function dayAt(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(legalTimeZone).toPlainDate().toString();
}

function monthAfter(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
}
