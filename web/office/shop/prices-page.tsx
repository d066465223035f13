import '../office-list.css';
import './shop.css';
import type { OfficePriceList } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { ButtonLink } from '../../ui/button.js';
import { More } from '../../ui/more.js';
import { Page } from '../../ui/page.js';
import { Card, Chip, Loading, Notice } from '../../ui/surfaces.js';
import { Table, type Column } from '../../ui/table.js';

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
          <Lists lists={lists.items} />
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

function Lists({ lists }: { readonly lists: readonly OfficePriceList[] }) {
  const text = useText();
  const announced = lists.filter(({ state }) => state === 'announced');
  const inForce = lists.filter(({ state }) => state === 'inForce');
  const past = lists.filter(({ state }) => state === 'past');
  return (
    <div className="stack">
      {inForce.some(({ isExample }) => isExample) && announced.length === 0 && (
        <Notice tone="sun">
          <p>{text('office.prices.example')}</p>
        </Notice>
      )}
      {[...announced, ...inForce].map((list) => (
        <PriceListCard key={list.version} list={list} />
      ))}
      {past.length > 0 && (
        <section className="stack" aria-label={text('office.prices.past')}>
          <h2>{text('office.prices.past')}</h2>
          {past.map((list) => (
            <details key={list.version} className="card panel past-list">
              <summary>
                <ListTitle list={list} />
              </summary>
              <Brackets list={list} />
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

const looks = {
  announced: { tone: 'sun', icon: 'clock' },
  inForce: { tone: 'ok', icon: 'check' },
  past: { tone: 'mute', icon: 'circle' },
} as const;

function PriceListCard({ list }: { readonly list: OfficePriceList }) {
  const text = useText();
  return (
    <Card>
      <div className="panel-head">
        <h2>
          <ListTitle list={list} />
        </h2>
        <Chip {...looks[list.state]}>{text(`office.prices.state.${list.state}`)}</Chip>
      </div>
      <Brackets list={list} />
    </Card>
  );
}

function ListTitle({ list }: { readonly list: OfficePriceList }) {
  const text = useText();
  const format = useFormat();
  const { isExample, version, validFrom, until } = list;
  const name = isExample ? text('office.prices.exampleName') : text('office.prices.name', { version });
  if (until !== null && until <= validFrom) return text('office.prices.replaced', { name });
  if (until === null) return text('office.prices.from', { name, from: format.day(validFrom) });
  return text('office.prices.fromUntil', { name, from: format.day(validFrom), until: format.day(until) });
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
