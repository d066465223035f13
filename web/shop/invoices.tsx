import type { Order } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';
import { Card } from '../ui/surfaces.js';

/** The documents of an order, as files. */
export function Invoices({ order: { invoices } }: { readonly order: Order }) {
  const text = useText();
  const format = useFormat();
  if (invoices.length === 0) return null;
  return (
    <Card>
      <h2>{text('shop.invoices')}</h2>
      <ul className="invoice-list">
        {invoices.map(({ number, kind, issuedOn, gross }) => (
          <li key={number}>
            <a href={`/api/v1/invoices/${number}.pdf`} download>
              <Icon name="download" /> {text(`shop.invoice.${kind}`)} {number}
            </a>
            <span className="secondary">
              {format.day(issuedOn)} · {format.euro(gross)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
