import { useQuery } from '@tanstack/react-query';
import type { RepairPrices } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { Table, type Column } from '../ui/table.js';
import { repairCategories, repairPricesQuery } from './api.js';

type Item = RepairPrices['items'][number];

/** "Online Services Preise": what a repair costs, for everybody (H5). */
export function RepairPricesPage() {
  const text = useText();
  const prices = useQuery(repairPricesQuery);
  return (
    <Page title={text('repair.prices')} lead={text('repair.pricesLead')}>
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

function Prices({ list }: { readonly list: RepairPrices }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="stack">
      {list.isExample && (
        <Notice tone="sun">
          <p>{text('repair.example')}</p>
        </Notice>
      )}
      <div className="card">
        <RepairPriceTable items={list.items} />
      </div>
      <p className="secondary">
        {text('repair.pricesNote', {
          rate: format.number(list.vatRatePercent),
          day: format.day(list.validFrom),
          years: list.warrantyYears,
        })}
      </p>
      <details className="card panel">
        <summary>{text('repair.categories')}</summary>
        <ul>
          {repairCategories.map((category) => (
            <li key={category}>{text(`repair.category.${category}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What each work costs, by the category of the device. */
export function RepairPriceTable({ items }: { readonly items: readonly Item[] }) {
  const text = useText();
  const format = useFormat();
  const columns: readonly Column<Item>[] = [
    { key: 'work', head: text('repair.work'), cell: ({ name }) => name[format.language] },
    ...repairCategories.map((category) => ({
      key: category,
      head: text(`repair.short.${category}`),
      right: true,
      cell: ({ gross, net }: Item) => {
        const [price, without] = [gross[category], net[category]];
        if (price === null || without === null) return text('repair.notOffered');
        if (price.cents === 0) return text('repair.free');
        return (
          <>
            <b>{format.euro(price)}</b>
            <br />
            <span className="secondary">{text('repair.netPrice', { price: format.euro(without) })}</span>
          </>
        );
      },
    })),
  ];
  return <Table caption={text('repair.prices')} cards columns={columns} rows={items} rowKey={({ code }) => code} />;
}
