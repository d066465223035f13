import { accept, assertNever, reject, type Decider } from '../kernel/decider.js';
import type { Personal } from '../kernel/event.js';
import type { AccountId, CorrectionId, InverterId, PlantId } from '../kernel/ids.js';
import type { CorrectionBasis, CorrectionEvent } from './events.js';
import type { HistoryPart } from './history-file.js';

type ByPerson = {
  readonly plantId: PlantId;
  /** RFC 3339. */
  readonly at: string;
  readonly accountId: AccountId;
  readonly correctionId: CorrectionId;
};

/** Days are calendar days of the plant, both ends included. */
type WrittenDays = {
  readonly inverterId: InverterId;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly energyWhPerDay: number | null;
  readonly basis: CorrectionBasis;
};

export type CorrectionCommand =
  | (ByPerson &
      WrittenDays & {
        readonly type: 'CorrectEnergy';
        readonly reason: string;
        /** Today in the plant, and the power of the inverter as it is known now. */
        readonly today: string;
        readonly nominalPowerW: number;
      })
  | (ByPerson & {
      readonly type: 'ImportHistory';
      readonly fileName: string;
      readonly parts: readonly HistoryPart[];
    })
  | (ByPerson & { readonly type: 'UndoCorrection' });

export type CorrectionRejection =
  | { readonly code: 'correction.days-reversed' }
  | { readonly code: 'correction.too-many-days' }
  | { readonly code: 'correction.in-future' }
  /** More than the inverter can make from midnight to midnight. */
  | { readonly code: 'correction.beyond-power'; readonly maxWh: number }
  | { readonly code: 'correction.too-many' }
  | { readonly code: 'history.nothing-new' }
  | { readonly code: 'correction.not-found' };

type Entry = {
  readonly correctionId: CorrectionId;
  readonly at: string;
  readonly by: AccountId;
  readonly undone: { readonly at: string; readonly by: AccountId } | null;
};

export type Correction = Entry & WrittenDays & { readonly kind: 'days'; readonly reason: Personal<string> };

export type HistoryImport = Entry & {
  readonly kind: 'history';
  readonly fileName: Personal<string>;
  readonly parts: readonly HistoryPart[];
};

/** What people wrote and brought along about the energy of a plant, the oldest first. */
export type Corrections = ReadonlyMap<CorrectionId, Correction | HistoryImport>;

/** A year at once, so that a slip of a digit does not rewrite a life. */
export const maxCorrectedDays = 366;
const maxCorrections = 2_000;
const dayMs = 86_400_000;

export const correctionsDecider: Decider<CorrectionCommand, Corrections, CorrectionEvent, CorrectionRejection> = {
  initialState: new Map(),
  evolve,
  decide(command, corrections) {
    const { plantId, at, accountId, correctionId } = command;
    const head = { plantId, at, accountId, correctionId };
    switch (command.type) {
      case 'CorrectEnergy': {
        const refusal = refusalOf(command);
        if (refusal !== null) return reject(refusal);
        if (corrections.size >= maxCorrections) return reject({ code: 'correction.too-many' });
        const { inverterId, firstDay, lastDay, energyWhPerDay, basis, reason } = command;
        const data = { ...head, inverterId, firstDay, lastDay, energyWhPerDay, basis, reason };
        return accept<CorrectionEvent>({ type: 'EnergyCorrected', data });
      }
      case 'ImportHistory': {
        const { fileName, parts } = command;
        if (parts.length === 0) return reject({ code: 'history.nothing-new' });
        if (corrections.size >= maxCorrections) return reject({ code: 'correction.too-many' });
        return accept<CorrectionEvent>({ type: 'HistoryImported', data: { ...head, fileName, parts } });
      }
      case 'UndoCorrection': {
        const correction = corrections.get(correctionId);
        if (correction === undefined) return reject({ code: 'correction.not-found' });
        if (correction.undone !== null) return accept<CorrectionEvent>();
        return accept<CorrectionEvent>({ type: 'EnergyCorrectionUndone', data: head });
      }
      default:
        return assertNever(command);
    }
  },
};

function refusalOf({
  firstDay,
  lastDay,
  today,
  energyWhPerDay,
  nominalPowerW,
}: Extract<CorrectionCommand, { readonly type: 'CorrectEnergy' }>): CorrectionRejection | null {
  if (lastDay < firstDay) return { code: 'correction.days-reversed' };
  if (lastDay > today) return { code: 'correction.in-future' };
  if ((Date.parse(lastDay) - Date.parse(firstDay)) / dayMs >= maxCorrectedDays) {
    return { code: 'correction.too-many-days' };
  }
  const maxWh = 24 * nominalPowerW;
  if (energyWhPerDay !== null && energyWhPerDay > maxWh) return { code: 'correction.beyond-power', maxWh };
  return null;
}

function evolve(corrections: Corrections, { type, data }: CorrectionEvent): Corrections {
  switch (type) {
    case 'EnergyCorrected': {
      const { plantId: _plantId, accountId: by, ...correction } = data;
      return new Map(corrections).set(data.correctionId, { kind: 'days', ...correction, by, undone: null });
    }
    case 'HistoryImported': {
      const { plantId: _plantId, accountId: by, ...history } = data;
      return new Map(corrections).set(data.correctionId, { kind: 'history', ...history, by, undone: null });
    }
    case 'EnergyCorrectionUndone': {
      const correction = corrections.get(data.correctionId);
      if (correction === undefined) return corrections;
      const undone = { at: data.at, by: data.accountId };
      return new Map(corrections).set(data.correctionId, { ...correction, undone });
    }
    default:
      return assertNever(type);
  }
}
