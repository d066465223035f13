import './shop.css';
import { Link } from '@tanstack/react-router';
import type { Order } from '../api/types.js';
import { usePages } from '../api/use-pages.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { More } from '../ui/more.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { OrderChip } from './order-chip.js';

/** Everything that was ordered, the newest first. */
export function OrdersPage() {
  const text = useText();
  const orders = usePages<Order>('/orders');
  const buy = (
    <ButtonLink look="primary" icon="licence" to="/licences/buy">
      {text('shop.buy')}
    </ButtonLink>
  );
  return (
    <Page title={text('shop.orders')} lead={text('shop.ordersLead')} actions={buy} narrow>
      {orders.items === undefined ? (
        orders.isError ? (
          <LoadFailure error={orders.error} retry={() => void orders.refetch()} />
        ) : (
          <Loading />
        )
      ) : orders.items.length === 0 ? (
        <div className="card">
          <EmptyState icon="licence" title={text('shop.noOrders')}>
            <p>{text('shop.noOrdersText')}</p>
          </EmptyState>
        </div>
      ) : (
        <ul className="order-list card">
          {orders.items.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      <More pages={orders} />
    </Page>
  );
}

function OrderRow({ order }: { readonly order: Order }) {
  const text = useText();
  const format = useFormat();
  return (
    <li>
      <Link to="/orders/$orderId" params={{ orderId: order.id }}>
        <b>
          {order.repair === null
            ? format.list(order.items.map(({ plantName }) => plantName))
            : text('repair.track', { number: order.repair.number })}
        </b>
        <span className="secondary">
          {order.supplement !== null && `${text('shop.supplement')} · `}
          {format.portal(order.placedAt)}
        </span>
      </Link>
      <OrderChip order={order} />
      <span className="amount">{format.euro(order.gross)}</span>
    </li>
  );
}
