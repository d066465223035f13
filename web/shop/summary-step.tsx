import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api/client.js';
import type { DocumentKind, Quote } from '../api/types.js';
import { Checkbox, SelectField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import type { MessageId } from '../i18n/de.js';
import { useLanguage } from '../i18n/language.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/surfaces.js';
import type { PlacedOrder, Wish } from './api.js';
import { Asked, type AskedQuote } from './asked.js';
import { QuoteItems, QuoteTotals } from './quote-view.js';

type SummaryStepProps = AskedQuote & { readonly items: readonly Wish[]; readonly onBack: () => void };

/** Everything once more before the button that obliges to pay (§ 312j BGB). */
export function SummaryStep({ items, onBack, ...asked }: SummaryStepProps) {
  const text = useText();
  return (
    <Card>
      <h2>{text('shop.summaryTitle')}</h2>
      <Asked {...asked}>
        {(quote) => <OrderForm quote={quote} items={items} onBack={onBack} onChanged={asked.retry} />}
      </Asked>
    </Card>
  );
}

type OrderFormProps = {
  readonly quote: Quote;
  readonly items: readonly Wish[];
  readonly onBack: () => void;
  readonly onChanged: () => void;
};

function OrderForm({ quote, items, onBack, onChanged }: OrderFormProps) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  // One click is one order, also when it is sent again after the network was away.
  const [key] = useState(() => crypto.randomUUID());
  const version = (kind: DocumentKind) => quote.documents.find((document) => document.kind === kind)?.version ?? '';
  const accepted = (value: string, missing: MessageId) => (value === 'yes' ? undefined : text(missing));
  const form = useForm({
    initial: {
      '/language': language as string,
      '/accepted/terms': '',
      '/accepted/generalTerms': '',
      '/accepted/earlyStart': '',
    },
    validate: (values) => ({
      '/accepted/terms': accepted(values['/accepted/terms'], 'shop.must.terms'),
      '/accepted/generalTerms': accepted(values['/accepted/generalTerms'], 'shop.must.generalTerms'),
      '/accepted/earlyStart': quote.needsEarlyStart
        ? accepted(values['/accepted/earlyStart'], 'shop.must.earlyStart')
        : undefined,
    }),
    submit: async (values) => {
      const body = {
        items,
        language: values['/language'],
        accepted: {
          terms: version('terms'),
          generalTerms: version('general-terms'),
          ...(quote.needsEarlyStart ? { earlyStart: true } : {}),
        },
        quoteTotal: quote.total,
      };
      try {
        const order = await request<PlacedOrder>('POST', '/orders', {
          body,
          idempotencyKey: `${key}-${quote.total.cents}`,
        });
        await client.invalidateQueries({ queryKey: ['orders'] });
        await client.invalidateQueries({ queryKey: ['plants'] });
        if (order.paymentUrl !== null) location.assign(order.paymentUrl);
        else await navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
      } catch (error) {
        onChanged();
        throw error;
      }
    },
  });
  return (
    <FormFrame form={form} label={text('shop.summaryTitle')}>
      <p className="secondary">{text('shop.essentials')}</p>
      <QuoteItems quote={quote} />
      <SelectField
        field={form.field('/language')}
        label={text('shop.language')}
        options={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Checkbox
        field={form.field('/accepted/terms')}
        required
        label={<TextWithLink id="shop.acceptTerms" link={documentLink('terms')} />}
      />
      <Checkbox
        field={form.field('/accepted/generalTerms')}
        required
        label={<TextWithLink id="shop.acceptGeneral" link={documentLink('general-terms')} />}
      />
      {quote.needsEarlyStart && (
        <Checkbox
          field={form.field('/accepted/earlyStart')}
          required
          label={text('shop.earlyStart')}
          help={documentLink('withdrawal')(text('shop.withdrawalLink'))}
        />
      )}
      <QuoteTotals quote={quote} />
      <p className="secondary">{text('shop.payMethods')}</p>
      <div className="form-actions">
        <Button onClick={onBack}>{text('ui.back')}</Button>
        <Button look="primary" large type="submit" busy={form.busy}>
          {text('shop.order')}
        </Button>
      </div>
    </FormFrame>
  );
}

/** Opens beside the form, so that nothing that was typed is lost. */
const documentLink = (kind: DocumentKind) =>
  function DocumentLink(label: React.ReactNode) {
    return (
      <Link to="/documents/$kind" params={{ kind }} target="_blank">
        {label}
      </Link>
    );
  };
