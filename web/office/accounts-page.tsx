import './office-list.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, EmptyState, Loading } from '../ui/surfaces.js';
import { AccountCard } from './account-card.js';
import { AccountHistoryCards } from './account-history.js';
import { accountQuery, useLookAgain } from './accounts-api.js';

const route = getRouteApi('/signed-in/office/accounts');

/** One account, for whoever has its owner on the telephone: found by its whole name or address, never by leafing. */
export function AccountsPage() {
  const text = useText();
  const lookAgain = useLookAgain();
  const { find = '' } = route.useSearch();
  const [name, setName] = useState(find);
  const form = useForm({
    initial: { '/name': find },
    validate: (values) => ({ '/name': required(text, values['/name']) }),
    submit: async (values) => {
      setName(values['/name'].trim());
      // The same name again is a wish to look again.
      await lookAgain();
    },
  });
  return (
    <Page title={text('office.accounts.title')} lead={text('office.accounts.lead')} form>
      <div className="stack">
        <Card>
          <FormFrame form={form} label={text('office.accounts.find')}>
            <TextField field={form.field('/name')} label={text('office.accounts.name')} autoCapitalize="none" />
            <FormActions form={form} submit={text('office.accounts.find')} />
          </FormFrame>
        </Card>
        {name !== '' && <Found name={name} />}
      </div>
    </Page>
  );
}

function Found({ name }: { readonly name: string }) {
  const text = useText();
  const accounts = useQuery(accountQuery(name));
  if (accounts.isPending) return <Loading />;
  if (accounts.data === undefined) return <LoadFailure error={accounts.error} retry={() => void accounts.refetch()} />;
  const [account] = accounts.data;
  if (account !== undefined)
    return (
      <>
        <AccountCard key={account.accountId} account={account} now={accounts.dataUpdatedAt} />
        <AccountHistoryCards account={account} />
      </>
    );
  return (
    <Card>
      <EmptyState icon="account" title={text('office.accounts.none')}>
        <p>{text('office.accounts.noneText')}</p>
      </EmptyState>
    </Card>
  );
}
