import './alerts.css';
import { Link } from '@tanstack/react-router';
import { useIncidents } from '../api/alerts.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../ui/surfaces.js';
import { IncidentList } from './incident-list.js';

const mostShown = 3;

/** What is open in a plant, for its first page; nothing where nothing is. */
export function OpenIncidents({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const open = useIncidents({ plantId, status: 'open' }).items ?? [];
  if (open.length === 0) return null;
  const more = open.length - mostShown;
  return (
    <Card className="panel open-incidents">
      <div className="panel-head">
        <h2>{text('alerts.openOnes')}</h2>
        <Link className="secondary" to="/plants/$plantId/alerts" params={{ plantId }}>
          {more > 0 ? text('alerts.moreOpen', { count: more }) : text('alerts.all.all')}
        </Link>
      </div>
      <IncidentList incidents={open.slice(0, mostShown)} isAllOpen />
    </Card>
  );
}
