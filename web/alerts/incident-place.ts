import type { Incident } from '../api/types.js';
import { dayOf } from '../charts/time.js';
import type { PlantSearch } from '../plant/view.js';

/** The day that an incident is about, or the first one of its month. */
export function dayOfIncident({ evidence, timeZone }: Pick<Incident, 'evidence' | 'timeZone'>): string {
  const at = (instant: string) => dayOf(Date.parse(instant), timeZone);
  switch (evidence.kind) {
    case 'deviation':
      return evidence.day;
    case 'belowForecast':
      return evidence.from;
    case 'noData':
      return at(evidence.lastContactAt);
    case 'deviceErrors':
      return evidence.errors.map(({ lastAt }) => at(lastAt)).reduce((one, other) => (one > other ? one : other));
  }
}

/** Where the page of the plant shows the time that the incident is about. */
export function placeOfIncident(incident: Pick<Incident, 'evidence' | 'timeZone'>): PlantSearch {
  const { evidence } = incident;
  const isOfMonth = evidence.kind === 'belowForecast' && evidence.period === 'month';
  return { ...(isOfMonth ? { view: 'month' as const } : {}), date: dayOfIncident(incident) };
}
