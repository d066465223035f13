import './shop.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { Order } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Chip, Loading, Notice } from '../ui/surfaces.js';
import { orderQuery, type PlacedOrder } from './api.js';
import { OrderChip } from './order-chip.js';
import { Invoices } from './invoices.js';
import { QuoteTotals } from './quote-view.js';

/** One order: what became of it, how to pay it, its documents. The payment provider leads back to here. */
export function OrderPage({ orderId }: { readonly orderId: string }) {
  const text = useText();
  const order = useQuery(orderQuery(orderId));
  if (order.data !== undefined) return <Shown order={order.data} />;
  return (
    <Page title={text('shop.orders')} narrow>
      {order.isError ? <LoadFailure error={order.error} retry={() => void order.refetch()} /> : <Loading />}
    </Page>
  );
}

function Shown({ order }: { readonly order: Order }) {
  const text = useText();
  const format = useFormat();
  const { supplement, repair } = order;
  const day = format.portal(order.placedAt);
  const title =
    repair !== null
      ? text('repair.track', { number: repair.number })
      : text(supplement === null ? 'shop.orderTitle' : 'shop.supplementTitle', { day });
  return (
    <Page title={title} beside={<OrderChip order={order} />} narrow>
      <div className="stack">
        <State order={order} />
        {order.chargedBack !== null && (
          <Notice tone="warn">
            <p>{text('shop.chargedBack', { amount: format.euro(order.chargedBack) })}</p>
          </Notice>
        )}
        <Card>
          {supplement !== null && <Reason supplement={supplement} powerW={order.items[0]?.licensedPowerW} />}
          <ul className="quote-items">
            {repair?.positions.map(({ description, quantity, net }, index) => (
              <li key={index}>
                <div>
                  <b>{description}</b>
                  {quantity > 1 && <span className="secondary">{text('shop.repairQuantity', { quantity })}</span>}
                </div>
                <span className="amount">{format.euro(net)}</span>
              </li>
            ))}
            {order.items.map((item) => (
              <li key={item.plantId}>
                <div>
                  <b>{item.plantName}</b>
                  <span className="secondary">
                    {format.inWords(format.ratedPower(item.licensedPowerW))} · {text(`shop.term${item.termDays}`)}
                  </span>
                  <span>
                    {text('shop.period', { first: format.day(item.firstDay), last: format.day(item.lastDay) })}
                  </span>
                  {item.plannedLastDay !== null && (
                    <span>
                      <Chip tone="sun" icon="clock">
                        {text('shop.plannedEnd', { day: format.day(item.plannedLastDay) })}
                      </Chip>
                    </span>
                  )}
                  {item.endedBy !== null && (
                    <span>
                      <Chip tone="mute" icon="close">
                        {text(`shop.endedBy.${item.endedBy}`)}
                      </Chip>
                    </span>
                  )}
                </div>
                <span className="amount">{format.euro(item.net)}</span>
              </li>
            ))}
          </ul>
          <QuoteTotals quote={order} />
          {order.refunded.cents > 0 && (
            <p>
              {text('shop.refunded')}: <b>{format.euro(order.refunded)}</b>
            </p>
          )}
          {order.refunding.cents > 0 && (
            <p>
              {text('shop.refunding')}: <b>{format.euro(order.refunding)}</b>
            </p>
          )}
          <p className="secondary">
            {text('shop.orderNumber')}: {order.id}
          </p>
        </Card>
        <Invoices order={order} />
      </div>
    </Page>
  );
}

/** Why it is owed (F10). */
function Reason({
  supplement,
  powerW,
}: {
  readonly supplement: NonNullable<Order['supplement']>;
  readonly powerW: number | undefined;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <p>
        {text('shop.supplementText', {
          since: format.day(supplement.since),
          power: format.inWords(format.ratedPower(powerW)),
          stated: format.inWords(format.ratedPower(supplement.statedPowerW)),
        })}
      </p>
      {supplement.evidence !== null && (
        <p className="secondary">{text('shop.supplementEvidence', { evidence: supplement.evidence })}</p>
      )}
    </>
  );
}

function State({ order }: { readonly order: Order }) {
  const text = useText();
  const first = order.items.find(({ endedBy }) => endedBy === null);
  if (order.supplement !== null && order.status === 'cancelled')
    return <Notice>{text('shop.supplementDropped')}</Notice>;
  if (order.status === 'open') return <Open order={order} />;
  if (order.repair !== null) return <OfRepair order={order} repair={order.repair} />;
  if (order.status === 'accepted' && first !== undefined)
    return (
      <Notice tone="ok" live>
        <div className="stack">
          <p>{text(order.supplement === null ? 'shop.acceptedText' : 'shop.supplementPaid')}</p>
          <div>
            <ButtonLink look="primary" to="/plants/$plantId" params={{ plantId: first.plantId }}>
              {text('shop.toPlant')}
            </ButtonLink>
          </div>
        </div>
      </Notice>
    );
  if (order.status === 'expired') return <Notice>{text('shop.expiredText')}</Notice>;
  return order.status === 'cancelled' ? <Notice>{text('shop.cancelledText')}</Notice> : null;
}

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
