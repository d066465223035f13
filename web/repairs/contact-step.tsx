import { countryOptions } from '../forms/countries.js';
import { SelectField, TextField } from '../forms/fields.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { StepForm } from './step-form.js';
import type { Draft } from './use-draft.js';

const names = [
  ...(['/contact/name', '/contact/phone', '/contact/email', '/contact/company'] as const),
  ...(['/contact/street', '/contact/postcode', '/contact/town', '/contact/country'] as const),
];

/** Whom to ask, and where the device is fetched and brought back to. */
export function ContactStep({ draft }: { readonly draft: Draft }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <StepForm draft={draft} step="contact" names={names} help={text('repair.contactHelp')}>
      {({ field }) => (
        <>
          <TextField field={field('/contact/name')} label={text('repair.name')} autoComplete="name" />
          <TextField field={field('/contact/phone')} label={text('repair.phone')} type="tel" autoComplete="tel" />
          <TextField field={field('/contact/email')} label={text('repair.email')} type="email" autoComplete="email" />
          <TextField
            field={field('/contact/company')}
            label={text('repair.company')}
            autoComplete="organization"
            optional
          />
          <TextField field={field('/contact/street')} label={text('repair.street')} autoComplete="street-address" />
          <TextField field={field('/contact/postcode')} label={text('repair.postcode')} autoComplete="postal-code" />
          <TextField field={field('/contact/town')} label={text('repair.town')} autoComplete="address-level2" />
          <SelectField
            field={field('/contact/country')}
            label={text('repair.country')}
            autoComplete="country"
            empty={text('repair.categoryEmpty')}
            options={countryOptions(language)}
          />
        </>
      )}
    </StepForm>
  );
}
