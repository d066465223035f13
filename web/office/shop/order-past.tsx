import { Link } from '@tanstack/react-router';
import type { OfficeOrder } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { useMatterWords } from './matter-words.js';

/** What came, went back and was settled, and where to look further. */
export function OrderPast({ order }: { readonly order: OfficeOrder }) {
  const text = useText();
  const format = useFormat();
  const { amount } = useMatterWords();
  const { differences, refunds, settlements, invoices, items, vatEvidence } = order;
  const lines = [
    ...differences.map(({ at, reason, amount: came }) =>
      text('office.past.came', {
        when: format.portal(at),
        amount: amount(came),
        why: text(`office.difference.${reason}`),
      }),
    ),
    ...refunds.map(({ amount: back, state, reason }) =>
      text(`office.past.refund.${state}`, { amount: format.euro(back), why: text(`office.refund.${reason}`) }),
    ),
    ...settlements.map(({ at, how, reason }) => text(`office.past.${how}`, { when: format.portal(at), reason })),
  ];
  return (
    <div className="past">
      {lines.length > 0 && (
        <details>
          <summary>{text('office.past.title')}</summary>
          <ul className="bullets">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {vatEvidence !== null && (
        <details>
          <summary>{text('office.past.vat')}</summary>
          <p>
            {text(vatEvidence.evidenceId === null ? 'office.past.vatChecked' : 'office.past.vatCheckedAs', {
              id: vatEvidence.vatId ?? text('office.shop.forgotten'),
              by: text(`vat.by.${vatEvidence.authority}`),
              when: format.portal(vatEvidence.checkedAt),
              number: vatEvidence.evidenceId ?? '',
            })}
          </p>
          {vatEvidence.answer !== null && (
            <>
              <p className="secondary">{text('office.past.vatAnswer')}</p>
              <pre className="secondary raw-answer">{vatEvidence.answer}</pre>
            </>
          )}
        </details>
      )}
      <div className="row links">
        {items.map(({ plantId, plantName }) => (
          <Link key={plantId} to="/office/licences/$plantId" params={{ plantId }} search={{}}>
            {text('office.past.licence', { plant: plantName === '' ? plantId : plantName })}
          </Link>
        ))}
        {invoices.map(({ number, kind }) => (
          <a key={number} href={`/api/v1/office/invoices/${number}.pdf`} download>
            {text(`shop.invoice.${kind}`)} {number}
          </a>
        ))}
      </div>
    </div>
  );
}
