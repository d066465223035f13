import '../office-list.css';
import '../../shop/shop.css';
import './shop.css';
import { useState } from 'react';
import type { OfficeOrder } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { OrderChip } from '../../shop/order-chip.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { More } from '../../ui/more.js';
import { Page } from '../../ui/page.js';
import { Card, EmptyState, Loading, Notice } from '../../ui/surfaces.js';
import { useMay } from '../use-rights.js';
import { Facts } from '../../ui/facts.js';
import { FindForm } from './find-form.js';
import { useMatterWords } from './matter-words.js';
import { OrderPast } from './order-past.js';
import { PlannedEnds } from './planned-ends.js';
import { SettleDialog, type Settling } from './settle-dialog.js';

type OrdersPageProps = {
  readonly find: string | undefined;
  readonly onFind: (search: { readonly find?: string }) => void;
};

/** Money that does not fit and that somebody has to deal with; and any order, found by its number or its buyer. */
export function OrdersPage({ find, onFind }: OrdersPageProps) {
  const text = useText();
  const mayOperate = useMay()('orders:operate');
  const orders = usePages<OfficeOrder>(
    find === undefined ? '/office/orders/differing' : '/office/orders',
    find === undefined ? {} : { find },
  );
  return (
    <Page title={text('office.orders.title')} lead={text('office.orders.lead')} narrow>
      <div className="stack">
        <FindForm
          find={find ?? ''}
          label={text('office.orders.find')}
          help={text('office.orders.findHelp')}
          submit={text('office.orders.findNow')}
          onFind={(wanted) => onFind({ find: wanted })}
        />
        {find !== undefined && (
          <div className="row">
            <ButtonLink look="quiet" icon="left" to="/office/orders" search={{}}>
              {text('office.orders.backToOpen')}
            </ButtonLink>
          </div>
        )}
        {!mayOperate && <Notice>{text('office.orders.readOnly')}</Notice>}
        {orders.items !== undefined ? (
          <Orders orders={orders.items} isFound={find !== undefined} mayOperate={mayOperate} />
        ) : orders.isError ? (
          <div className="card">
            <LoadFailure error={orders.error} retry={() => void orders.refetch()} />
          </div>
        ) : (
          <Loading />
        )}
        <More pages={orders} />
      </div>
    </Page>
  );
}

type OrdersProps = {
  readonly orders: readonly OfficeOrder[];
  readonly isFound: boolean;
  readonly mayOperate: boolean;
};

function Orders({ orders, isFound, mayOperate }: OrdersProps) {
  const text = useText();
  if (orders.length === 0)
    return (
      <div className="card">
        <EmptyState
          icon={isFound ? 'search' : 'check'}
          title={text(isFound ? 'office.orders.notFound' : 'office.orders.none')}
        >
          <p>{text(isFound ? 'office.orders.notFoundText' : 'office.orders.noneText')}</p>
        </EmptyState>
      </div>
    );
  return orders.map((order) => <OrderCard key={order.id} order={order} mayOperate={mayOperate} />);
}

function OrderCard({ order, mayOperate }: { readonly order: OfficeOrder; readonly mayOperate: boolean }) {
  const text = useText();
  const format = useFormat();
  const [settling, setSettling] = useState<Settling | null>(null);
  const { buyer, userName, placedAt, expiresAt, status, total, refunded, matters, items, id } = order;
  return (
    <Card>
      <div className="panel-head">
        <h2>{buyer?.name ?? text('office.shop.forgotten')}</h2>
        <OrderChip order={order} />
      </div>
      {matters.map((matter) => (
        <Matter
          key={matter.matterId}
          matter={matter}
          order={order}
          mayOperate={mayOperate}
          onSettle={(how) => setSettling({ order, matter, how })}
        />
      ))}
      <PlannedEnds order={order} mayOperate={mayOperate} />
      <Facts
        of={[
          [text('shop.orderNumber'), id],
          [text('office.orders.placed'), format.portal(placedAt)],
          status === 'open' ? [text('office.orders.expires'), format.portal(expiresAt)] : null,
          [
            text('office.orders.plants'),
            format.list(items.map(({ plantName, plantId }) => (plantName === '' ? plantId : plantName))),
          ],
          [text('shop.toPay'), format.euro(total)],
          refunded.cents > 0 ? [text('shop.refunded'), format.euro(refunded)] : null,
          buyer === null ? null : [text('office.orders.mail'), buyer.email],
          userName === null ? null : [text('account.userName'), userName],
        ]}
      />
      <OrderPast order={order} />
      {settling !== null && <SettleDialog settling={settling} onClose={() => setSettling(null)} />}
    </Card>
  );
}

type MatterProps = {
  readonly matter: OfficeOrder['matters'][number];
  readonly order: OfficeOrder;
  readonly mayOperate: boolean;
  readonly onSettle: (how: Settling['how']) => void;
};

/** What happened, what to do, and the ways in which it can be done. */
function Matter({ matter, order, mayOperate, onSettle }: MatterProps) {
  const text = useText();
  const words = useMatterWords();
  const format = useFormat();
  const { kind, ways, provider, providerRef, since } = matter;
  return (
    <div className="matter">
      <Notice tone={kind === 'refundRefused' ? 'fault' : 'warn'}>
        <p>
          <b>{words.title(matter)}</b>
        </p>
        <p>{words.happened(matter, order)}</p>
        <p>{text(`office.matter.${kind}.todo`)}</p>
        <p className="tertiary ids">
          {text('office.matter.of', { provider, ref: providerRef, when: format.portal(since) })}
        </p>
      </Notice>
      {mayOperate && (
        <div className="row">
          {ways.map((how) => (
            <Button key={how} onClick={() => onSettle(how)}>
              {words.way(how, kind)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
