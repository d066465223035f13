import './alerts.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { acknowledge, incidentQuery, snooze } from '../api/alerts.js';
import type { IncidentDetails } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';
import { useMayChange } from '../plant/queries.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useEvidence } from './evidence.js';
import { afterDays } from './after-days.js';
import { IncidentChips } from './incident-list.js';

const route = getRouteApi('/signed-in/incidents/$incidentId');
const snoozeDays = [1, 7, 30] as const;

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
  const text = useText();
  const { headline, facts, when } = useEvidence();
  const { plantId, plantName, evidence, referenceName, ruleVersion } = incident;
  const isUncertain = evidence.kind === 'deviation' && evidence.isUncertain;
  return (
    <Page
      title={headline(incident)}
      lead={
        <>
          <Link to="/plants/$plantId" params={{ plantId }}>
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
        <Acts incident={incident} />
        <Card>
          <div className="panel-head">
            <h2>{text('alerts.numbers')}</h2>
          </div>
          <dl className="incident-facts">
            {[
              ...facts(incident, referenceName),
              { label: text('alerts.fact.rule'), value: text('alerts.fact.version', { version: ruleVersion }) },
            ].map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
          {isUncertain && <Notice tone="warn">{text('alerts.fact.uncertain')}</Notice>}
        </Card>
        <History incident={incident} />
      </div>
    </Page>
  );
}

/** What can be done about it; for those who only look, the ways on. */
function Acts({ incident }: { readonly incident: IncidentDetails }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const mayChange = useMayChange(incident.plantId);
  const { id, status, acknowledgedAt, timeZone } = incident;
  const shown = (after: IncidentDetails) => client.setQueryData(incidentQuery(id).queryKey, after);
  const seen = useMutation({
    mutationFn: () => acknowledge(id),
    onSuccess: (after) => {
      shown(after);
      toast(text('alerts.nowAcknowledged'));
    },
  });
  const quiet = useMutation({
    mutationFn: (days: number) => snooze(id, afterDays(days, timeZone)),
    onSuccess: (after) => {
      shown(after);
      toast(text('alerts.nowSnoozed', { at: format.instant(after.snoozedUntil, timeZone) }));
    },
  });
  const failed = seen.error ?? quiet.error;
  return (
    <>
      <div className="row">
        {mayChange && status === 'open' && acknowledgedAt === null && (
          <Button look="primary" icon="check" busy={seen.isPending} onClick={() => seen.mutate()}>
            {text('alerts.acknowledge')}
          </Button>
        )}
        {mayChange && status === 'open' && (
          <select
            className="select in-sentence"
            aria-label={text('alerts.snooze')}
            value=""
            onChange={(event) => quiet.mutate(Number(event.target.value))}
          >
            <option value="">{text('alerts.snooze')} …</option>
            {snoozeDays.map((days) => (
              <option key={days} value={days}>
                {text(`alerts.snooze.${days}`)}
              </option>
            ))}
          </select>
        )}
        <ButtonLink to="/plants/$plantId" params={{ plantId: incident.plantId }}>
          {text('alerts.toPlant')}
        </ButtonLink>
        <ButtonLink look="quiet" to="/plants/$plantId/alerts" params={{ plantId: incident.plantId }}>
          {text('alerts.toRules')}
        </ButtonLink>
      </div>
      {failed && <LoadFailure error={failed} />}
    </>
  );
}

const details: Readonly<Record<string, MessageId>> = {
  measured: 'alerts.detail.measured',
  dataCorrected: 'alerts.detail.dataCorrected',
  recovered: 'alerts.detail.recovered',
  ruleEnded: 'alerts.detail.ruleEnded',
  inverterRemoved: 'alerts.detail.inverterRemoved',
};

function History({ incident }: { readonly incident: IncidentDetails }) {
  const text = useText();
  const format = useFormat();
  const { history, timeZone } = incident;
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('alerts.history')}</h2>
      </div>
      <ol className="incident-history">
        {history.map((entry) => {
          const { at, what, deliveries } = entry;
          const reason = entry.detail === null ? undefined : details[entry.detail];
          return (
            <li key={`${at} ${what}`}>
              <time className="num" dateTime={at}>
                {format.instant(at, timeZone)}
              </time>
              <span>
                {text(`alerts.what.${what}`, {
                  name: entry.name ?? text('alerts.somebody'),
                  at: what === 'snoozed' ? format.instant(entry.detail, timeZone) : '',
                })}
                {reason !== undefined && `: ${text(reason)}`}
                {deliveries.length > 0 && (
                  <small className="help">
                    {format.list(deliveries.map(({ name, state }) => text(`alerts.delivery.${state}`, { name })))}
                  </small>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
