import { useMemo, useState } from 'react';
import { request } from '../api/client.js';
import type { CountryBody, OfficeAccount } from '../api/types.js';
import { countryName, countryOptions } from '../forms/countries.js';
import { SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { wrongPostcode } from '../forms/postcodes.js';
import { textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { Dialog, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useLookAgain } from './accounts-api.js';

type CountryDialogProps = { readonly account: OfficeAccount; readonly onClose: () => void };

/** Moves an account to another country (A10), and says beforehand what that changes. */
export function CountryDialog({ account: { accountId, userName, kind, address }, onClose }: CountryDialogProps) {
  const text = useText();
  const toast = useToast();
  const lookAgain = useLookAgain();
  const { language } = useLanguage();
  const countries = useMemo(() => countryOptions(language), [language]);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const title = text('office.accounts.countryTitle', { name: userName });
  const form = useForm({
    initial: {
      '/address/country': address.country,
      '/address/street': address.street,
      '/address/postcode': address.postcode,
      '/address/town': address.town,
      '/reason': '',
    },
    validate: (values) => {
      const country = values['/address/country'];
      return {
        '/address/country': country === address.country ? text('office.accounts.countrySame') : undefined,
        '/address/street': textUpTo(text, values['/address/street'], 120),
        '/address/postcode': wrongPostcode(text, country, values['/address/postcode']),
        '/address/town': textUpTo(text, values['/address/town'], 80),
        '/reason': textUpTo(text, values['/reason'], 500),
      };
    },
    submit: async (values) => {
      const body: CountryBody = {
        address: {
          street: values['/address/street'].trim(),
          postcode: values['/address/postcode'].trim(),
          town: values['/address/town'].trim(),
          country: values['/address/country'],
        },
        reason: values['/reason'].trim(),
      };
      await request('PUT', `/office/accounts/${accountId}/country`, { body, idempotencyKey });
      await lookAgain();
      toast(text('office.accounts.countryDone', { country: countryName(body.address.country, language) }));
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">{text('office.accounts.countryText')}</p>
        <SelectField
          field={form.field('/address/country')}
          label={text('register.country')}
          options={countries}
          help={text('office.accounts.countryNow', { country: countryName(address.country, language) })}
        />
        <TextField field={form.field('/address/street')} label={text('register.street')} />
        <div className="columns postcode">
          <TextField field={form.field('/address/postcode')} label={text('register.postcode')} />
          <TextField field={form.field('/address/town')} label={text('register.town')} />
        </div>
        <TextArea
          field={form.field('/reason')}
          label={text('office.accounts.reason')}
          help={text('office.accounts.reasonHelp')}
        />
        <Notice tone="sun">
          <p>{text(kind === 'business' ? 'office.accounts.countryBusiness' : 'office.accounts.countryConsumer')}</p>
        </Notice>
        <FormActions form={form} submit={text('office.accounts.country')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
