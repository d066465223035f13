import type { OfficePriceList } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { ButtonLink } from '../../ui/button.js';
import { More } from '../../ui/more.js';
import { Page } from '../../ui/page.js';
import { Loading } from '../../ui/surfaces.js';
import { Table, type Column } from '../../ui/table.js';
import { ListCards } from '../prices/list-cards.js';

/** Every price list: the one in force, those that are announced, and those that are past. */
export function PriceListsPage() {
  const text = useText();
  const lists = usePages<OfficePriceList>('/office/price-lists');
  return (
    <Page
      title={text('office.prices.title')}
      lead={text('office.prices.lead')}
      actions={
        <ButtonLink look="primary" icon="add" to="/office/prices/new">
          {text('office.prices.new')}
        </ButtonLink>
      }
    >
      {lists.items !== undefined ? (
        <>
          <ListCards lists={lists.items} example={text('office.prices.example')}>
            {(list) => <Brackets list={list} />}
          </ListCards>
          <More pages={lists} />
        </>
      ) : lists.isError ? (
        <div className="card">
          <LoadFailure error={lists.error} retry={() => void lists.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Brackets({ list }: { readonly list: OfficePriceList }) {
  const text = useText();
  const format = useFormat();
  type Bracket = OfficePriceList['brackets'][number];
  const price = (net: Bracket['net365'], gross: Bracket['gross365']) => (
    <>
      {format.euro(net)}
      <span className="under num">{text('office.prices.gross', { price: format.euro(gross) })}</span>
    </>
  );
  const columns: readonly Column<Bracket>[] = [
    {
      key: 'power',
      head: text('shop.power'),
      cell: ({ upToW }) => text('shop.upTo', { power: format.inWords(format.ratedPower(upToW)) }),
    },
    { key: '365', head: text('shop.term365'), right: true, cell: ({ net365, gross365 }) => price(net365, gross365) },
    { key: '730', head: text('shop.term730'), right: true, cell: ({ net730, gross730 }) => price(net730, gross730) },
  ];
  return (
    <div className="price-table">
      <Table
        caption={text('shop.prices')}
        cards
        columns={columns}
        rows={list.brackets}
        rowKey={({ upToW }) => String(upToW)}
      />
      {list.publishedAt !== null && (
        <p className="tertiary">{text('office.prices.published', { when: format.portal(list.publishedAt) })}</p>
      )}
    </div>
  );
}
