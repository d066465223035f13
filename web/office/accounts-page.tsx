import './office-list.css';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceWords } from '../account/device-name.js';
import { request } from '../api/client.js';
import type { OfficeAccount, Page as PageOf } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Dialog, EmptyState, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useMay } from './use-rights.js';

const accountQuery = (name: string) =>
  queryOptions({
    queryKey: ['office', 'accounts', name],
    queryFn: async ({ signal }) =>
      (await request<PageOf<OfficeAccount>>('GET', '/office/accounts', { query: { name }, signal })).items,
  });

/** One account, for whoever has its owner on the telephone: found by its whole name or address, never by leafing. */
export function AccountsPage() {
  const text = useText();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const form = useForm({
    initial: { '/name': '' },
    validate: (values) => ({ '/name': required(text, values['/name']) }),
    submit: async (values) => {
      const wanted = values['/name'].trim();
      setName(wanted);
      // The same name again is a wish to look again.
      await client.invalidateQueries({ queryKey: accountQuery(wanted).queryKey });
    },
  });
  return (
    <Page title={text('office.accounts.title')} lead={text('office.accounts.lead')} narrow>
      <div className="stack">
        <Card>
          <FormFrame form={form} label={text('office.accounts.find')}>
            <TextField field={form.field('/name')} label={text('office.accounts.name')} autoCapitalize="none" />
            <div className="form-actions">
              <Button look="primary" type="submit" busy={form.busy}>
                {text('office.accounts.find')}
              </Button>
            </div>
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
    return <Account key={account.accountId} account={account} name={name} now={accounts.dataUpdatedAt} />;
  return (
    <Card>
      <EmptyState icon="account" title={text('office.accounts.none')}>
        <p>{text('office.accounts.noneText')}</p>
      </EmptyState>
    </Card>
  );
}

type AccountProps = { readonly account: OfficeAccount; readonly name: string; readonly now: number };

function Account({ account, name, now }: AccountProps) {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const { accountId, userName, email, kind, registeredAt, sessions } = account;
  const facts = [
    [text('account.userName'), userName],
    [text('email.title'), email],
    [text('account.kind'), text(kinds[kind])],
    [text('account.since'), format.day(registeredAt)],
    [text('office.accounts.id'), accountId],
  ] as const;
  return (
    <Card>
      <div className="panel-head">
        <h2>{userName}</h2>
      </div>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div className="fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{text('office.accounts.sessions', { count: sessions.length })}</h3>
      <ul className="bullets">
        {sessions.map((session) => (
          <li key={`${session.openedAt}${session.userAgent}`}>
            {deviceWords(text, session.userAgent)}
            {', '}
            {text('office.accounts.lastUsed', { age: format.age(session.lastUsedAt, now) })}
          </li>
        ))}
      </ul>
      {may('accounts:sign-out') && sessions.length > 0 && (
        <div className="form-actions">
          <Button icon="signOut" onClick={() => setAsking(true)}>
            {text('office.accounts.signOut')}
          </Button>
        </div>
      )}
      {isAsking && <SignOutDialog account={account} name={name} onClose={() => setAsking(false)} />}
    </Card>
  );
}

const kinds = {
  business: 'register.business',
  consumer: 'register.consumer',
  operator: 'account.operator',
} as const;

type SignOutDialogProps = { readonly account: OfficeAccount; readonly name: string; readonly onClose: () => void };

function SignOutDialog({ account: { accountId, userName }, name, onClose }: SignOutDialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => request<undefined>('DELETE', `/office/accounts/${accountId}/sessions`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: accountQuery(name).queryKey });
      toast(text('office.accounts.signedOut', { name: userName }));
      onClose();
    },
  });
  return (
    <Dialog
      title={text('office.accounts.signOutTitle', { name: userName })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" busy={signOut.isPending} onClick={() => signOut.mutate()}>
            {text('office.accounts.signOut')}
          </Button>
        </>
      }
    >
      <p className="secondary">{text('office.accounts.signOutText')}</p>
      {signOut.error !== null && <LoadFailure error={signOut.error} />}
    </Dialog>
  );
}
