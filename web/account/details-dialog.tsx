import { useQuery } from '@tanstack/react-query';
import { portalQuery, useCorrectDetails } from '../api/accounts.js';
import type { Me, MePatch } from '../api/types.js';
import { SelectField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { wrongPostcode } from '../forms/postcodes.js';
import { textUpTo } from '../forms/rules.js';
import { useForm, type FormErrors, type FormValues } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText, type Text } from '../i18n/use-text.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { mailLanguages } from './mail-languages.js';
import { NameFields } from './person-fields.js';

type PersonField = '/person/firstName' | '/person/lastName';
type AddressField = '/address/street' | '/address/postcode' | '/address/town';
type Field = PersonField | AddressField | '/language';

const languages = Object.entries(mailLanguages).map(([value, label]) => ({ value, label }));

/**
 * Name, address and the language of the mails. A business corrects its address where its VAT id is checked; an account of the
 * operator has neither. The country is the office's.
 */
export function DetailsDialog({ me, onClose }: { readonly me: Me; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const correct = useCorrectDetails();
  const hasName = me.kind !== 'operator';
  const hasAddress = me.kind === 'consumer';
  const form = useForm<Field>({
    initial: valuesOf(me),
    validate: (values) => ({
      ...(hasName && personErrors(text, values)),
      ...(hasAddress && addressErrors(text, me.address.country, values)),
    }),
    submit: async (values) => {
      await correct(patchOf(values, { hasName, hasAddress }));
      toast(text('details.saved'));
      onClose();
    },
  });
  return (
    <Dialog title={text('details.title')} onClose={onClose}>
      <FormFrame form={form} label={text('details.title')}>
        {hasName && <NameFields field={form.field} />}
        {hasAddress && (
          <>
            <TextField
              field={form.field('/address/street')}
              label={text('register.street')}
              autoComplete="street-address"
            />
            <div className="columns postcode">
              <TextField
                field={form.field('/address/postcode')}
                label={text('register.postcode')}
                autoComplete="postal-code"
              />
              <TextField
                field={form.field('/address/town')}
                label={text('register.town')}
                autoComplete="address-level2"
              />
            </div>
          </>
        )}
        <SelectField field={form.field('/language')} label={text('account.mailLanguage')} options={languages} />
        {me.kind === 'business' && <p className="secondary">{text('details.business')}</p>}
        {hasName && <Elsewhere />}
        <FormActions form={form} submit={text('ui.save')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}

/** What cannot be corrected here, and what stays as it is. */
function Elsewhere() {
  const text = useText();
  const email = useQuery(portalQuery).data?.imprint.email ?? '';
  return (
    <p className="secondary">
      <TextWithLink id="details.country" values={{ email }} link={(label) => <a href={`mailto:${email}`}>{label}</a>} />{' '}
      {text('details.invoices')}
    </p>
  );
}

function valuesOf({ person, address, language }: Me): FormValues<Field> {
  return {
    '/person/firstName': person.firstName,
    '/person/lastName': person.lastName,
    '/address/street': address.street,
    '/address/postcode': address.postcode,
    '/address/town': address.town,
    '/language': language,
  };
}

function personErrors(text: Text, values: FormValues<Field>): FormErrors<Field> {
  return {
    '/person/firstName': textUpTo(text, values['/person/firstName'], 80),
    '/person/lastName': textUpTo(text, values['/person/lastName'], 80),
  };
}

function addressErrors(text: Text, country: string, values: FormValues<Field>): FormErrors<Field> {
  return {
    '/address/street': textUpTo(text, values['/address/street'], 120),
    '/address/postcode': wrongPostcode(text, country, values['/address/postcode']),
    '/address/town': textUpTo(text, values['/address/town'], 80),
  };
}

function patchOf(
  values: FormValues<Field>,
  { hasName, hasAddress }: { readonly hasName: boolean; readonly hasAddress: boolean },
): MePatch {
  const of = (name: Field) => values[name].trim();
  return {
    ...(hasName && { person: { firstName: of('/person/firstName'), lastName: of('/person/lastName') } }),
    ...(hasAddress && {
      address: { street: of('/address/street'), postcode: of('/address/postcode'), town: of('/address/town') },
    }),
    language: values['/language'] === 'en' ? 'en' : 'de',
  };
}
