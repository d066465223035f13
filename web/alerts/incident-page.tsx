import './alerts.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { incidentQuery } from '../api/alerts.js';
import type { IncidentDetails } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { useOverview } from '../plant/queries.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';
import { useEvidence } from './evidence.js';
import { FactList } from './fact-list.js';
import { IncidentActs } from './incident-acts.js';
import { IncidentChart } from './incident-chart.js';
import { IncidentHistory } from './incident-history.js';
import { IncidentChips } from './incident-list.js';
import { IncidentNow } from './incident-now.js';
import { placeOfIncident } from './incident-place.js';

const route = getRouteApi('/signed-in/incidents/$incidentId');

/** `/incidents/:id`: where the mail leads. */
export function IncidentPage() {
  const text = useText();
  const { incidentId } = route.useParams();
  const incident = useQuery(incidentQuery(incidentId));
  if (incident.data !== undefined) return <Shown incident={incident.data} />;
  return (
    <Page title={text('alerts.incident')}>
      {incident.isPending ? (
        <Loading />
      ) : (
        <div className="card">
          <LoadFailure error={incident.error} retry={() => void incident.refetch()} />
        </div>
      )}
    </Page>
  );
}

function Shown({ incident }: { readonly incident: IncidentDetails }) {
  const { headline, when } = useEvidence();
  const { plantId, plantName, status } = incident;
  // Without a licence the numbers of the opening are all there is.
  const overview = useOverview(plantId).data;
  return (
    <Page
      title={headline(incident)}
      lead={
        <>
          <Link to="/plants/$plantId" params={{ plantId }} search={placeOfIncident(incident)}>
            {plantName}
          </Link>
          , {when(incident)}
        </>
      }
    >
      <div className="stack">
        <div className="row">
          <IncidentChips incident={incident} />
        </div>
        <IncidentActs incident={incident} />
        <div className="incident-columns">
          {status === 'open' && overview !== undefined && <IncidentNow incident={incident} overview={overview} />}
          <Found incident={incident} />
        </div>
        {overview !== undefined && <IncidentChart key={incident.id} incident={incident} overview={overview} />}
        <IncidentHistory incident={incident} />
      </div>
    </Page>
  );
}

/** The numbers with which it was found, or found worse. */
function Found({ incident }: { readonly incident: IncidentDetails }) {
  const text = useText();
  const { facts } = useEvidence();
  const { evidence, referenceName, ruleVersion, status } = incident;
  const isUncertain = evidence.kind === 'deviation' && evidence.isUncertain;
  return (
    <Card>
      <div className="panel-head">
        <h2>{text(status === 'open' ? 'alerts.found' : 'alerts.numbers')}</h2>
      </div>
      <FactList
        facts={[
          ...facts(incident, referenceName),
          { label: text('alerts.fact.rule'), value: text('alerts.fact.version', { version: ruleVersion }) },
        ]}
      />
      {isUncertain && <Notice tone="warn">{text('alerts.fact.uncertain')}</Notice>}
    </Card>
  );
}
