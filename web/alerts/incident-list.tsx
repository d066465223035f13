import { Link } from '@tanstack/react-router';
import type { Incident } from '../api/types.js';
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

/** Whether it is open, and whether somebody has seen it or wants to hear nothing of it. */
export function IncidentChips({ incident }: { readonly incident: Incident }) {
  const text = useText();
  const now = useNow();
  const { status, acknowledgedAt, snoozedUntil } = incident;
  const isSnoozed = status === 'open' && snoozedUntil !== null && Date.parse(snoozedUntil) > now;
  return (
    <>
      <Chip {...looks[status]}>{text(`alerts.status.${status}`)}</Chip>
      {status === 'open' && acknowledgedAt !== null && <Chip icon="eye">{text('alerts.acknowledged')}</Chip>}
      {isSnoozed && <Chip icon="clock">{text('alerts.snoozed')}</Chip>}
    </>
  );
}

/** Incidents, those that are open first, then the newest; each a way to its page. */
export function IncidentList({
  incidents,
  timeZone,
}: {
  readonly incidents: readonly Incident[];
  readonly timeZone: string;
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
            <p className="help num">{when({ ...incident, timeZone })}</p>
          </div>
          <div className="acts">
            <IncidentChips incident={incident} />
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
