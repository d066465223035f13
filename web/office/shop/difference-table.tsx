import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { Table, type Column } from '../../ui/table.js';
import type { Difference } from './price-difference.js';

type Term = 'net365Cents' | 'net730Cents';

/** What a new price list changes, power by power: before, after, and by how much. */
export function DifferenceTable({ of }: { readonly of: readonly Difference[] }) {
  const text = useText();
  const format = useFormat();
  const columns: readonly Column<Difference>[] = [
    {
      key: 'power',
      head: text('shop.power'),
      cell: ({ upToW }) => text('shop.upTo', { power: format.inWords(format.ratedPower(upToW)) }),
    },
    { key: '365', head: text('shop.term365'), right: true, cell: (row) => <Change row={row} term="net365Cents" /> },
    { key: '730', head: text('shop.term730'), right: true, cell: (row) => <Change row={row} term="net730Cents" /> },
  ];
  return (
    <Table
      caption={text('office.prices.difference')}
      cards
      columns={columns}
      rows={of}
      rowKey={({ upToW }) => String(upToW)}
    />
  );
}

function Change({ row: { before, after }, term }: { readonly row: Difference; readonly term: Term }) {
  const text = useText();
  const format = useFormat();
  const price = (cents: number | undefined) =>
    cents === undefined ? text('office.prices.onRequest') : format.euro({ cents });
  const [old, next] = [before?.[term], after?.[term]];
  if (old === next)
    return (
      <>
        {price(next)}
        <span className="under">{text('office.prices.same')}</span>
      </>
    );
  const percent = old === undefined || next === undefined || old === 0 ? null : ((next - old) / old) * 100;
  return (
    <>
      <b>{price(next)}</b>
      <span className="under num">{text('office.prices.before', { price: price(old) })}</span>
      {percent !== null && (
        <span className="under num">
          {percent > 0 ? '+' : ''}
          {format.number(percent, { max: 1 })} %
        </span>
      )}
    </>
  );
}
