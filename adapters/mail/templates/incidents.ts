import type { AccountLanguage } from '../../../domain/account/person.js';
import type { News } from '../../../domain/alerting/events.js';
import type { Evidence, EvidenceOf } from '../../../domain/alerting/evidence.js';
import { deviceError } from '../../../domain/production/device-errors.js';
import { greetingOf, type Letter, type Sender } from './letter.js';
import { localeOf } from '../../locale.js';

/** What a letter says of one incident. Names are those of inverters; null = the plant as a whole. Instants are RFC 3339. */
export type ToldIncident = {
  readonly news: News;
  readonly evidence: Evidence;
  readonly inverter: string | null;
  readonly reference: string | null;
  readonly openedAt: string;
  readonly changedAt: string;
};

type Facts = {
  readonly language: AccountLanguage;
  readonly firstName: string;
  readonly plantName: string;
  readonly timeZone: string;
  readonly incidents: readonly ToldIncident[];
  readonly url: string;
  readonly sender: Sender;
};

type Fact = Letter['facts'][number];

/** E5: what was found, with its numbers, to one recipient: one incident in full, several in a line each. */
export function incidentLetter(facts: Facts): Letter {
  const { language, firstName, plantName, incidents, url, sender } = facts;
  const words = wordsOf(facts);
  const [only] = incidents;
  const isOne = incidents.length === 1 && only !== undefined;
  return {
    language,
    subject: isOne ? `${plantName}: ${words.headline(only)}` : `${plantName}: ${words.several(incidents.length)}`,
    greeting: greetingOf(language, firstName),
    paragraphs: isOne ? [words.sentence(only)] : [words.introduction],
    facts: isOne
      ? [{ label: words.plant, value: plantName }, ...words.numbers(only)]
      : incidents.map((one) => ({ label: one.inverter ?? words.wholePlant, value: words.headline(one, true) })),
    button: { label: isOne ? words.seeOne : words.seeAll, url },
    notes: [words.whyThis],
    sender,
  };
}

/** One line about it, without whom it is about. */
export function incidentHeadline(of: Pick<Facts, 'language' | 'timeZone'>, told: ToldIncident): string {
  return wordsOf(of).headline(told, true);
}

function wordsOf({ language, timeZone }: Pick<Facts, 'language' | 'timeZone'>) {
  const locale = localeOf(language);
  const number = (value: number, digits = 1) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
  const time = (instant: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
  const day = (text: string, period: 'day' | 'month' = 'day') =>
    new Intl.DateTimeFormat(locale, {
      ...(period === 'day' ? { dateStyle: 'long' } : { month: 'long', year: 'numeric' }),
      timeZone: 'UTC',
    }).format(new Date(text));
  const kwh = (energyWh: number) => `${number(energyWh / 1_000)}\u202fkWh`;
  const perKw = (kwhPerKw: number) => `${number(kwhPerKw, 2)}\u202fkWh/kW`;
  const percent = (value: number) => (language === 'de' ? `${number(value)}\u202f%` : `${number(value)}%`);
  const duration = (minutes: number) => {
    const unit = (value: number, name: 'minute' | 'hour' | 'day') =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }).format(value);
    if (minutes < 120) return unit(minutes, 'minute');
    return minutes < 2_880 ? unit(minutes / 60, 'hour') : unit(minutes / 1_440, 'day');
  };
  const show = { time, day, kwh, perKw, percent, duration, language };
  return language === 'de' ? german(show) : english(show);
}

type Show = {
  readonly time: (instant: string) => string;
  readonly day: (text: string, period?: 'day' | 'month') => string;
  readonly kwh: (energyWh: number) => string;
  readonly perKw: (kwhPerKw: number) => string;
  readonly percent: (value: number) => string;
  readonly duration: (minutes: number) => string;
  readonly language: AccountLanguage;
};

function errorText({ errors }: EvidenceOf<'deviceErrors'>, language: AccountLanguage): string {
  return errors
    .map(({ code, count }) => `${deviceError(code).text[language]}${count > 1 ? ` (${count}×)` : ''}`)
    .join('; ');
}

