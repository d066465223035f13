import './shop.css';
import { useQuery } from '@tanstack/react-query';
import type { PriceList } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { Table, type Column } from '../ui/table.js';
import { pricesQuery } from './api.js';

type Bracket = PriceList['brackets'][number];

/** What a licence costs, for everybody (F3). */
export function PricesPage() {
  const text = useText();
  const prices = useQuery(pricesQuery);
  return (
    <Page title={text('shop.prices')} lead={text('shop.pricesLead')} narrow>
      {prices.isError ? (
        <LoadFailure error={prices.error} retry={() => void prices.refetch()} />
      ) : prices.data === undefined ? (
        <Loading />
      ) : (
        <Prices list={prices.data} />
      )}
    </Page>
  );
}

function Prices({ list }: { readonly list: PriceList }) {
  const text = useText();
  const format = useFormat();
  const price = (gross: Bracket['gross365'], net: Bracket['net365']) => (
    <>
      <b>{format.euro(gross)}</b>
      <br />
      <span className="secondary">{text('shop.net', { price: format.euro(net) })}</span>
    </>
  );
  const columns: readonly Column<Bracket>[] = [
    {
      key: 'power',
      head: text('shop.power'),
      cell: ({ upToW }) => text('shop.upTo', { power: format.inWords(format.ratedPower(upToW)) }),
    },
    { key: '365', head: text('shop.term365'), right: true, cell: ({ gross365, net365 }) => price(gross365, net365) },
    { key: '730', head: text('shop.term730'), right: true, cell: ({ gross730, net730 }) => price(gross730, net730) },
  ];
  return (
    <div className="stack">
      {list.isExample && (
        <Notice tone="sun">
          <p>{text('shop.example')}</p>
        </Notice>
      )}
      <div className="card">
        <Table
          caption={text('shop.prices')}
          cards
          columns={columns}
          rows={list.brackets}
          rowKey={({ upToW }) => String(upToW)}
        />
      </div>
      <p className="secondary">
        {text('shop.grossNote', { rate: format.number(list.vatRatePercent), day: format.day(list.validFrom) })}{' '}
        {text('shop.onRequest')}
      </p>
    </div>
  );
}
