import { useMutation, useQueryClient } from '@tanstack/react-query';
import { acknowledge, endSnooze, incidentQuery, snooze } from '../api/alerts.js';
import type { IncidentDetails } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useMayChange } from '../plant/queries.js';
import { useNow } from '../plant/use-now.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { useToast } from '../ui/toast.js';
import { afterDays } from './after-days.js';
import { isSnoozed } from './incident-list.js';
import { dayOfIncident, placeOfIncident } from './incident-place.js';

const snoozeDays = [1, 7, 30] as const;

/** What can be done about it; for those who only look, the ways on. */
export function IncidentActs({ incident }: { readonly incident: IncidentDetails }) {
  const text = useText();
  const mayChange = useMayChange(incident.plantId);
  const { id, plantId, status, inverterId, inverterName, evidence } = incident;
  const params = { plantId };
  // Less light than forecast is no fault of one device.
  const isOfDevice = inverterId !== null && evidence.kind !== 'belowForecast';
  return (
    <div className="stack incident-acts">
      {mayChange && status === 'open' && <Answers incident={incident} />}
      <div className="row">
        <ButtonLink icon="plants" to="/plants/$plantId" params={params} search={placeOfIncident(incident)}>
          {text('alerts.toPlant')}
        </ButtonLink>
        {inverterId !== null && (
          <ButtonLink
            icon="chart"
            to="/plants/$plantId/channels"
            params={params}
            search={{ date: dayOfIncident(incident), inverter: inverterId }}
          >
            {text('alerts.toCurves', { name: inverterName ?? '' })}
          </ButtonLink>
        )}
        {isOfDevice && mayChange && (
          <ButtonLink icon="service" to="/repairs/new" search={{ incident: id }}>
            {text('alerts.toRepair')}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" to="/plants/$plantId/alerts" params={params}>
          {text('alerts.toRules')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Seen, snoozed, and heard of again. */
function Answers({ incident }: { readonly incident: IncidentDetails }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const now = useNow();
  const { id, acknowledgedAt, timeZone } = incident;
  const shown = (after: IncidentDetails, said: string) => {
    client.setQueryData(incidentQuery(id).queryKey, after);
    toast(said);
  };
  const seen = useMutation({
    mutationFn: () => acknowledge(id),
    onSuccess: (after) => shown(after, text('alerts.nowAcknowledged')),
  });
  const quiet = useMutation({
    mutationFn: (days: number) => snooze(id, afterDays(days, timeZone)),
    onSuccess: (after) => shown(after, text('alerts.nowSnoozed', { at: format.instant(after.snoozedUntil, timeZone) })),
  });
  const awake = useMutation({
    mutationFn: () => endSnooze(id),
    onSuccess: (after) => shown(after, text('alerts.nowAwake')),
  });
  const failed = seen.error ?? quiet.error ?? awake.error;
  return (
    <>
      <div className="row">
        {acknowledgedAt === null && (
          <Button look="primary" icon="check" busy={seen.isPending} onClick={() => seen.mutate()}>
            {text('alerts.acknowledge')}
          </Button>
        )}
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
        {isSnoozed(incident, now) && (
          <Button icon="bell" busy={awake.isPending} onClick={() => awake.mutate()}>
            {text('alerts.endSnooze')}
          </Button>
        )}
      </div>
      {failed && <LoadFailure error={failed} />}
    </>
  );
}
