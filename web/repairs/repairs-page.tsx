import '../shop/shop.css';
import { Link } from '@tanstack/react-router';
import { usePages } from '../api/use-pages.js';
import type { RepairListItem } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { More } from '../ui/more.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { RepairChip } from './repair-chip.js';

/** Own repairs and drafts, the newest first. */
export function RepairsPage() {
  const text = useText();
  const pages = usePages<RepairListItem>('/repair-orders');
  const { items } = pages;
  const begin = (
    <ButtonLink look="primary" icon="service" to="/repairs/new">
      {text('repair.new')}
    </ButtonLink>
  );
  return (
    <Page title={text('repair.title')} lead={text('repair.lead')} actions={begin} narrow>
      {items === undefined ? (
        pages.isError ? (
          <LoadFailure error={pages.error} retry={() => void pages.refetch()} />
        ) : (
          <Loading />
        )
      ) : items.length === 0 ? (
        <div className="card">
          <EmptyState icon="service" title={text('repair.none')}>
            <p>{text('repair.noneText')}</p>
          </EmptyState>
        </div>
      ) : (
        <ul className="order-list card">
          {items.map((repair) => (
            <Row key={repair.id} repair={repair} />
          ))}
        </ul>
      )}
      <More pages={pages} />
      <p className="secondary">
        <Link to="/repair-prices">{text('repair.prices')}</Link>
      </p>
    </Page>
  );
}

function Row({ repair }: { readonly repair: RepairListItem }) {
  const text = useText();
  const format = useFormat();
  return (
    <li>
      <Link to="/repairs/$repairId" params={{ repairId: repair.id }}>
        <b>{repair.serialNumber ?? text('repair.unnamed')}</b>
        <span className="secondary">
          {repair.number} · {format.portal(repair.sentAt ?? repair.createdAt)}
          {repair.lastMessageFrom === 'office' && ` · ${text('repair.waiting')}`}
        </span>
      </Link>
      <RepairChip status={repair.status} />
    </li>
  );
}
