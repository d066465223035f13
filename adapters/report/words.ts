import type { AccountLanguage } from '../../domain/account/person.js';
import type { EmissionFactor } from '../../domain/production/co2.js';
import { localeOf } from '../locale.js';

const texts = {
  de: {
    title: 'Monatsbericht',
    power: 'Generatorleistung',
    energy: 'Ertrag',
    ofExpected: 'des Erwarteten',
    specific: 'Spezifischer Ertrag',
    perPeakUnit: 'kWh je kWp',
    revenue: 'Vergütung',
    noTariff: 'ohne Tarif',
    byTariff: 'nach dem Tarif jedes Tages',
    co2: 'CO₂ vermieden',
    perDay: 'Tag für Tag',
    legend:
      'Ertrag jedes Tages in kWh. Balken: gemessen · Strich: eigene Prognose, wo eine steht, sonst im Mittel der Jahre zu erwarten · grau: keine Daten',
    written: 'Punkt: von Hand eingetragen',
    chart: (best: string, day: string) => `Ertrag jedes Tages; der beste war der ${day} mit ${best}.`,
    bestDay: 'Bester Tag',
    monthBefore: 'Gegenüber dem Vormonat',
    yearBefore: 'Gegenüber dem Vorjahresmonat',
    daysWithData: 'Tage mit Daten',
    days: (known: number, all: number) => `${known} von ${all}`,
    inverters: 'Wechselrichter',
    columns: ['Wechselrichter', 'Nennleistung', 'Ertrag', 'kWh/kW', 'vom Besten', 'Tage'],
    incidents: 'Meldungen',
    incidentColumns: ['Beginn', 'Ende', 'Wo', 'Was'],
    stillOpen: 'noch offen',
    none: 'In diesem Monat gab es keine Meldung.',
    wholePlant: 'Ganze Anlage',
    revised: (days: number, at: string) =>
      `Berichtigte Ausgabe: ${days === 1 ? 'Ein Tag enthält' : `${days} Tage enthalten`} Werte, die von Hand eingetragen sind, zuletzt am ${at}.`,
    made: (at: string) => `Erstellt am ${at} aus den Werten, wie sie da vorlagen.`,
    page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  },
  en: {
    title: 'Monthly report',
    power: 'Generator power',
    energy: 'Yield',
    ofExpected: 'of what was expected',
    specific: 'Specific yield',
    perPeakUnit: 'kWh per kWp',
    revenue: 'Revenue',
    noTariff: 'no tariff given',
    byTariff: 'by the tariff of each day',
    co2: 'CO₂ avoided',
    perDay: 'Day by day',
    legend:
      'Yield of each day in kWh. Bars: measured · line: your own forecast where there is one, else to be expected in the mean of the years · grey: no data',
    written: 'dot: written by hand',
    chart: (best: string, day: string) => `Yield of each day; the best was ${day} with ${best}.`,
    bestDay: 'Best day',
    monthBefore: 'Against the month before',
    yearBefore: 'Against the same month last year',
    daysWithData: 'Days with data',
    days: (known: number, all: number) => `${known} of ${all}`,
    inverters: 'Inverters',
    columns: ['Inverter', 'Nominal power', 'Yield', 'kWh/kW', 'of the best', 'Days'],
    incidents: 'Incidents',
    incidentColumns: ['Begin', 'End', 'Where', 'What'],
    stillOpen: 'still open',
    none: 'There was no incident in this month.',
    wholePlant: 'Whole plant',
    revised: (days: number, at: string) =>
      `Revised edition: ${days === 1 ? 'one day holds' : `${days} days hold`} values that were written by hand, last on ${at}.`,
    made: (at: string) => `Made on ${at} from the values as they were then.`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
} as const;

export type ReportWords = ReturnType<typeof reportWords>;

/** The words of a report, and how it writes numbers and days. */
export function reportWords(language: AccountLanguage, timeZone: string) {
  const locale = localeOf(language);
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const unit = (value: number | null, name: string, digits: number) =>
    value === null ? '–' : `${number(value, digits)}\u00a0${name}`;
  const percent = (share: number) =>
    language === 'de' ? `${number(share * 100, 0)}\u00a0%` : `${number(share * 100, 0)}%`;
  return {
    ...texts[language],
    locale,
    number,
    kwh: (energyWh: number | null) =>
      unit(energyWh === null ? null : energyWh / 1_000, 'kWh', (energyWh ?? 0) < 1e8 ? 1 : 0),
    kw: (powerW: number, name = 'kW') => unit(powerW / 1_000, name, 1),
    specificYield: (kwhPerKw: number | null) => unit(kwhPerKw, 'kWh/kWp', 1),
    perPeak: (kwhPerKw: number | null) => (kwhPerKw === null ? '–' : number(kwhPerKw, 1)),
    euros: (cents: number) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    emissionFactor: ({ gramsPerKwh, source, year }: EmissionFactor) =>
      `${number(gramsPerKwh / 1_000, 3)}\u00a0kg/kWh, ${source} ${year}`,
    kg: (kilograms: number | null) => unit(kilograms, 'kg', 0),
    percent: (share: number | null) => (share === null ? '–' : percent(share)),
    change: (share: number | null) => {
      if (share === null) return '–';
      const isMore = Math.round(share * 100) > 0;
      return `${isMore ? '+' : share < 0 ? '−' : '±'}${percent(Math.abs(share))}`;
    },
    day: (text: string) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(text)),
    month: (text: string) =>
      new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${text}-01`),
      ),
    /** The calendar day of an instant. */
    date: (at: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(at)),
    instant: (at: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at)),
  };
}