function german(show: Show) {
  const subject = ({ inverter }: ToldIncident) => (inverter === null ? 'Die Anlage' : inverter);
  const fault = (one: ToldIncident, isShort: boolean) => {
    const who = isShort ? '' : `${subject(one)} `;
    const { evidence } = one;
    switch (evidence.kind) {
      case 'noData':
        return `${who}meldet seit ${show.duration(evidence.silentMinutes)} keine Daten`;
      case 'deviation':
        return `${who}liegt ${show.percent(evidence.deviationPercent)} hinter ${one.reference ?? 'dem besten Wechselrichter'}`;
      case 'belowForecast':
        return `${who}liegt ${show.percent(evidence.shortfallPercent)} unter der Prognose`;
      case 'deviceErrors':
        return `${who}meldet: ${errorText(evidence, show.language)}`;
    }
  };
  return {
    plant: 'Anlage',
    wholePlant: 'Ganze Anlage',
    seeOne: 'Meldung ansehen',
    seeAll: 'Meldungen ansehen',
    introduction: 'das gibt es Neues von Ihrer Anlage:',
    several: (count: number) => `${count} Meldungen`,
    whyThis:
      'Sie bekommen diese E-Mail, weil eine Regel der Anlage Sie als Empfänger nennt. Auf der Seite der Meldung können Sie sie bestätigen, stummschalten und die Regel ändern.',
    headline: (one: ToldIncident, isShort = false) => {
      if (one.news === 'recovered') return isShort ? 'wieder in Ordnung' : `${subject(one)} ist wieder in Ordnung`;
      const text = fault(one, isShort);
      if (one.news === 'reminder') return `${text} (Erinnerung)`;
      return one.news === 'recurred' ? `${text} (wieder)` : text;
    },
    sentence: (one: ToldIncident) => {
      if (one.news === 'recovered') {
        return `die Störung vom ${show.time(one.openedAt)} ist seit ${show.time(one.changedAt)} behoben: ${subject(one)} ist wieder in Ordnung.`;
      }
      const start = one.news === 'reminder' ? 'die Störung besteht weiter' : 'Ihre Anlage braucht Aufmerksamkeit';
      return `${start}: ${fault(one, false)}.`;
    },
    numbers: ({ evidence, inverter, reference }: ToldIncident): readonly Fact[] => {
      const who = inverter === null ? [] : [{ label: 'Wechselrichter', value: inverter }];
      switch (evidence.kind) {
        case 'noData':
          return [
            ...who,
            { label: 'Zuletzt gehört', value: show.time(evidence.lastContactAt) },
            { label: 'Seitdem (ohne Nacht)', value: show.duration(evidence.silentMinutes) },
            { label: 'Grenze', value: show.duration(evidence.limitMinutes) },
          ];
        case 'deviation':
          return [
            ...who,
            { label: 'Tag', value: show.day(evidence.day) },
            { label: 'Ertrag', value: `${show.perKw(evidence.kwhPerKw)} (${show.kwh(evidence.energyWh)})` },
            {
              label: `Bester (${reference ?? '–'})`,
              value: `${show.perKw(evidence.reference.kwhPerKw)} (${show.kwh(evidence.reference.energyWh)})`,
            },
            { label: 'Abweichung', value: show.percent(evidence.deviationPercent) },
            { label: 'Grenze', value: show.percent(evidence.thresholdPercent) },
          ];
        case 'belowForecast':
          return [
            ...who,
            { label: evidence.period === 'day' ? 'Tag' : 'Monat', value: show.day(evidence.from, evidence.period) },
            { label: 'Ertrag', value: show.kwh(evidence.energyWh) },
            { label: 'Prognose', value: show.kwh(evidence.forecastWh) },
            { label: 'Weniger', value: show.percent(evidence.shortfallPercent) },
            { label: 'Grenze', value: show.percent(evidence.thresholdPercent) },
          ];
        case 'deviceErrors':
          return [
            ...who,
            ...evidence.errors.map(({ code, lastAt, count }) => ({
              label: `${code}${count > 1 ? ` (${count}×)` : ''}`,
              value: `${deviceError(code).text.de}, zuletzt ${show.time(lastAt)}`,
            })),
          ];
      }
    },
  };
}

