import type { Incident } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { periodText } from './sentence.js';

type Evidence = Incident['evidence'];
type Named = {
  readonly evidence: Evidence;
  /** Null = the plant as a whole. */
  readonly inverterName: string | null;
  readonly timeZone: string;
};

export type NamedNumber = { readonly label: string; readonly value: string };

type Lasting = Pick<Incident, 'evidence' | 'since' | 'recoveredAt' | 'timeZone'>;

/** What was found, in a sentence and in numbers. */
export function useEvidence() {
  const text = useText();
  const format = useFormat();
  const percent = (value: number) => `${format.number(value, { min: 1, max: 1 })}\u202f%`;
  const energy = (energyWh: number) => format.inWords(format.energy(energyWh));
  return {
    headline({ evidence, inverterName, timeZone }: Pick<Named, 'evidence' | 'inverterName'> & Partial<Named>): string {
      const who = inverterName ?? text('alerts.wholePlant');
      switch (evidence.kind) {
        case 'noData':
          // What goes on for longer every minute is told by its beginning.
          if (timeZone !== undefined) {
            return text('alerts.headline.noDataSince', { who, at: format.instant(evidence.lastContactAt, timeZone) });
          }
          return text('alerts.headline.noData', { who, period: periodText(text, rounded(evidence.silentMinutes)) });
        case 'deviation':
          return text('alerts.headline.deviation', { who, percent: percent(evidence.deviationPercent) });
        case 'belowForecast':
          return text('alerts.headline.belowForecast', { who, percent: percent(evidence.shortfallPercent) });
        case 'deviceErrors':
          return text('alerts.headline.deviceErrors', {
            who,
            codes: format.list(evidence.errors.map(({ code }) => code)),
          });
      }
    },
    /** Since when it stands, or from when to when it stood; of what is judged by the day, the day. */
    when({ evidence, since, recoveredAt, timeZone }: Lasting): string {
      const isByDay = evidence.kind === 'deviation' || evidence.kind === 'belowForecast';
      const at = format.instant(since, timeZone, isByDay ? 'day' : 'dayTime');
      if (recoveredAt === null) return text('alerts.since', { at });
      return text('alerts.fromTo', { at, to: format.instant(recoveredAt, timeZone) });
    },
    facts({ evidence, timeZone }: Named, referenceName: string | null): readonly NamedNumber[] {
      switch (evidence.kind) {
        case 'noData':
          return [
            { label: text('alerts.fact.lastContact'), value: format.instant(evidence.lastContactAt, timeZone) },
            { label: text('alerts.fact.silent'), value: periodText(text, rounded(evidence.silentMinutes)) },
            { label: text('alerts.fact.limit'), value: periodText(text, evidence.limitMinutes) },
          ];
        case 'deviation': {
          const made = (one: { readonly kwhPerKw: number; readonly energyWh: number }) =>
            `${format.inWords(format.specificYield(one.kwhPerKw))} (${energy(one.energyWh)})`;
          return [
            { label: text('alerts.fact.day'), value: format.day(evidence.day, 'weekday') },
            { label: text('alerts.fact.yield'), value: made(evidence) },
            { label: text('alerts.fact.best', { name: referenceName ?? '–' }), value: made(evidence.reference) },
            { label: text('alerts.fact.deviation'), value: percent(evidence.deviationPercent) },
            { label: text('alerts.fact.limit'), value: percent(evidence.thresholdPercent) },
            {
              label: text('alerts.fact.compared'),
              value: text('alerts.fact.comparedText', { count: evidence.compared }),
            },
          ];
        }
        case 'belowForecast':
          return [
            {
              label: text(evidence.period === 'day' ? 'alerts.fact.day' : 'alerts.fact.month'),
              value: format.day(evidence.from, evidence.period === 'day' ? 'weekday' : 'month'),
            },
            { label: text('alerts.fact.yield'), value: energy(evidence.energyWh) },
            { label: text('alerts.fact.forecast'), value: energy(evidence.forecastWh) },
            { label: text('alerts.fact.less'), value: percent(evidence.shortfallPercent) },
            { label: text('alerts.fact.limit'), value: percent(evidence.thresholdPercent) },
          ];
        case 'deviceErrors':
          return evidence.errors.map(({ code, count, lastAt }) => ({
            label: text('alerts.fact.error', { code }),
            value: text('alerts.fact.times', { count, at: format.instant(lastAt, timeZone) }),
          }));
      }
    },
  };
}

/** Minutes to read: of long silences whole hours. */
function rounded(minutes: number): number {
  return minutes < 120 ? minutes : Math.round(minutes / 60) * 60;
}
