import { request, requestFile } from '../api/client.js';
import type {
  ChartViews,
  Correction,
  CorrectionBody,
  DeviceClaim,
  DeviceError,
  EmissionFactorBody,
  ExchangeBody,
  HistoryFetch,
  HistoryFetchBody,
  HistoryImport,
  HistoryPreview,
  Inverter,
  InverterBody,
  InverterComparison,
  InverterList,
  InverterListResult,
  InverterPatch,
  ListCorrection,
  MonthReportList,
  Overview,
  Page,
  PlantEmissionFactor,
  PlantForecast,
  Series,
  SeriesMetric,
  VerdictAnswer,
  WeatherScore,
} from '../api/types.js';

type SeriesRange = {
  readonly metrics: readonly SeriesMetric[];
  /** Calendar days of the plant; `to` is exclusive. */
  readonly from: string;
  readonly to: string;
  readonly resolution: 'PT10M' | 'PT1H' | 'P1D' | 'P1M' | 'P1Y';
};
export type SeriesRequest = SeriesRange & { readonly by?: 'plant' | 'inverter' };
/** Lines of one's own choice: `acPowerW` of the plant, `acPowerW@<id>` of a part. */
export type LinesRequest = Omit<SeriesRange, 'metrics'> & { readonly lines: string };

export type DeviceErrorFilter = {
  readonly inverterId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
};

const plantPath = (plantId: string) => `/plants/${encodeURIComponent(plantId)}`;
const inverterPath = (plantId: string, id: string) => `${plantPath(plantId)}/inverters/${encodeURIComponent(id)}`;

export const livePath = (plantId: string) => `/api/v1${plantPath(plantId)}/live`;

export const getOverview = (plantId: string, signal: AbortSignal) =>
  request<Overview>('GET', `${plantPath(plantId)}/overview`, { signal });

export const getSeries = (plantId: string, wanted: SeriesRequest | LinesRequest, signal: AbortSignal) =>
  request<Series>('GET', `${plantPath(plantId)}/series`, {
    signal,
    query: 'lines' in wanted ? wanted : { ...wanted, metrics: wanted.metrics.join(','), by: wanted.by ?? 'plant' },
  });

/** The same lines as a file. */
export const getLinesFile = (plantId: string, kind: 'csv' | 'xlsx', wanted: LinesRequest, numbers: 'point' | 'comma') =>
  requestFile(`${plantPath(plantId)}/series.${kind}?${new URLSearchParams({ ...wanted, numbers })}`);

export const getChartViews = (signal: AbortSignal) => request<ChartViews>('GET', '/me/chart-views', { signal });

export const keepChartViews = (items: ChartViews['items']) =>
  request<ChartViews>('PUT', '/me/chart-views', { body: { items } });

export type SeriesFile = SeriesRange & {
  readonly kind: 'csv' | 'xlsx';
  readonly by: string;
  readonly numbers: 'point' | 'comma';
};

/** Where the browser loads a file of series from. */
export const seriesFilePath = (plantId: string, { kind, metrics, ...wish }: SeriesFile): string =>
  `/api/v1${plantPath(plantId)}/series.${kind}?${new URLSearchParams({ ...wish, metrics: metrics.join(',') })}`;

/** Days are inclusive and exclusive. */
export const getComparison = (
  plantId: string,
  days: { readonly from: string; readonly to: string },
  signal: AbortSignal,
) => request<InverterComparison>('GET', `${plantPath(plantId)}/comparison`, { signal, query: { ...days } });

export const getDeviceErrors = (plantId: string, filter: DeviceErrorFilter, signal: AbortSignal) =>
  request<Page<DeviceError>>('GET', `${plantPath(plantId)}/device-errors`, { signal, query: { ...filter } });

export const getInverters = (plantId: string, signal: AbortSignal) =>
  request<Page<Inverter>>('GET', `${plantPath(plantId)}/inverters`, { signal });

export const getVerdict = (plantId: string, body: DeviceClaim, signal: AbortSignal) =>
  request<VerdictAnswer>('POST', `${plantPath(plantId)}/inverters/verdict`, { body, signal });

export const addInverter = (plantId: string, body: InverterBody, idempotencyKey: string) =>
  request<Inverter>('POST', `${plantPath(plantId)}/inverters`, { body, idempotencyKey });

export const editInverter = (plantId: string, id: string, body: InverterPatch) =>
  request<Inverter>('PATCH', inverterPath(plantId, id), { body });

export const removeInverter = (plantId: string, id: string) => request<undefined>('DELETE', inverterPath(plantId, id));

export const exchangeInverter = (plantId: string, id: string, body: ExchangeBody, idempotencyKey: string) =>
  request<Inverter>('POST', `${inverterPath(plantId, id)}/exchange`, { body, idempotencyKey });

export const getForecast = (plantId: string, signal: AbortSignal) =>
  request<PlantForecast>('GET', `${plantPath(plantId)}/forecast`, { signal });

