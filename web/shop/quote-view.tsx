import type { Quote } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Notice } from '../ui/surfaces.js';
import { Calculations } from './calculation.js';

/** What is bought: plant, power, days, and why it begins when it does. */
export function QuoteItems({ quote }: { readonly quote: Quote }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <ul className="quote-items">
        {quote.items.map((item) => (
          <li key={item.plantId}>
            <div>
              <b>{item.plantName}</b>
              <span className="secondary">
                {format.inWords(format.ratedPower(item.licensedPowerW))} · {text(`shop.term${item.termDays}`)}
              </span>
              <span>
                {text('shop.period', { first: format.day(item.firstDay), last: format.day(item.lastDay) })}{' '}
                <span className="secondary">({text(`shop.because.${item.because}`)})</span>
              </span>
              {item.standstill !== null && (
                <span className="secondary">
                  {text('shop.standstill', {
                    from: format.day(item.standstill.usableFrom),
                    days: format.number(item.standstill.usableDays),
                    term: format.number(item.termDays),
                    later: format.day(item.standstill.paymentCountsFrom),
                  })}
                </span>
              )}
              <Calculations of={item.calculations} />
            </div>
            <span className="amount">{format.euro(item.net)}</span>
          </li>
        ))}
      </ul>
      {quote.items.some(({ isPowerAssumed }) => isPowerAssumed) && (
        <Notice>
          <p>{text('shop.assumed')}</p>
        </Notice>
      )}
    </>
  );
}

type Totals = Pick<Quote, 'net' | 'vat' | 'vatRatePercent' | 'vatTreatment' | 'gross' | 'credit' | 'total'>;

/** Net, VAT, total, credit, and what is to be paid. */
export function QuoteTotals({ quote }: { readonly quote: Totals }) {
  const text = useText();
  const format = useFormat();
  const hasCredit = quote.credit.cents > 0;
  return (
    <dl className="totals">
      <div>
        <dt>{text('shop.sum')}</dt>
        <dd>{format.euro(quote.net)}</dd>
      </div>
      <div>
        <dt>{text(`shop.vat.${quote.vatTreatment}`, { rate: format.number(quote.vatRatePercent) })}</dt>
        <dd>{format.euro(quote.vat)}</dd>
      </div>
      <div className={hasCredit ? undefined : 'final'}>
        <dt>{text('shop.total')}</dt>
        <dd>{format.euro(quote.gross)}</dd>
      </div>
      {hasCredit && (
        <>
          <div>
            <dt>{text('shop.credit')}</dt>
            <dd>−{format.euro(quote.credit)}</dd>
          </div>
          <div className="final">
            <dt>{text('shop.toPay')}</dt>
            <dd>{format.euro(quote.total)}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
