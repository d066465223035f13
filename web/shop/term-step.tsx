import type { Quote } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Segmented } from '../ui/segmented.js';
import { Card } from '../ui/surfaces.js';
import { Asked, type AskedQuote } from './asked.js';
import { QuoteItems, QuoteTotals } from './quote-view.js';

type TermStepProps = AskedQuote & {
  readonly termDays: 365 | 730;
  readonly onTerm: (termDays: 365 | 730) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

/** For how long, with what it costs and from when to when it is valid. */
export function TermStep({ termDays, onTerm, onBack, onNext, ...asked }: TermStepProps) {
  const text = useText();
  return (
    <Card>
      <h2>{text('shop.chooseTerm')}</h2>
      <Segmented
        label={text('shop.chooseTerm')}
        value={String(termDays)}
        onChange={(value) => onTerm(value === '730' ? 730 : 365)}
        options={[
          { value: '365', label: text('shop.term365') },
          { value: '730', label: text('shop.term730') },
        ]}
      />
      <Asked {...asked}>
        {(quote: Quote) => (
          <>
            <QuoteItems quote={quote} />
            <QuoteTotals quote={quote} />
          </>
        )}
      </Asked>
      <div className="form-actions">
        <Button onClick={onBack}>{text('ui.back')}</Button>
        <Button look="primary" disabled={asked.quote === undefined} onClick={onNext}>
          {text('shop.next')}
        </Button>
      </div>
    </Card>
  );
}
