import { request } from '../api/client.js';
import type { InverterType, LicenceSummary, PlantState } from '../api/types.js';

/** Answers of the API that the pages of a plant read. Null = nothing measured. */
export type InverterCondition = 'ok' | 'note' | 'fault' | 'noData' | 'claimOpen';
export type OverviewInverter = {
  readonly id: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly model: string | null;
  readonly subplantId: string | null;
  readonly condition: InverterCondition;
  readonly deviceState: number | null;
  readonly nominalPowerW: number;
  readonly acPowerW: number | null;
  readonly todayWh: number | null;
  readonly specificYieldTodayKwhPerKw: number | null;
  readonly lastValueAt: string | null;
};

export type Overview = {
  readonly plantId: string;
  readonly name: string;
  readonly state: PlantState;
  readonly timeZone: string;
  readonly today: string;
  readonly asOf: string;
  readonly lastValueAt: string | null;
  readonly nominalPowerW: number;
  readonly nominalPowerAssumed: boolean;
  readonly generatorPowerW: number;
  readonly licence: LicenceSummary;
  readonly acPowerW: number | null;
  readonly energy: {
    readonly todayWh: number | null;
    readonly monthWh: number | null;
    readonly yearWh: number | null;
    readonly totalWh: number | null;
    readonly sameMonthLastYearWh: number | null;
    readonly yesterdayWh: number | null;
  };
  readonly revenueCents: {
    readonly today: number | null;
    readonly month: number | null;
    readonly year: number | null;
    readonly total: number | null;
  };
  readonly co2: {
    readonly totalKg: number | null;
    readonly gramsPerKwh: number;
    readonly source: string;
    readonly year: number;
  };
  readonly inverters: readonly OverviewInverter[];
};

export type SeriesMetric =
  | 'acPowerW'
  | 'energyWh'
  | 'acVoltageV'
  | 'acCurrentA'
  | 'acFrequencyHz'
  | 'dcPowerW'
  | 'dcVoltageV'
  | 'dcCurrentA'
  | 'temperature1C'
  | 'temperature2C'
  | 'irradianceWPerM2'
  | 'moduleTemperatureC'
  | 'powerLimitPercent';

export type Resolution = 'PT10M' | 'PT1H' | 'P1D' | 'P1M' | 'P1Y';

export type Series = {
  readonly plantId: string;
  readonly timeZone: string;
  readonly resolution: string;
  readonly from: string;
  readonly to: string;
  readonly times: readonly string[];
  readonly series: readonly {
    readonly metric: SeriesMetric;
    readonly unit: string;
    readonly of: string | null;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
};

export type SeriesRequest = {
  readonly metrics: readonly SeriesMetric[];
  /** Calendar days of the plant; `to` is exclusive. */
  readonly from: string;
  readonly to: string;
  readonly resolution: Resolution;
  readonly by?: 'plant' | 'inverter';
};

export type DeviceError = {
  readonly id: string;
  readonly inverterId: string;
  readonly inverterName: string;
  readonly serialNumber: string;
  readonly at: string;
  readonly code: string;
  readonly text: string;
  readonly known: boolean;
  readonly deviceState: number | null;
  readonly deviceStateText: string | null;
  readonly deviceStateAfter: number | null;
  readonly deviceStateAfterText: string | null;
};

export type DeviceErrorPage = { readonly items: readonly DeviceError[]; readonly next: string | null };

export type DeviceErrorFilter = {
  readonly inverterId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
};

export type InverterState = 'claimOpen' | 'awaitingData' | 'reporting' | 'silent';

export type Inverter = {
  readonly id: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly subplantId: string | null;
  readonly type: Pick<InverterType, 'id' | 'maker' | 'model' | 'nominalPowerW'> | null;
  readonly nominalPowerW: number;
  readonly nominalPowerAssumed: boolean;
  readonly state: InverterState;
  readonly activatedAt: string | null;
  readonly addedAt: string;
  readonly lastSeenAt: string | null;
  /** Newest first; the current device is the first. */
  readonly devices: readonly { readonly serialNumber: string; readonly from: string; readonly to: string | null }[];
};

export type Verdict = 'reporting' | 'awaitingData' | 'wrongCode' | 'unknownDevice' | 'codeMissing' | 'taken';
export type VerdictAnswer = {
  readonly verdict: Verdict;
  readonly typeId: string | null;
  readonly lastSeenAt: string | null;
};

export type DeviceClaim = { readonly serialNumber: string; readonly activationCode?: string };
export type InverterBody = DeviceClaim & {
  readonly name: string;
  readonly subplantId?: string | null;
  readonly typeId?: string | null;
};
export type InverterPatch = {
  readonly name?: string;
  readonly subplantId?: string | null;
  readonly typeId?: string | null;
};

const plantPath = (plantId: string) => `/plants/${encodeURIComponent(plantId)}`;
const inverterPath = (plantId: string, id: string) => `${plantPath(plantId)}/inverters/${encodeURIComponent(id)}`;

export const livePath = (plantId: string) => `/api/v1${plantPath(plantId)}/live`;

export const getOverview = (plantId: string, signal: AbortSignal) =>
  request<Overview>('GET', `${plantPath(plantId)}/overview`, { signal });

export const getSeries = (plantId: string, wanted: SeriesRequest, signal: AbortSignal) =>
  request<Series>('GET', `${plantPath(plantId)}/series`, {
    signal,
    query: { ...wanted, metrics: wanted.metrics.join(','), by: wanted.by ?? 'plant' },
  });

export const getDeviceErrors = (plantId: string, filter: DeviceErrorFilter, signal: AbortSignal) =>
  request<DeviceErrorPage>('GET', `${plantPath(plantId)}/device-errors`, { signal, query: { ...filter } });

export const getInverters = (plantId: string, signal: AbortSignal) =>
  request<{ readonly items: readonly Inverter[] }>('GET', `${plantPath(plantId)}/inverters`, { signal });

export const getVerdict = (plantId: string, body: DeviceClaim, signal: AbortSignal) =>
  request<VerdictAnswer>('POST', `${plantPath(plantId)}/inverters/verdict`, { body, signal });

export const addInverter = (plantId: string, body: InverterBody, idempotencyKey: string) =>
  request<Inverter>('POST', `${plantPath(plantId)}/inverters`, { body, idempotencyKey });

export const editInverter = (plantId: string, id: string, body: InverterPatch) =>
  request<Inverter>('PATCH', inverterPath(plantId, id), { body });

export const removeInverter = (plantId: string, id: string) => request<undefined>('DELETE', inverterPath(plantId, id));

export const exchangeInverter = (
  plantId: string,
  id: string,
  body: DeviceClaim & { readonly typeId?: string | null },
  idempotencyKey: string,
) => request<Inverter>('POST', `${inverterPath(plantId, id)}/exchange`, { body, idempotencyKey });
