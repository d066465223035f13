import type { AccountLanguage } from '../../../domain/account/person.js';
import type { Evidence } from '../../../domain/alerting/evidence.js';
import { InverterId } from '../../../domain/kernel/ids.js';
import { incidentLetter, type ToldIncident } from '../templates/incidents.js';
import type { Letter } from '../templates/letter.js';
import { examplePlant, examplePortal, exampleSender } from './account-examples.js';
import type { Variants } from './port.js';

const best = InverterId.parse('0d3f4a5e-9999-4222-8333-944445555666');

const noData: Evidence = {
  ...{ kind: 'noData', lastContactAt: '2027-03-01T10:20:00Z' },
  ...{ silentMinutes: 185, limitMinutes: 120, inverters: 1 },
};
const deviation: Evidence = {
  ...{ kind: 'deviation', day: '2027-03-01', basis: 'specific', energyWh: 21_400, kwhPerKw: 2.14 },
  reference: { inverterId: best, energyWh: 31_200, kwhPerKw: 3.12 },
  ...{ deviationPercent: 31.4, thresholdPercent: 20, compared: 4, isUncertain: false, skipped: [] },
};
const belowForecast: Evidence = {
  ...{ kind: 'belowForecast', from: '2027-02-01', period: 'month', energyWh: 1_230_000 },
  ...{ forecastWh: 1_750_000, source: 'user', shortfallPercent: 29.7, thresholdPercent: 20 },
};
const deviceErrors: Evidence = {
  kind: 'deviceErrors',
  errors: [{ code: '0A0004', count: 3, lastAt: '2027-03-01T11:02:00Z', severity: 'fault' }],
};

function told(evidence: Evidence, news: ToldIncident['news'] = 'opened'): ToldIncident {
  const isOfPlant = evidence.kind === 'belowForecast';
  return {
    ...{ news, evidence },
    inverter: isOfPlant ? null : 'Süd 1',
    reference: evidence.kind === 'deviation' ? 'Süd 2' : null,
    ...{ openedAt: '2027-03-01T13:30:00Z', changedAt: '2027-03-01T15:10:00Z' },
  };
}

const letter =
  (...incidents: readonly ToldIncident[]) =>
  (language: AccountLanguage): Letter =>
    incidentLetter({
      ...{ language, firstName: 'Anna', plantName: 'Solarhof Süd', timeZone: 'Europe/Berlin', incidents },
      ...{ url: `${examplePortal}/plants/${examplePlant}/alerts`, sender: exampleSender },
    });

/** Every mail about what is wrong with a plant, and what is right again. */
export const alertExamples: Readonly<Record<'incidents', Variants<Letter>>> = {
  incidents: {
    'no data': letter(told(noData)),
    deviation: letter(told(deviation)),
    'below forecast': letter(told(belowForecast)),
    'device errors': letter(told(deviceErrors)),
    reminder: letter(told(deviation, 'reminder')),
    recovered: letter(told(noData, 'recovered')),
    several: letter(told(noData), told(deviation, 'recurred'), told(deviceErrors, 'recovered')),
  },
};
