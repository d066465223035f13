import type { RepairOrder } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Table } from '../ui/table.js';

export type Offer = NonNullable<RepairOrder['offer']>;

/** The positions of an offer and what they come to. */
export function OfferView({ offer }: { readonly offer: Offer }) {
  const text = useText();
  const format = useFormat();
  const vat =
    offer.vatTreatment === 'domestic'
      ? text('repair.vat', { rate: format.number(offer.vatRatePercent) })
      : text(`repair.${offer.vatTreatment}`);
  return (
    <div className="stack">
      <p>{text(`repair.category.${offer.category}`)}</p>
      <Table
        caption={text('repair.offer')}
        cards
        columns={[
          { key: 'what', head: text('repair.position'), cell: ({ description }) => description },
          { key: 'count', head: text('repair.quantity'), right: true, cell: ({ quantity }) => quantity },
          { key: 'unit', head: text('repair.unit'), right: true, cell: ({ unitNet }) => format.euro(unitNet) },
          { key: 'sum', head: text('repair.sum'), right: true, cell: ({ net }) => format.euro(net) },
        ]}
        rows={offer.positions.map((position, index) => ({ ...position, index }))}
        rowKey={({ index }) => String(index)}
      />
      <dl className="repair-facts">
        <dt>{text('repair.net')}</dt>
        <dd>{format.euro(offer.net)}</dd>
        <dt>{vat}</dt>
        <dd>{format.euro(offer.vat)}</dd>
        <dt>
          <b>{text('repair.gross')}</b>
        </dt>
        <dd>
          <b>{format.euro(offer.gross)}</b>
        </dd>
      </dl>
      {offer.note !== null && <p className="repair-text">{offer.note}</p>}
    </div>
  );
}
