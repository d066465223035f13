import { useState } from 'react';
import { request } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import { SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { atMost, emailAddress, required } from '../forms/rules.js';
import { useForm, type FieldProps, type FormErrors, type FormValues } from '../forms/use-form.js';
import { useText, type Text } from '../i18n/use-text.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';

type Receipt = { readonly receivedAt: string; readonly email: string };

/** Withdrawal without signing in (§ 356a BGB): a name, the contract, an address for the confirmation, one button. */
export function WithdrawPage() {
  const text = useText();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const form = useForm({
    initial: { '/name': '', '/contract': '', '/plant': '', '/email': '' },
    validate: (values) => ({ ...wrongOnes(text, values), '/plant': atMost(text, values['/plant'], 120) }),
    submit: async (values) => {
      const email = values['/email'].trim();
      const plant = values['/plant'].trim();
      const body = {
        ...{ name: values['/name'], contract: values['/contract'], email },
        ...(plant === '' ? {} : { plant }),
      };
      const { receivedAt } = await request<Receipt>('POST', '/withdrawals', { body });
      setReceipt({ receivedAt, email });
    },
  });
  return (
    <Page title={text('declare.withdraw')} lead={text('declare.withdrawLead')} narrow>
      {receipt !== null ? (
        <Received receipt={receipt} />
      ) : (
        <Card>
          <FormFrame form={form} label={text('declare.withdraw')}>
            <WhoAndWhat field={form.field} />
            <TextField
              field={form.field('/plant')}
              label={text('declare.plant')}
              help={text('declare.plantHelp')}
              optional
            />
            <TextField
              field={form.field('/email')}
              label={text('declare.email')}
              help={text('declare.emailHelp')}
              type="email"
              autoComplete="email"
            />
            <FormActions form={form} submit={text('declare.confirmWithdrawal')} />
          </FormFrame>
        </Card>
      )}
    </Page>
  );
}

/** Cancellation without signing in (§ 312k BGB). */
export function CancelPage() {
  const text = useText();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const form = useForm({
    initial: { '/kind': 'ordinary', '/name': '', '/contract': '', '/email': '', '/reason': '', '/desiredEnd': '' },
    validate: (values) => wrongOnes(text, values),
    submit: async (values) => {
      const email = values['/email'].trim();
      const isExtraordinary = values['/kind'] === 'extraordinary';
      const body = {
        ...{ kind: values['/kind'], name: values['/name'], contract: values['/contract'], email },
        ...(isExtraordinary && values['/reason'] !== '' ? { reason: values['/reason'] } : {}),
        ...(values['/desiredEnd'] === '' ? {} : { desiredEnd: values['/desiredEnd'] }),
      };
      const { receivedAt } = await request<Receipt>('POST', '/cancellations', { body });
      setReceipt({ receivedAt, email });
    },
  });
  return (
    <Page title={text('declare.cancel')} lead={text('declare.cancelLead')} narrow>
      {receipt !== null ? (
        <Received receipt={receipt} />
      ) : (
        <Card>
          <FormFrame form={form} label={text('declare.cancel')}>
            <SelectField
              field={form.field('/kind')}
              label={text('declare.kind')}
              options={[
                { value: 'ordinary', label: text('declare.ordinary') },
                { value: 'extraordinary', label: text('declare.extraordinary') },
              ]}
            />
            {form.values['/kind'] === 'extraordinary' && (
              <TextArea field={form.field('/reason')} label={text('declare.reason')} />
            )}
            <WhoAndWhat field={form.field} />
            <TextField
              field={form.field('/desiredEnd')}
              label={text('declare.desiredEnd')}
              help={text('declare.desiredEndHelp')}
              type="date"
              optional
            />
            <TextField field={form.field('/email')} label={text('declare.email')} type="email" autoComplete="email" />
            <FormActions form={form} submit={text('declare.confirmCancellation')} />
          </FormFrame>
        </Card>
      )}
    </Page>
  );
}

type Shared = '/name' | '/contract' | '/email';

/** What both declarations need. */
const wrongOnes = (text: Text, values: FormValues<Shared>): FormErrors<Shared> => ({
  '/name': required(text, values['/name']),
  '/contract': required(text, values['/contract']),
  '/email': emailAddress(text, values['/email']),
});

function WhoAndWhat({ field }: { readonly field: (name: '/name' | '/contract') => FieldProps }) {
  const text = useText();
  return (
    <>
      <TextField field={field('/name')} label={text('declare.name')} autoComplete="name" />
      <TextField field={field('/contract')} label={text('declare.contract')} help={text('declare.contractHelp')} />
    </>
  );
}

function Received({ receipt: { receivedAt, email } }: { readonly receipt: Receipt }) {
  const text = useText();
  const format = useFormat();
  return (
    <Notice tone="ok" live>
      <p>
        <b>{text('declare.received', { when: format.portal(receivedAt, 'dayTime') })}</b>{' '}
        {text('declare.receivedText', { email })}
      </p>
    </Notice>
  );
}
