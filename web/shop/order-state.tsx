import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { Order } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';
import type { PlacedOrder } from './api.js';

/** What became of an order, and what can be done next. */
export function OrderState({ order }: { readonly order: Order }) {
  const text = useText();
  if (order.supplement !== null && order.status === 'cancelled')
    return <Notice>{text('shop.supplementDropped')}</Notice>;
  if (order.status === 'open') return <Open order={order} />;
  if (order.repair !== null) return <OfRepair order={order} repair={order.repair} />;
  if (order.status === 'accepted') return <Accepted order={order} />;
  if (order.status === 'expired') return <Notice>{text('shop.expiredText')}</Notice>;
  return order.status === 'cancelled' ? <Notice>{text('shop.cancelledText')}</Notice> : null;
}

/** Only what gives the right of use today is called active. */
function Accepted({ order }: { readonly order: Order }) {
  const text = useText();
  const said = useAccepted(order);
  const going = order.items.find(({ endedBy }) => endedBy === null);
  if (going === undefined) return null;
  return (
    <Notice tone={said.tone} live>
      <div className="stack">
        <p>{said.text}</p>
        <div>
          <ButtonLink look="primary" to="/plants/$plantId" params={{ plantId: going.plantId }}>
            {text('shop.toPlant')}
          </ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

function useAccepted({ items, supplement }: Order): { readonly tone: 'ok' | 'mute'; readonly text: string } {
  const text = useText();
  const format = useFormat();
  if (supplement !== null) return { tone: 'ok', text: text('shop.supplementPaid') };
  const isOver = ({ licenceState }: Item) => licenceState !== null && !['queued', 'running'].includes(licenceState);
  if (items.every(isOver)) return { tone: 'mute', text: text('shop.overText') };
  const [first] = items;
  if (first === undefined || items.length > 1 || first.licenceState === null)
    return { tone: 'ok', text: text('shop.acceptedMany') };
  const days = { first: format.day(first.firstDay), last: format.day(first.plannedLastDay ?? first.lastDay) };
  return {
    tone: 'ok',
    text: text(first.follows === null ? 'shop.acceptedText' : `shop.accepted.${first.follows}`, days),
  };
}

type Item = Order['items'][number];

/** The rest is told by the repair itself. */
function OfRepair({ order, repair }: { readonly order: Order; readonly repair: NonNullable<Order['repair']> }) {
  const text = useText();
  const isOver = order.status === 'cancelled' || order.withdrawnAt !== null;
  return (
    <Notice tone={isOver ? 'mute' : 'ok'} live>
      <div className="stack">
        <p>{text(isOver ? 'shop.repairOver' : 'shop.repairPaid')}</p>
        <div>
          <ButtonLink look="primary" to="/repairs/$repairId" params={{ repairId: repair.id }}>
            {text('shop.toRepair')}
          </ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

function Open({ order }: { readonly order: Order }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const pay = useMutation({
    mutationFn: () => request<PlacedOrder>('POST', `/orders/${order.id}/payment`, { body: {} }),
    onSuccess: ({ paymentUrl }) => {
      if (paymentUrl !== null) location.assign(paymentUrl);
    },
  });
  const cancel = useMutation({
    mutationFn: () => request<Order>('POST', `/orders/${order.id}/cancellation`, { body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
  const owed = order.supplement ?? order.repair;
  return (
    <Notice tone="sun" live>
      <div className="stack">
        <p>
          {owed === null
            ? text('shop.openText', { when: format.portal(order.expiresAt, 'dayTime') })
            : text('shop.supplementDue', { day: format.day(owed.dueOn) })}
        </p>
        {order.differs && <p>{text('shop.differsText')}</p>}
        {pay.error !== null && <LoadFailure error={pay.error} />}
        {cancel.error !== null && <LoadFailure error={cancel.error} />}
        <div className="row">
          <Button look="primary" busy={pay.isPending} onClick={() => pay.mutate()}>
            {text('shop.payNow')}
          </Button>
          {owed === null && (
            <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {text('shop.cancelOrder')}
            </Button>
          )}
        </div>
      </div>
    </Notice>
  );
}
