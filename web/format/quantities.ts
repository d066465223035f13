import { formatNumber, narrowSpace, nothing, type Digits, type Language } from './numbers.js';

/** Figure and unit apart, because the unit is set small and grey. The unit is empty when there is nothing. */
export type Quantity = { readonly figure: string; readonly unit: string };

type Step = { readonly from: number; readonly divisor: number; readonly unit: string; readonly digits: Digits };

const powerSteps: readonly Step[] = [
  { from: 1e8, divisor: 1e6, unit: 'MW', digits: { min: 1 } },
  { from: 1e6, divisor: 1e6, unit: 'MW', digits: { min: 2 } },
  { from: 1e6, divisor: 1e3, unit: 'kW', digits: {} },
  { from: 1e3, divisor: 1e3, unit: 'kW', digits: { min: 1 } },
  { from: 0, divisor: 1, unit: 'W', digits: {} },
];

const energySteps: readonly Step[] = [
  { from: 1e11, divisor: 1e9, unit: 'GWh', digits: { min: 1 } },
  { from: 1e9, divisor: 1e9, unit: 'GWh', digits: { min: 2 } },
  { from: 1e8, divisor: 1e6, unit: 'MWh', digits: { min: 1 } },
  { from: 1e6, divisor: 1e6, unit: 'MWh', digits: { min: 2 } },
  { from: 1e3, divisor: 1e3, unit: 'kWh', digits: { min: 1 } },
  { from: 0, divisor: 1, unit: 'Wh', digits: {} },
];

function bySteps(steps: readonly Step[], value: number | null | undefined, language: Language, scaleBy?: number) {
  if (value === null || value === undefined || !Number.isFinite(value)) return { figure: nothing, unit: '' };
  const magnitude = Math.abs(scaleBy ?? value);
  const step = steps.find(({ from }) => magnitude >= from);
  if (step === undefined) return { figure: nothing, unit: '' };
  return { figure: formatNumber(value / step.divisor, language, step.digits), unit: step.unit };
}

/**
 * Power, by its own magnitude or by that of `scaleByW` (the axis, the largest value of a column): 31,4 kW.
 * Zero shows in the unit of `scaleByW`.
 */
export const power = (powerW: number | null | undefined, language: Language, scaleByW?: number): Quantity =>
  bySteps(powerSteps, powerW, language, scaleByW);

/** Energy by magnitude: 850 Wh, 186,2 kWh, 4,81 MWh, 412,6 MWh. */
export const energy = (energyWh: number | null | undefined, language: Language, scaleByWh?: number): Quantity =>
  bySteps(energySteps, energyWh, language, scaleByWh);

/** A stated power (nominal, generator): no decimals that say nothing, 46 kW, 16,5 kW, 1,25 MW. */
export function ratedPower(powerW: number | null | undefined, language: Language): Quantity {
  if (powerW === null || powerW === undefined) return { figure: nothing, unit: '' };
  if (powerW >= 1e6) return { figure: formatNumber(powerW / 1e6, language, { max: 3 }), unit: 'MW' };
  if (powerW >= 1e3) return { figure: formatNumber(powerW / 1e3, language, { max: 2 }), unit: 'kW' };
  return { figure: formatNumber(powerW, language), unit: 'W' };
}

const plain = (value: number | null | undefined, unit: string, language: Language, digits: Digits): Quantity =>
  value === null || value === undefined || !Number.isFinite(value)
    ? { figure: nothing, unit: '' }
    : { figure: formatNumber(value, language, digits), unit };

/** Specific yield, always two decimals. */
export const specificYield = (kwhPerKw: number | null | undefined, language: Language): Quantity =>
  plain(kwhPerKw, 'kWh/kW', language, { min: 2 });

/** Share of one as whole percent: 0.68 → 68 %. */
export const percent = (share: number | null | undefined, language: Language): Quantity =>
  plain(share === null || share === undefined ? share : share * 100, '%', language, {});

/** Euro cents: 15,27 €; without cents from 1000 €. */
export const money = (cents: number | null | undefined, language: Language): Quantity =>
  plain(cents === null || cents === undefined ? cents : cents / 100, '€', language, {
    min: cents !== null && cents !== undefined && Math.abs(cents) >= 1e5 ? 0 : 2,
  });

/** An amount of an invoice: `1.234,50 €`. */
export const euro = (cents: number, language: Language): string =>
  new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(
    cents / 100,
  );

/** Of a file: `830 kB`, `12.4 MB`. */
export function dataSize(bytes: number, language: Language): Quantity {
  if (bytes < 1_000_000) return { figure: formatNumber(Math.ceil(bytes / 1_000), language), unit: 'kB' };
  return { figure: formatNumber(bytes / 1_000_000, language, { max: 1 }), unit: 'MB' };
}

/** Mass: 8,4 kg, 850 kg, 15,7 t, 157 t. */
export function mass(kg: number | null | undefined, language: Language): Quantity {
  if (kg === null || kg === undefined || Math.abs(kg) < 1000)
    return plain(kg, 'kg', language, { max: Math.abs(kg ?? 0) < 10 ? 1 : 0 });
  return plain(kg / 1000, 't', language, { max: Math.abs(kg) < 100_000 ? 1 : 0 });
}

/** For sentences: figure, narrow no-break space, unit; "–" alone when there is nothing. */
export const inWords = ({ figure, unit }: Quantity): string =>
  unit === '' ? figure : `${figure}${narrowSpace}${unit}`;
