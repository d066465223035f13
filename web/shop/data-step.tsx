import { countryName } from '../forms/countries.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Card } from '../ui/surfaces.js';
import { Asked, type AskedQuote } from './asked.js';

/** Whom the invoice goes to, and how it is taxed. */
export function DataStep({ onBack, onNext, ...asked }: AskedQuote & { onBack: () => void; onNext: () => void }) {
  const text = useText();
  const format = useFormat();
  return (
    <Card>
      <h2>{text('shop.invoiceTo')}</h2>
      <Asked {...asked}>
        {({ buyer, vatTreatment, vatRatePercent }) => (
          <>
            <address className="buyer">
              <b>{buyer.name}</b>
              {buyer.contactName !== null && <span>{buyer.contactName}</span>}
              <span>{buyer.street}</span>
              <span>
                {buyer.postcode} {buyer.town}, {countryName(buyer.country, format.language)}
              </span>
              {buyer.vatId !== null && <span>{text('shop.vatId', { id: buyer.vatId })}</span>}
            </address>
            <p className="secondary">{text(`shop.vat.${vatTreatment}`, { rate: format.number(vatRatePercent) })}</p>
          </>
        )}
      </Asked>
      <div className="form-actions">
        <ButtonLink look="quiet" to="/account">
          {text('shop.changeData')}
        </ButtonLink>
        <Button onClick={onBack}>{text('ui.back')}</Button>
        <Button look="primary" disabled={asked.quote === undefined} onClick={onNext}>
          {text('shop.next')}
        </Button>
      </div>
    </Card>
  );
}
