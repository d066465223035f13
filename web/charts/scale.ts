/** Ticks from 0 to at least `max`, in round steps, at most `count` of them. */
export function niceTicks(max: number, count = 5): readonly number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
  const rough = max / (count - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= rough - power * 1e-9) ?? 10) * power;
  const ticks = [];
  for (let i = 0; i * step < max + step * (1 - 1e-9); i += 1) ticks.push(tidy(i * step));
  return ticks;
}

/** Ticks inside `min`…`max` (both may be negative) whose range covers both ends. */
export function rangeTicks(min: number, max: number, count = 5): readonly number[] {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) {
    const pad = Math.max(Math.abs(min) * 0.02, 1);
    return Number.isFinite(min) ? rangeTicks(min - pad, min + pad, count) : [0, 1];
  }
  const rough = span / Math.max(1, count - 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough - power * 1e-9) ?? 10) * power;
  const ticks = [];
  for (let i = Math.floor(min / step + 1e-9); (i - 1) * step < max - step * 1e-9; i += 1) ticks.push(tidy(i * step));
  return ticks.length > count ? ticks.filter((_, i) => i % 2 === 0 || i === ticks.length - 1) : ticks;
}

const tidy = (value: number) => Number(value.toPrecision(12));

/** Unit of a whole axis by its magnitude: every label of the axis uses the same one. */
export type AxisUnit = { readonly unit: string; readonly divisor: number; readonly digits: number };

const prefixes = [
  { from: 1e9, prefix: 'G', divisor: 1e9 },
  { from: 1e6, prefix: 'M', divisor: 1e6 },
  { from: 1e3, prefix: 'k', divisor: 1e3 },
] as const;

/** `axisUnit(38_900, 'W')` → kW. The unprefixed unit stays for small values and for units that take no prefix. */
export function axisUnit(max: number, base: string): AxisUnit {
  if (base === 'kg' && Math.abs(max) >= 1e4) return { unit: 't', divisor: 1e3, digits: digitsFor(Math.abs(max) / 1e3) };
  const scaled = base === 'W' || base === 'Wh' ? prefixes.find(({ from }) => Math.abs(max) >= from) : undefined;
  const divisor = scaled?.divisor ?? 1;
  const unit = `${scaled?.prefix ?? ''}${base}`;
  return { unit, divisor, digits: digitsFor(Math.abs(max) / divisor) };
}

/** Digits after the comma that keep three to four figures: none from 1000, one from 10, else two. */
export function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000 || size === 0) return 0;
  return size >= 10 ? 1 : 2;
}

/** Digits that tell neighbouring ticks apart. */
export function tickDigits(ticks: readonly number[], divisor: number): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) / divisor;
  if (step === 0) return 0;
  for (let digits = 0; digits < 3; digits += 1) {
    const factor = 10 ** digits;
    if (Math.abs(Math.round(step * factor) - step * factor) < 1e-9 * factor) return digits;
  }
  return 3;
}

export type Linear = ((value: number) => number) & { readonly invert: (pixel: number) => number };

/** Maps `domain` onto `range`; a domain of no width maps to the start of the range. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Linear {
  const width = domain[1] - domain[0];
  const slope = width === 0 ? 0 : (range[1] - range[0]) / width;
  const map = (value: number) => range[0] + (value - domain[0]) * slope;
  return Object.assign(map, {
    invert: (pixel: number) => (slope === 0 ? domain[0] : domain[0] + (pixel - range[0]) / slope),
  });
}
