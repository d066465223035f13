import type { IncidentDetails } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../ui/surfaces.js';

const details: Readonly<Record<string, MessageId>> = {
  measured: 'alerts.detail.measured',
  dataCorrected: 'alerts.detail.dataCorrected',
  recovered: 'alerts.detail.recovered',
  ruleEnded: 'alerts.detail.ruleEnded',
  inverterRemoved: 'alerts.detail.inverterRemoved',
};

/** Everything that happened to it, the oldest first. */
export function IncidentHistory({ incident }: { readonly incident: IncidentDetails }) {
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