/** Of the plant (null) or an inverter; null months are left to the model. */
export const setForecast = (plantId: string, inverterId: string | null, monthsWh: readonly (number | null)[]) =>
  request<PlantForecast>(
    'PUT',
    `${inverterId === null ? plantPath(plantId) : inverterPath(plantId, inverterId)}/forecast`,
    { body: { monthsWh } },
  );

const factorPath = (plantId: string) => `${plantPath(plantId)}/emission-factor`;

export const getEmissionFactor = (plantId: string, signal: AbortSignal) =>
  request<PlantEmissionFactor>('GET', factorPath(plantId), { signal });

export const setEmissionFactor = (plantId: string, body: EmissionFactorBody) =>
  request<PlantEmissionFactor>('PUT', factorPath(plantId), { body });

export const resetEmissionFactor = (plantId: string) => request<PlantEmissionFactor>('DELETE', factorPath(plantId));

const listPath = (plantId: string, id: string) => `${plantPath(plantId)}/inverters/import/${encodeURIComponent(id)}`;

export const getListTemplate = (plantId: string) => requestFile(`${plantPath(plantId)}/inverters/template.xlsx`);

const formOf = (file: File) => {
  const body = new FormData();
  body.append('file', file);
  return body;
};

export const uploadList = (plantId: string, file: File) =>
  request<InverterList>('POST', `${plantPath(plantId)}/inverters/import`, { body: formOf(file) });

export const getList = (plantId: string, id: string, signal: AbortSignal) =>
  request<InverterList>('GET', listPath(plantId, id), { signal });

export const correctList = (plantId: string, id: string, rows: readonly ListCorrection[]) =>
  request<InverterList>('PATCH', listPath(plantId, id), { body: { rows } });

export const confirmList = (plantId: string, id: string, rows: readonly ListCorrection[]) =>
  request<InverterListResult>('POST', `${listPath(plantId, id)}/confirm`, { body: { rows } });

export const getReports = (plantId: string, signal: AbortSignal) =>
  request<MonthReportList>('GET', `${plantPath(plantId)}/reports`, { signal });

export const chooseReports = (plantId: string, isWanted: boolean) =>
  request<MonthReportList>('PUT', `${plantPath(plantId)}/reports`, { body: { isWanted } });

export const getReportFile = (plantId: string, month: string, language: string) =>
  requestFile(`${plantPath(plantId)}/reports/${month}.pdf?language=${language}`);

/** Sends it to the reader's own address. */
export const mailReport = (plantId: string, month: string) =>
  request<undefined>('POST', `${plantPath(plantId)}/reports/${month}/mail`);

export const getCorrections = (plantId: string, signal: AbortSignal) =>
  request<Page<Correction>>('GET', `${plantPath(plantId)}/corrections`, { signal });

export const correctEnergy = (plantId: string, body: CorrectionBody) =>
  request<Correction>('POST', `${plantPath(plantId)}/corrections`, { body });

export const undoCorrection = (plantId: string, id: string) =>
  request<Correction>('DELETE', `${plantPath(plantId)}/corrections/${encodeURIComponent(id)}`);

const historyPath = (plantId: string) => `${plantPath(plantId)}/history-imports`;

export const previewHistory = (plantId: string, file: File) =>
  request<HistoryPreview>('POST', `${historyPath(plantId)}/preview`, { body: formOf(file) });

export const importHistory = (plantId: string, file: File) =>
  request<HistoryImport>('POST', historyPath(plantId), { body: formOf(file) });

export const getHistoryImports = (plantId: string, signal: AbortSignal) =>
  request<Page<HistoryImport>>('GET', historyPath(plantId), { signal });

export const undoHistory = (plantId: string, id: string) =>
  request<HistoryImport>('DELETE', `${historyPath(plantId)}/${encodeURIComponent(id)}`);

const fetchPath = (plantId: string, id: string) => `${plantPath(plantId)}/history-fetches/${encodeURIComponent(id)}`;

export const getFetches = (plantId: string, signal: AbortSignal) =>
  request<Page<HistoryFetch>>('GET', `${plantPath(plantId)}/history-fetches`, { signal });

export const beginFetch = (plantId: string, body: HistoryFetchBody) =>
  request<HistoryFetch>('POST', `${plantPath(plantId)}/history-fetches`, { body });

export const previewFetch = (plantId: string, id: string, signal: AbortSignal) =>
  request<HistoryPreview>('GET', `${fetchPath(plantId, id)}/preview`, { signal });

export const takeFetch = (plantId: string, id: string) =>
  request<HistoryImport>('POST', `${fetchPath(plantId, id)}/take`);

export const endFetch = (plantId: string, id: string) => request<undefined>('DELETE', fetchPath(plantId, id));

export const getWeatherScores = (signal: AbortSignal) =>
  request<Page<WeatherScore>>('GET', '/weather-scores', { signal });
