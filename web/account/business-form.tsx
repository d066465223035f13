import { useCorrectDetails } from '../api/accounts.js';
import type { Me, VatCheck } from '../api/types.js';
import { TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { useForm, type FieldProps } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { useToast } from '../ui/toast.js';
import {
  businessPatch,
  businessValues,
  checkBusiness,
  comparedFields,
  type BusinessField,
  type ComparedField,
} from './business-values.js';
import { SpeltField } from './spelt-field.js';
import { useSpellings } from './use-spellings.js';

/** The data that is compared when the VAT id is checked; what the last check found stands beside each field. */
export function BusinessForm({
  me,
  check,
  onDone,
  onCancel,
}: {
  readonly me: Me;
  readonly check: VatCheck;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const text = useText();
  const toast = useToast();
  const correct = useCorrectDetails();
  const initial = businessValues(me, check);
  const form = useForm<BusinessField>({
    initial,
    validate: (values) => checkBusiness(text, me.address.country, values),
    submit: async (values) => {
      await correct(businessPatch(values, spellings.needed));
      toast(text('vat.saved'));
      onDone();
    },
  });
  const spellings = useSpellings(form);

  /** A finding stands until the field is changed. */
  const field = (name: BusinessField): FieldProps => {
    const props = form.field(name);
    const finding = check.findings.find(({ pointer, code }) => pointer === name && code !== charactersCode);
    const isOld = props.value === initial[name];
    return { ...props, error: props.error ?? (isOld ? finding?.message : undefined) };
  };
  const spelt = (name: ComparedField) => {
    const isOld = form.values[comparedFields[name]] === initial[comparedFields[name]];
    return {
      field: field(comparedFields[name]),
      spelling: form.field(`/spelling/${name}`),
      characters: spellings.charactersIn(name),
      isSettled: isOld && check.spelling[name] !== null,
    };
  };
  const isPlainPlace = spellings.charactersIn('postcode') === '' && spellings.charactersIn('town') === '';
  const isOptional = check.state === 'awaitingConfirmation' || check.state === 'confirmed';

  return (
    <FormFrame form={form} label={text('vat.form')}>
      <SpeltField {...spelt('name')} label={text('register.companyName')} autoComplete="organization" />
      <div className="columns">
        <TextField
          field={field('/company/legalForm')}
          label={text('register.legalForm')}
          help={text('register.legalFormHelp')}
        />
        <TextField
          field={field('/company/vatId')}
          label={text('account.vatId')}
          help={text('vat.vatIdHelp')}
          optional={isOptional}
        />
      </div>
      <SpeltField {...spelt('street')} label={text('register.street')} autoComplete="street-address" />
      <div className={isPlainPlace ? 'columns postcode' : 'stack'}>
        <SpeltField {...spelt('postcode')} label={text('register.postcode')} autoComplete="postal-code" />
        <SpeltField {...spelt('town')} label={text('register.town')} autoComplete="address-level2" />
      </div>
      <div className="form-actions">
        {onCancel !== undefined && <Button onClick={onCancel}>{text('ui.cancel')}</Button>}
        <Button look="primary" type="submit" busy={form.busy}>
          {text('vat.save')}
        </Button>
      </div>
    </FormFrame>
  );
}

const charactersCode = 'vat-check.characters-not-allowed';
