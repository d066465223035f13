import '../office-list.css';
import '../shop/shop.css';
import type { RepairPrices } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { RepairPriceTable } from '../../repairs/prices-page.js';
import { LoadFailure } from '../../shell/failure.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Card, Chip, Loading, Notice } from '../../ui/surfaces.js';
import { sortedLists, useRepairPriceLists } from './price-lists.js';

/** Every price list for repairs: the one in force, those that are announced, and those that are past (H5). */
export function OfficeRepairPricesPage() {
  const text = useText();
  const lists = useRepairPriceLists();
  return (
    <Page
      title={text('office.repairPrices.title')}
      lead={text('office.repairPrices.lead')}
      actions={
        <ButtonLink look="primary" icon="add" to="/office/repair-prices/new">
          {text('office.prices.new')}
        </ButtonLink>
      }
    >
      {lists.data !== undefined ? (
        <Lists lists={lists.data} />
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

const looks = {
  announced: { tone: 'sun', icon: 'clock' },
  inForce: { tone: 'ok', icon: 'check' },
} as const;

function Lists({ lists }: { readonly lists: readonly RepairPrices[] }) {
  const text = useText();
  const { announced, inForce, past } = sortedLists(lists);
  const shown = [
    ...announced.map((list) => ({ list, state: 'announced' as const })),
    ...(inForce === undefined ? [] : [{ list: inForce, state: 'inForce' as const }]),
  ];
  return (
    <div className="stack">
      {inForce?.isExample === true && announced.length === 0 && (
        <Notice tone="sun">
          <p>{text('office.repairPrices.example')}</p>
        </Notice>
      )}
      {shown.map(({ list, state }) => (
        <Card key={list.version} className="panel office-list">
          <div className="panel-head">
            <h2>
              <Title list={list} />
            </h2>
            <Chip {...looks[state]}>{text(`office.prices.state.${state}`)}</Chip>
          </div>
          <Content list={list} />
        </Card>
      ))}
      {past.length > 0 && (
        <section className="stack" aria-label={text('office.prices.past')}>
          <h2>{text('office.prices.past')}</h2>
          {past.map((list) => (
            <details key={list.version} className="card panel past-list">
              <summary>
                <Title list={list} />
              </summary>
              <Content list={list} />
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

function Title({ list: { isExample, version, validFrom } }: { readonly list: RepairPrices }) {
  const text = useText();
  const format = useFormat();
  const name = isExample ? text('office.prices.exampleName') : text('office.prices.name', { version });
  return text('office.prices.from', { name, from: format.day(validFrom) });
}

function Content({ list }: { readonly list: RepairPrices }) {
  const text = useText();
  return (
    <>
      <RepairPriceTable items={list.items} />
      <p className="tertiary">{text('office.repairPrices.warranty', { years: list.warrantyYears })}</p>
    </>
  );
}
