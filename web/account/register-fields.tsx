import { useMemo } from 'react';
import { countryOptions } from '../forms/countries.js';
import { SelectField, TextField } from '../forms/fields.js';
import { FormGroup } from '../forms/form.js';
import type { FieldProps, FormValues } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { Segmented } from '../ui/segmented.js';
import { AbroadNotice } from './abroad-notice.js';
import { NewPasswordField } from './new-password-field.js';
import { NameFields } from './person-fields.js';
import type { RegisterField } from './register-form.js';
import { SpeltField } from './spelt-field.js';
import type { useSpellings } from './use-spellings.js';

type RegisterForm = {
  readonly values: FormValues<RegisterField>;
  readonly set: (name: RegisterField, value: string) => void;
  readonly field: (name: RegisterField) => FieldProps;
};

type WithSpellings = { readonly form: RegisterForm; readonly spellings: ReturnType<typeof useSpellings> };

export function KindAndNameFields({ form: { values, set, field }, spellings }: WithSpellings) {
  const text = useText();
  const business = values['/kind'] === 'business';
  return (
    <FormGroup title={text(business ? 'register.company' : 'register.you')}>
      <div className="field">
        <span className="label">{text('register.kind')}</span>
        <div>
          <Segmented
            large
            label={text('register.kind')}
            value={business ? 'business' : 'consumer'}
            options={[
              { value: 'consumer', label: text('register.consumer') },
              { value: 'business', label: text('register.business') },
            ]}
            onChange={(kind) => set('/kind', kind)}
          />
        </div>
      </div>
      {business && (
        <>
          <SpeltField
            field={field('/company/name')}
            spelling={field('/spelling/name')}
            characters={spellings.charactersIn('name')}
            label={text('register.companyName')}
            autoComplete="organization"
          />
          <TextField
            field={field('/company/legalForm')}
            label={text('register.legalForm')}
            help={text('register.legalFormHelp')}
          />
          <TextField
            field={field('/company/vatId')}
            label={text('register.vatId')}
            help={text('register.vatIdHelp')}
            optional
          />
          <h3>{text('register.contact')}</h3>
        </>
      )}
      <NameFields field={field} />
    </FormGroup>
  );
}

export function AddressFields({ form: { field, values }, spellings: { charactersIn } }: WithSpellings) {
  const text = useText();
  const { language } = useLanguage();
  const country = values['/address/country'];
  const countries = useMemo(() => countryOptions(language), [language]);
  return (
    <FormGroup title={text('register.address')}>
      <SpeltField
        field={field('/address/street')}
        spelling={field('/spelling/street')}
        characters={charactersIn('street')}
        label={text('register.street')}
        autoComplete="street-address"
      />
      <div className="columns postcode">
        <TextField field={field('/address/postcode')} label={text('register.postcode')} autoComplete="postal-code" />
        <SpeltField
          field={field('/address/town')}
          spelling={field('/spelling/town')}
          characters={charactersIn('town')}
          label={text('register.town')}
          autoComplete="address-level2"
        />
      </div>
      <SelectField
        field={field('/address/country')}
        label={text('register.country')}
        options={countries}
        autoComplete="country"
      />
      {values['/kind'] === 'consumer' && country !== 'DE' && <AbroadNotice country={country} />}
    </FormGroup>
  );
}

export function AccessFields({ form: { field } }: { readonly form: RegisterForm }) {
  const text = useText();
  return (
    <FormGroup title={text('register.access')}>
      <TextField
        field={field('/email')}
        label={text('register.email')}
        help={text('register.emailHelp')}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <TextField
        field={field('/userName')}
        label={text('register.userName')}
        help={text('register.userNameHelp')}
        autoComplete="username"
        autoCapitalize="none"
      />
      <NewPasswordField field={field('/password')} label={text('register.password')} />
    </FormGroup>
  );
}
