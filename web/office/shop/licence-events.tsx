import type { OfficeLicenceHistory } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import type { MessageId } from '../../i18n/de.js';
import { useText } from '../../i18n/use-text.js';
import { Card, Chip, EmptyState } from '../../ui/surfaces.js';
import { Facts } from '../../ui/facts.js';

type LicenceEvent = OfficeLicenceHistory['items'][number];

/** What this release knows; newer events keep their own name. */
const names: Readonly<Record<string, MessageId>> = {
  TrialStarted: 'office.event.TrialStarted',
  TrialEnded: 'office.event.TrialEnded',
  LicenceReserved: 'office.event.LicenceReserved',
  LicenceReservationReleased: 'office.event.LicenceReservationReleased',
  LicenceGranted: 'office.event.LicenceGranted',
  LicenceRenewed: 'office.event.LicenceRenewed',
  LicenceMovedUp: 'office.event.LicenceMovedUp',
  CapacityExcessAnnounced: 'office.event.CapacityExcessAnnounced',
  CapacityExcessLifted: 'office.event.CapacityExcessLifted',
  CapacityExceeded: 'office.event.CapacityExceeded',
  LicenceEnded: 'office.event.LicenceEnded',
  RemainingValueCredited: 'office.event.RemainingValueCredited',
  CreditUsed: 'office.event.CreditUsed',
  CreditPaidOut: 'office.event.CreditPaidOut',
  LicenceRevived: 'office.event.LicenceRevived',
  LicenceSupplemented: 'office.event.LicenceSupplemented',
  LicenceReminderDue: 'office.event.LicenceReminderDue',
};

/** Every event, the latest first: who, when, by which command, what it says, and its place in the chain. */
export function LicenceEvents({ history }: { readonly history: OfficeLicenceHistory }) {
  const text = useText();
  const { items, brokenAt } = history;
  return (
    <Card>
      <h2>{text('office.licence.events')}</h2>
      {items.length === 0 ? (
        <EmptyState icon="clock" title={text('office.licence.noEvents')}>
          <p>{text('office.licence.noEventsText')}</p>
        </EmptyState>
      ) : (
        <ol className="events" reversed>
          {items.toReversed().map((event) => (
            <li key={event.revision}>
              <Event event={event} isBroken={brokenAt === event.revision} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Event({ event, isBroken }: { readonly event: LicenceEvent; readonly isBroken: boolean }) {
  const text = useText();
  const format = useFormat();
  const { revision, type, recordedAt, id, command, correlationId, causationId, hash, data, recomputed } = event;
  const name = names[type];
  return (
    <details>
      <summary>
        <span className="num revision">{revision}</span>
        <span className="what">
          <b>{name === undefined ? type : text(name)}</b>
          <span className="secondary num">
            {format.portal(recordedAt, 'exact')} · <Who event={event} />
          </span>
        </span>
        {recomputed !== null && (
          <Chip tone={recomputed.isEqual ? 'ok' : 'fault'} icon={recomputed.isEqual ? 'check' : 'fault'}>
            {text(recomputed.isEqual ? 'office.licence.sameCredit' : 'office.licence.differentCredit')}
          </Chip>
        )}
        {isBroken && (
          <Chip tone="fault" icon="fault">
            {text('office.licence.changed')}
          </Chip>
        )}
      </summary>
      <div className="event-facts">
        <Facts
          of={[
            [text('office.licence.command'), command ?? text('office.licence.noCommand')],
            [text('office.licence.from'), correlationId],
            causationId === null ? null : [text('office.licence.cause'), causationId],
            [text('office.licence.eventId'), id],
            [text('office.licence.hash'), hash ?? '–'],
            recomputed === null ? null : [text('shop.calc.formula'), recomputed.calculation.formula],
            ...Object.entries(data).map(
              ([field, value]) => [field, typeof value === 'string' ? value : JSON.stringify(value)] as const,
            ),
          ]}
        />
      </div>
    </details>
  );
}

function Who({ event: { actor, actorName } }: { readonly event: LicenceEvent }) {
  const text = useText();
  if (actor.kind === 'account') return actorName ?? text('office.outbox.account', { id: actor.id });
  if (actor.kind === 'policy') return text('office.licence.byPolicy', { name: actor.id });
  return text('office.licence.bySystem', { name: actor.id });
}
