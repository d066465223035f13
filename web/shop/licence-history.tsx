import { useQuery } from '@tanstack/react-query';
import { useMe } from '../api/accounts.js';
import type { LicenceEvent } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText, type Text } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Card, Loading } from '../ui/surfaces.js';
import { licenceHistoryQuery } from './api.js';

/** Every event of a licence in words: when, what, who, and which money (F8, F13). The newest first. */
export function LicenceHistory({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const history = useQuery(licenceHistoryQuery(plantId));
  return (
    <Card>
      <h2>{text('history.title')}</h2>
      {history.isError ? (
        <LoadFailure error={history.error} retry={() => void history.refetch()} />
      ) : history.data === undefined ? (
        <Loading />
      ) : history.data.items.length === 0 ? (
        <p className="secondary">{text('history.empty')}</p>
      ) : (
        <>
          {history.data.items.some(({ recomputed }) => recomputed !== null) && (
            <p className="secondary">
              {text(history.data.isConsistent ? 'history.consistent' : 'history.inconsistent')}
            </p>
          )}
          <ol className="quote-items" reversed>
            {history.data.items.toReversed().map((event) => (
              <Happened key={event.id} event={event} />
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

function Happened({ event }: { readonly event: LicenceEvent }) {
  const text = useText();
  const format = useFormat();
  const me = useMe();
  const { data, recomputed } = event;
  const by = whoDid(event, me.data?.id);
  const cents = centsOf(event);
  return (
    <li>
      <div>
        <b>{sentence(event, text, format)}</b>
        {recomputed !== null && <span>{text('history.formula', { formula: recomputed.calculation.formula })}</span>}
        <span className="secondary">
          {format.portal(textIn(data, 'at') || event.recordedAt)} · {text(`history.by.${by}`)}
        </span>
      </div>
      {cents !== null && (
        <span className="amount">
          {cents < 0 ? '−' : ''}
          {format.euro({ cents: Math.abs(cents) })}
        </span>
      )}
    </li>
  );
}

/** Orders are placed and dropped by whoever buys; everything else that another account does is done in the office. */
function whoDid({ actor, type }: LicenceEvent, ownId: string | undefined) {
  if (actor.kind !== 'account') return 'sitelink';
  if (actor.id === ownId) return 'you';
  return type === 'LicenceReserved' || type === 'LicenceReservationReleased' ? 'otherBuyer' : 'operator';
}

type Data = LicenceEvent['data'];
const textIn = (data: Data, name: string): string => (typeof data[name] === 'string' ? data[name] : '');
const numberIn = (data: Data, name: string): number => (typeof data[name] === 'number' ? data[name] : 0);

/** What the event is worth to the owner, in gross cents: prices and credits, and what was taken from these. */
function centsOf({ type, data }: LicenceEvent): number | null {
  switch (type) {
    case 'LicenceGranted':
    case 'LicenceRenewed':
    case 'RemainingValueCredited':
      return numberIn(data, 'grossCents');
    case 'LicenceSupplemented':
      return numberIn(data, 'netCents') + numberIn(data, 'vatCents');
    case 'CreditUsed':
    case 'CreditPaidOut':
      return -numberIn(data, 'grossCents');
    default:
      return null;
  }
}

function sentence({ type, data }: LicenceEvent, text: Text, format: ReturnType<typeof useFormat>): string {
  const day = (name: string) => format.day(textIn(data, name));
  const power = (name: string) => format.inWords(format.ratedPower(numberIn(data, name)));
  const period = () => ({ first: day('firstDay'), last: day('lastDay') });
  switch (type) {
    case 'TrialStarted':
    case 'LicenceMovedUp':
      return text(`history.${type}`, period());
    case 'LicenceGranted':
    case 'LicenceRenewed':
      return text(`history.${type}`, { ...period(), days: numberIn(data, 'termDays'), power: power('licensedPowerW') });
    case 'LicenceRevived':
      return text(`history.${type}`, { ...period(), reason: textIn(data, 'reason') });
    case 'CapacityExcessAnnounced':
      return text(`history.${type}`, {
        power: power('installedPowerW'),
        when: format.portal(textIn(data, 'effectiveAt')),
      });
    case 'CapacityExcessLifted':
    case 'CapacityExceeded':
      return text(`history.${type}`, { power: power('installedPowerW') });
    case 'LicenceEnded': {
      const reason = endReasons.find((one) => one === data['reason']) ?? 'expired';
      return text(`history.LicenceEnded.${reason}`, { used: numberIn(data, 'usedDays') });
    }
    case 'LicenceSupplemented':
      return text(`history.${type}`, { power: power('licensedPowerW') });
    case 'LicenceReminderDue':
      return text(`history.${type}`, { last: day('lastDay') });
    case 'TrialEnded':
    case 'LicenceReserved':
    case 'LicenceReservationReleased':
    case 'RemainingValueCredited':
    case 'CreditUsed':
    case 'PayOutRequested':
    case 'CreditPaidOut':
      return text(`history.${type}`);
    default:
      // An event of a release that this page does not know yet.
      return type;
  }
}

const endReasons = ['expired', 'exceeded', 'withdrawn', 'cancelled'] as const;
