import './office-list.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/client.js';
import type { UnconfirmedBusiness } from '../api/types.js';
import { usePages } from '../api/use-pages.js';
import { countryName } from '../forms/countries.js';
import { TextArea } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { More } from '../ui/more.js';
import { Page } from '../ui/page.js';
import { Dialog, EmptyState, Loading } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';
import { useToast } from '../ui/toast.js';

/** Businesses outside the EU have no VAT id that an authority would confirm: somebody here does. */
export function BusinessesPage() {
  const text = useText();
  const businesses = usePages<UnconfirmedBusiness>('/office/unconfirmed-businesses');
  const [asked, setAsked] = useState<UnconfirmedBusiness | null>(null);
  return (
    <Page title={text('office.businesses.title')} lead={text('office.businesses.lead')}>
      {businesses.isError && businesses.items === undefined && (
        <div className="card">
          <LoadFailure error={businesses.error} retry={() => void businesses.refetch()} />
        </div>
      )}
      {businesses.isPending && <Loading />}
      {businesses.items !== undefined && (
        <div className="card office-list">
          {businesses.items.length === 0 ? (
            <EmptyState icon="check" title={text('office.businesses.none')}>
              <p>{text('office.businesses.noneText')}</p>
            </EmptyState>
          ) : (
            <BusinessTable businesses={businesses.items} onConfirm={setAsked} />
          )}
        </div>
      )}
      <More pages={businesses} />
      {asked !== null && <ConfirmDialog business={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

type BusinessTableProps = {
  readonly businesses: readonly UnconfirmedBusiness[];
  readonly onConfirm: (business: UnconfirmedBusiness) => void;
};

function BusinessTable({ businesses, onConfirm }: BusinessTableProps) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Table
      caption={text('office.businesses.title')}
      rows={businesses}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          key: 'who',
          head: text('office.businesses.company'),
          cell: ({ name, userName }) => (
            <>
              <b>{name}</b>
              <span className="under">{userName}</span>
            </>
          ),
        },
        {
          key: 'where',
          head: text('office.businesses.address'),
          cell: ({ street, postcode, town, country }) => (
            <>
              {street}, {postcode} {town}
              <span className="under">{countryName(country, language)}</span>
            </>
          ),
        },
        { key: 'taxId', head: text('office.businesses.taxId'), cell: ({ vatId }) => vatId ?? '–' },
        {
          key: 'act',
          head: <span className="visually-hidden">{text('office.businesses.action')}</span>,
          cell: (business) => (
            <Button
              aria-label={text('office.businesses.confirmOne', { name: business.name })}
              onClick={() => onConfirm(business)}
            >
              {text('office.businesses.confirm')}
            </Button>
          ),
        },
      ]}
    />
  );
}

type ConfirmDialogProps = { readonly business: UnconfirmedBusiness; readonly onClose: () => void };

function ConfirmDialog({ business, onClose }: ConfirmDialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { accountId, name } = business;
  const title = text('office.businesses.confirmTitle', { name });
  const form = useForm({
    initial: { '/evidence': '' },
    validate: (values) => ({ '/evidence': textUpTo(text, values['/evidence'], 500) }),
    submit: async (values) => {
      const body = { evidence: values['/evidence'].trim() };
      await request('POST', `/office/accounts/${accountId}/business-confirmation`, { body, idempotencyKey });
      await client.invalidateQueries({ queryKey: ['office', 'unconfirmed-businesses'] });
      toast(text('office.businesses.confirmed', { name }));
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">{text('office.businesses.confirmText')}</p>
        <TextArea
          field={form.field('/evidence')}
          label={text('office.businesses.evidence')}
          help={text('office.businesses.evidenceHelp')}
        />
        <FormActions form={form} submit={text('office.businesses.confirm')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
