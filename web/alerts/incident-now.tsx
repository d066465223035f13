import { useQuery } from '@tanstack/react-query';
import { verdictsQuery } from '../api/alerts.js';
import type { IncidentDetails, InverterComparison, Overview } from '../api/types.js';
import { addDays } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';
import { useComparison } from '../plant/queries.js';
import { LoadFailure } from '../shell/failure.js';
import type { IconName } from '../ui/icon.js';
import { Card, Chip, Loading, type Tone } from '../ui/surfaces.js';
import { useEvidence, type NamedNumber } from './evidence.js';
import { FactList } from './fact-list.js';

const looks = {
  alert: { tone: 'fault', icon: 'fault' },
  keep: { tone: 'warn', icon: 'alert' },
  clear: { tone: 'ok', icon: 'check' },
  notJudged: { tone: 'mute', icon: 'circle' },
} as const satisfies Record<string, { readonly tone: Tone; readonly icon: IconName }>;

const reasons: Readonly<Record<string, MessageId>> = {
  awaitsFirstContact: 'alerts.because.awaitsFirstContact',
  plantIsSilent: 'alerts.because.plantIsSilent',
  othersMayBeSilent: 'alerts.because.othersMayBeSilent',
  noDaylight: 'alerts.because.noDaylight',
  dataMissing: 'alerts.because.dataMissing',
  nothingToCompareWith: 'alerts.because.nothingToCompareWith',
  tooDark: 'alerts.because.tooDark',
  noPlausibleReference: 'alerts.because.noPlausibleReference',
  weatherUnknown: 'alerts.because.weatherUnknown',
  winterByClimate: 'alerts.because.winterByClimate',
  placeUnknown: 'alerts.because.placeUnknown',
};

type IncidentNowProps = { readonly incident: IncidentDetails; readonly overview: Overview };

/** How something that is open stands by what is known at this moment. */
export function IncidentNow({ incident, overview }: IncidentNowProps) {
  const text = useText();
  const format = useFormat();
  const { facts } = useEvidence();
  const { plantId, ruleId, inverterId, timeZone, since } = incident;
  const behind = useBehind(incident, overview);
  const verdicts = useQuery(verdictsQuery(plantId, ruleId));
  const inverter = overview.inverters.find(({ id }) => id === inverterId);
  const found = verdicts.data?.items.find((item) => item.inverterId === inverterId);
  const lastValueAt = inverterId === null ? overview.lastValueAt : (inverter?.lastValueAt ?? null);
  const evidence = found?.evidence ?? null;
  const nameOf = (id: string) => overview.inverters.find((one) => one.id === id)?.name ?? null;
  const referenceName = evidence?.kind === 'deviation' ? nameOf(evidence.reference.inverterId) : null;
  const isByDay = incident.evidence.kind === 'deviation' || incident.evidence.kind === 'belowForecast';
  const reason = found?.because == null ? undefined : reasons[found.because];
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('alerts.now')}</h2>
        {found !== undefined && <Chip {...looks[found.verdict]}>{text(`alerts.verdict.${found.verdict}`)}</Chip>}
      </div>
      {verdicts.isPending && <Loading />}
      {verdicts.error && <LoadFailure error={verdicts.error} retry={() => void verdicts.refetch()} />}
      {verdicts.data !== undefined && (
        <>
          {reason !== undefined && <p className="secondary">{text(reason)}</p>}
          <FactList
            facts={[
              ...(evidence === null ? [] : facts({ evidence, inverterName: null, timeZone }, referenceName)),
              ...behind,
              { label: text('alerts.fact.since'), value: format.instant(since, timeZone, isByDay ? 'day' : 'dayTime') },
              { label: text('alerts.fact.lastData'), value: format.instant(lastValueAt, timeZone) },
            ]}
          />
        </>
      )}
    </Card>
  );
}

/** How far it is behind the best of these days, where that was found: also when the rule cannot judge the last one. */
function useBehind({ plantId, inverterId, evidence }: IncidentDetails, { today }: Overview): readonly NamedNumber[] {
  const text = useText();
  const format = useFormat();
  const to = addDays(today, 1);
  const ofToday = useComparison(plantId, { from: today, to }).data;
  const ofWeek = useComparison(plantId, { from: addDays(to, -7), to }).data;
  if (evidence.kind !== 'deviation') return [];
  const behind = (comparison: InverterComparison | undefined) => {
    const share = comparison?.inverters.find((one) => one.inverterId === inverterId)?.shareOfBest ?? null;
    if (share === null) return '–';
    return text('alerts.fact.behind', { percent: format.inWords(format.percent(1 - share)) });
  };
  return [
    { label: text('alerts.fact.today'), value: behind(ofToday) },
    { label: text('alerts.fact.week'), value: behind(ofWeek) },
  ];
}
