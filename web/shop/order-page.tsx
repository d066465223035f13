import './shop.css';
import { useQuery } from '@tanstack/react-query';
import type { Order } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, Chip, Loading, Notice } from '../ui/surfaces.js';
import { orderQuery } from './api.js';
import { Invoices } from './invoices.js';
import { OrderChip } from './order-chip.js';
import { OrderState } from './order-state.js';
import { KeptEvidence } from './power-evidence.js';
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

/** Why a licence begins later, in the words of the quote. */
const followed = { trial: 'afterTrial', licence: 'queued' } as const;

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
        <OrderState order={order} />
        {order.chargedBack !== null && (
          <Notice tone="warn">
            <p>{text('shop.chargedBack', { amount: format.euro(order.chargedBack) })}</p>
          </Notice>
        )}
        <Card>
          {supplement !== null && <Reason order={order} supplement={supplement} />}
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
                    {item.follows !== null && (
                      <span className="secondary"> ({text(`shop.because.${followed[item.follows]}`)})</span>
                    )}
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
  order: { id, items },
  supplement,
}: {
  readonly order: Order;
  readonly supplement: NonNullable<Order['supplement']>;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <p>
        {text('shop.supplementText', {
          since: format.day(supplement.since),
          power: format.inWords(format.ratedPower(items[0]?.licensedPowerW)),
          stated: format.inWords(format.ratedPower(supplement.statedPowerW)),
        })}
      </p>
      {supplement.evidence !== null && (
        <p className="secondary">{text('shop.supplementEvidence', { evidence: supplement.evidence })}</p>
      )}
      <KeptEvidence supplement={supplement} path={`/orders/${id}/evidence`} />
    </>
  );
}
