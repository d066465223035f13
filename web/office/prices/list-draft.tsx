import '../office-list.css';
import '../shop/shop.css';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { request } from '../../api/client.js';
import { useFormat } from '../../format/use-format.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { LeaveGuard } from '../../forms/leave-guard.js';
import { useForm, type FormErrors, type FormValues } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';

type Values = FormValues<string>;
export type ListForm = ReturnType<typeof useForm<string>>;

type ListDraftProps = {
  readonly label: string;
  readonly initial: Values;
  readonly validate: (values: Values) => FormErrors<string>;
  /** What is published, as the API takes it. */
  readonly body: (values: Values) => object;
  /** The lists in the API, and the page that shows them. */
  readonly lists: '/office/price-lists' | '/office/repair-price-lists';
  readonly page: '/office/prices' | '/office/repair-prices';
  /** What changes against the list in force. */
  readonly changes: (values: Values) => ReactNode;
  /** Stands beside the button that leads on. */
  readonly beside?: (form: ListForm) => ReactNode;
  readonly children: (form: ListForm) => ReactNode;
};

/** A price list is drafted, looked at beside the one in force, and published from a day on. */
export function ListDraft(props: ListDraftProps) {
  const { label, initial, validate, body, lists, page, changes, beside, children } = props;
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const toast = useToast();
  const client = useQueryClient();
  const [isPreview, setPreview] = useState(false);
  const form = useForm<string>({
    initial,
    validate,
    submit: async (values) => {
      if (!isPreview) return setPreview(true);
      try {
        await request<unknown>('POST', lists, { body: body(values) });
      } catch (error) {
        // What is wrong stands beside its field.
        setPreview(false);
        throw error;
      }
      await client.invalidateQueries({ queryKey: lists.slice(1).split('/') });
      toast(text('office.prices.done', { day: format.day(values['/validFrom'] ?? '') }));
      await navigate({ to: page });
    },
  });
  const day = format.day(form.values['/validFrom'] ?? '');
  return (
    <FormFrame form={form} label={label}>
      <LeaveGuard form={form} />
      {isPreview ? (
        <>
          <Card>
            <h2>{text('office.prices.previewTitle', { day })}</h2>
            <p className="secondary preview-text">{text('office.prices.previewText', { day })}</p>
            {changes(form.values)}
          </Card>
          <div className="form-actions">
            <Button onClick={() => setPreview(false)}>{text('office.prices.goOn')}</Button>
            <Button look="primary" type="submit" busy={form.busy}>
              {text('office.prices.publish')}
            </Button>
          </div>
        </>
      ) : (
        <>
          {children(form)}
          {beside?.(form)}
          <FormActions form={form} submit={text('office.prices.preview')} />
        </>
      )}
    </FormFrame>
  );
}