function english(show: Show): ReturnType<typeof german> {
  const subject = ({ inverter }: ToldIncident) => (inverter === null ? 'The plant' : inverter);
  const fault = (one: ToldIncident, isShort: boolean) => {
    const who = isShort ? '' : `${subject(one)} `;
    const { evidence } = one;
    switch (evidence.kind) {
      case 'noData':
        return `${who}has sent no data for ${show.duration(evidence.silentMinutes)}`;
      case 'deviation':
        return `${who}is ${show.percent(evidence.deviationPercent)} behind ${one.reference ?? 'the best inverter'}`;
      case 'belowForecast':
        return `${who}is ${show.percent(evidence.shortfallPercent)} below the forecast`;
      case 'deviceErrors':
        return `${who}reports: ${errorText(evidence, show.language)}`;
    }
  };
  return {
    plant: 'Plant',
    wholePlant: 'Whole plant',
    seeOne: 'See the incident',
    seeAll: 'See the incidents',
    introduction: 'This is the news of your plant:',
    several: (count: number) => `${count} messages`,
    whyThis:
      'You get this mail because a rule of the plant names you as a recipient. On the page of the incident you can acknowledge or snooze it and change the rule.',
    headline: (one: ToldIncident, isShort = false) => {
      if (one.news === 'recovered') return isShort ? 'sound again' : `${subject(one)} is sound again`;
      const text = fault(one, isShort);
      if (one.news === 'reminder') return `${text} (reminder)`;
      return one.news === 'recurred' ? `${text} (again)` : text;
    },
    sentence: (one: ToldIncident) => {
      if (one.news === 'recovered') {
        return `The fault of ${show.time(one.openedAt)} is over since ${show.time(one.changedAt)}: ${subject(one)} is sound again.`;
      }
      const start = one.news === 'reminder' ? 'The fault is still there' : 'Your plant needs attention';
      return `${start}: ${fault(one, false)}.`;
    },
    numbers: ({ evidence, inverter, reference }: ToldIncident): readonly Fact[] => {
      const who = inverter === null ? [] : [{ label: 'Inverter', value: inverter }];
      switch (evidence.kind) {
        case 'noData':
          return [
            ...who,
            { label: 'Heard last', value: show.time(evidence.lastContactAt) },
            { label: 'Since then (without nights)', value: show.duration(evidence.silentMinutes) },
            { label: 'Limit', value: show.duration(evidence.limitMinutes) },
          ];
        case 'deviation':
          return [
            ...who,
            { label: 'Day', value: show.day(evidence.day) },
            { label: 'Yield', value: `${show.perKw(evidence.kwhPerKw)} (${show.kwh(evidence.energyWh)})` },
            {
              label: `Best (${reference ?? '–'})`,
              value: `${show.perKw(evidence.reference.kwhPerKw)} (${show.kwh(evidence.reference.energyWh)})`,
            },
            { label: 'Deviation', value: show.percent(evidence.deviationPercent) },
            { label: 'Limit', value: show.percent(evidence.thresholdPercent) },
          ];
        case 'belowForecast':
          return [
            ...who,
            { label: evidence.period === 'day' ? 'Day' : 'Month', value: show.day(evidence.from, evidence.period) },
            { label: 'Yield', value: show.kwh(evidence.energyWh) },
            { label: 'Forecast', value: show.kwh(evidence.forecastWh) },
            { label: 'Short by', value: show.percent(evidence.shortfallPercent) },
            { label: 'Limit', value: show.percent(evidence.thresholdPercent) },
          ];
        case 'deviceErrors':
          return [
            ...who,
            ...evidence.errors.map(({ code, lastAt, count }) => ({
              label: `${code}${count > 1 ? ` (${count}×)` : ''}`,
              value: `${deviceError(code).text.en}, last ${show.time(lastAt)}`,
            })),
          ];
      }
    },
  };
}
