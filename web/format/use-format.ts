import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.js';
import { formatAge, formatDay, formatInstant, formatInPortal, formatMoment, type DateStyle } from './dates.js';
import { formatNumber, type Digits } from './numbers.js';
import * as quantities from './quantities.js';

type Amount = number | null | undefined;

/** The formats of `format/`, bound to the language of the page. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      language,
      number: (value: Amount, digits?: Digits) => formatNumber(value, language, digits),
      power: (powerW: Amount, scaleByW?: number) => quantities.power(powerW, language, scaleByW),
      energy: (energyWh: Amount, scaleByWh?: number) => quantities.energy(energyWh, language, scaleByWh),
      ratedPower: (powerW: Amount) => quantities.ratedPower(powerW, language),
      specificYield: (kwhPerKw: Amount) => quantities.specificYield(kwhPerKw, language),
      percent: (share: Amount) => quantities.percent(share, language),
      money: (cents: Amount) => quantities.money(cents, language),
      /** To the cent, as on an invoice. */
      euro: ({ cents }: { readonly cents: number }) => quantities.euro(cents, language),
      dataSize: (bytes: number) => quantities.dataSize(bytes, language),
      mass: (kg: Amount) => quantities.mass(kg, language),
      inWords: quantities.inWords,
      day: (day: string | null | undefined, style?: DateStyle) => formatDay(day, language, style),
      instant: (instant: string | null | undefined, timeZone: string, style?: DateStyle) =>
        formatInstant(instant, timeZone, language, style),
      /** What belongs to no plant, in the portal's zone. */
      portal: (instant: string | null | undefined, style?: DateStyle) => formatInPortal(instant, language, style),
      moment: (instant: string, now: number, timeZone: string) => formatMoment(instant, now, timeZone, language),
      list: (parts: readonly string[]) => new Intl.ListFormat(language).format(parts),
      age: (instant: string, now: number) => formatAge(instant, now, language),
    }),
    [language],
  );
}
