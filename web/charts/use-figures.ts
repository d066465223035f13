import { useMemo } from 'react';
import { inWords } from '../format/quantities.js';
import { useFormat } from '../format/use-format.js';
import { digitsFor } from './scale.js';

/** How charts write their figures: one word for each, in the reader's language. */
export type Figures = {
  readonly number: (value: number, digits: number) => string;
  /** `31,4 kW`: W, Wh and kg by magnitude, money to the cent, every other unit as it is; "–" for nothing. */
  readonly quantity: (value: number | null, base: string) => string;
  /** From a fraction: 0.68 → `68 %`. */
  readonly percent: (fraction: number | null) => string;
  /** `12:50` on the plant's clock. */
  readonly time: (ms: number, timeZone: string) => string;
  /** Under an axis: `12:50`, `14. Jul`, `Jul`. */
  readonly tick: (ms: number, timeZone: string, kind: keyof typeof tickStyles) => string;
};

const tickStyles = { hour: 'time', day: 'dayMonth', month: 'monthShort' } as const;

export function useFigures(): Figures {
  const format = useFormat();
  return useMemo(() => {
    const plain = (value: number | null, unit: string) => ({
      figure: format.number(value, { min: value === null ? 0 : digitsFor(value) }),
      unit: value === null ? '' : unit,
    });
    return {
      number: (value, digits) => format.number(value, { min: digits }),
      quantity: (value, base) => {
        if (base === 'W') return inWords(format.power(value));
        if (base === '€') return inWords(format.money(value === null ? null : value * 100));
        if (base === 'kg') return inWords(format.mass(value));
        return inWords(base === 'Wh' ? format.energy(value) : plain(value, base));
      },
      percent: (fraction) => inWords(format.percent(fraction)),
      time: (ms, timeZone) => format.instant(new Date(ms).toISOString(), timeZone, 'time'),
      tick: (ms, timeZone, kind) => format.instant(new Date(ms).toISOString(), timeZone, tickStyles[kind]),
    };
  }, [format]);
}
