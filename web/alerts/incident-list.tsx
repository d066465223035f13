import { Link } from '@tanstack/react-router';
import type { Incident } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useNow } from '../plant/use-now.js';
import type { IconName } from '../ui/icon.js';
import { Chip, EmptyState, type Tone } from '../ui/surfaces.js';
import { useEvidence } from './evidence.js';

const looks = {
  open: { tone: 'fault', icon: 'fault' },
  recovered: { tone: 'ok', icon: 'check' },
  closed: { tone: 'mute', icon: 'check' },
} as const satisfies Record<Incident['status'], { readonly tone: Tone; readonly icon: IconName }>;

/** Whether nothing is told of it for the time being. */
export function isSnoozed({ status, snoozedUntil }: Incident, now: number): boolean {
  return status === 'open' && snoozedUntil !== null && Date.parse(snoozedUntil) > now;
}

/** Whether it is open, and whether somebody has seen it or wants to hear nothing of it. */
export function IncidentChips({
  incident,
  isAllOpen,
}: {
  readonly incident: Incident;
  /** Then nobody needs to be told. */
  readonly isAllOpen?: boolean | undefined;
}) {
  const text = useText();
  const now = useNow();
  const format = useFormat();
  const { status, acknowledgedAt, snoozedUntil, timeZone } = incident;
  return (
    <>
      {isAllOpen !== true && <Chip {...looks[status]}>{text(`alerts.status.${status}`)}</Chip>}
      {status === 'open' && acknowledgedAt !== null && <Chip icon="eye">{text('alerts.acknowledged')}</Chip>}
      {isSnoozed(incident, now) && (
        <Chip icon="clock">
          {text('alerts.snoozedUntil', { at: format.instant(snoozedUntil, timeZone, 'dayTime') })}
        </Chip>
      )}
    </>
  );
}

/** Incidents, those that are open first, then the newest; each a way to its page. `ofPlants` says of each whose it is. */
export function IncidentList({
  incidents,
  ofPlants,
  isAllOpen,
}: {
  readonly incidents: readonly Incident[];
  readonly ofPlants?: boolean;
  readonly isAllOpen?: boolean;
}) {
  const text = useText();
  const { headline, when } = useEvidence();
  if (incidents.length === 0) {
    return (
      <EmptyState icon="check" title={text('alerts.none')}>
        <p>{text('alerts.noneText')}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="incident-list">
      {incidents.toSorted(openFirst).map((incident) => (
        <li key={incident.id}>
          <div className="who">
            <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
              {headline(incident)}
            </Link>
            <p className="help num">
              {ofPlants === true && <b>{incident.plantName}</b>} {when(incident)}
            </p>
          </div>
          <div className="acts">
            <IncidentChips incident={incident} isAllOpen={isAllOpen} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function openFirst(one: Incident, other: Incident): number {
  const order = Number(other.status === 'open') - Number(one.status === 'open');
  return order === 0 ? Date.parse(other.since) - Date.parse(one.since) : order;
}
