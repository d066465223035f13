import type { PasswordPolicy, RegisterBody, Language } from '../api/types.js';
import { atMost, emailAddress, textUpTo } from '../forms/rules.js';
import { wrongVatId } from '../forms/vat-ids.js';
import { wrongPostcode } from '../forms/postcodes.js';
import type { FormErrors, FormValues } from '../forms/use-form.js';
import type { Text } from '../i18n/use-text.js';
import { spellingOf, takenByCheck, type ComparedField, type SpellingField } from './business-values.js';
import { unmetRules } from './password-rules.js';

export type RegisterField =
  | '/kind'
  | '/company/name'
  | '/company/legalForm'
  | '/company/vatId'
  | '/person/firstName'
  | '/person/lastName'
  | '/address/street'
  | '/address/postcode'
  | '/address/town'
  | '/address/country'
  | '/email'
  | '/userName'
  | '/password'
  | '/accepted/terms'
  | '/accepted/privacy'
  | SpellingField;

export const emptyRegistration: FormValues<RegisterField> = {
  '/kind': 'consumer',
  '/company/name': '',
  '/company/legalForm': '',
  '/company/vatId': '',
  '/person/firstName': '',
  '/person/lastName': '',
  '/address/street': '',
  '/address/postcode': '',
  '/address/town': '',
  '/address/country': 'DE',
  '/email': '',
  '/userName': '',
  '/password': '',
  '/accepted/terms': '',
  '/accepted/privacy': '',
  '/spelling/name': '',
  '/spelling/street': '',
  '/spelling/postcode': '',
  '/spelling/town': '',
};

const userNamePattern = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,63}$/u;

export function checkRegistration(
  text: Text,
  values: FormValues<RegisterField>,
  policy: PasswordPolicy | undefined,
): FormErrors<RegisterField> {
  const business = values['/kind'] === 'business';
  const spelling = (name: SpellingField) =>
    !business || takenByCheck.test(values[name]) ? undefined : text('vat.spellingWrong');
  const errors: { [Name in RegisterField]?: string | undefined } = {
    '/company/name': business ? textUpTo(text, values['/company/name'], 160) : undefined,
    '/company/legalForm': business ? textUpTo(text, values['/company/legalForm'], 40) : undefined,
    '/company/vatId': business
      ? (atMost(text, values['/company/vatId'], 20) ??
        wrongVatId(text, values['/address/country'], values['/company/vatId']))
      : undefined,
    '/person/firstName': textUpTo(text, values['/person/firstName'], 80),
    '/person/lastName': textUpTo(text, values['/person/lastName'], 80),
    '/address/street': textUpTo(text, values['/address/street'], 120),
    '/address/postcode': wrongPostcode(text, values['/address/country'], values['/address/postcode']),
    '/address/town': textUpTo(text, values['/address/town'], 80),
    '/address/country': values['/address/country'] === '' ? text('form.required') : undefined,
    '/email': emailAddress(text, values['/email']),
    '/userName': userNamePattern.test(values['/userName'].trim()) ? undefined : text('register.userNameWrong'),
    '/password':
      values['/password'] === ''
        ? text('form.required')
        : policy !== undefined && unmetRules(values['/password'], policy).size > 0
          ? text('register.passwordWrong')
          : undefined,
    '/spelling/name': spelling('/spelling/name'),
    '/spelling/street': spelling('/spelling/street'),
    '/spelling/postcode': spelling('/spelling/postcode'),
    '/spelling/town': spelling('/spelling/town'),
    '/accepted/terms': values['/accepted/terms'] === 'yes' ? undefined : text('register.acceptTerms'),
    '/accepted/privacy': values['/accepted/privacy'] === 'yes' ? undefined : text('register.acceptPrivacy'),
  };
  return errors as FormErrors<RegisterField>;
}

export function registerBody(
  values: FormValues<RegisterField>,
  language: Language,
  accepted: RegisterBody['accepted'],
  /** Fields of a business that need another spelling for the check of its VAT id. */
  needed: ReadonlySet<ComparedField>,
): RegisterBody {
  const of = (name: RegisterField) => values[name].trim();
  const vatId = of('/company/vatId').replace(/\s/g, '');
  const company = {
    name: of('/company/name'),
    legalForm: of('/company/legalForm'),
    ...(vatId === '' ? {} : { vatId }),
  };
  return {
    userName: of('/userName'),
    email: of('/email'),
    password: values['/password'],
    ...(values['/kind'] === 'business'
      ? { kind: 'business', company, spelling: spellingOf(values, needed) }
      : { kind: 'consumer' }),
    person: { firstName: of('/person/firstName'), lastName: of('/person/lastName') },
    address: {
      street: of('/address/street'),
      postcode: of('/address/postcode'),
      town: of('/address/town'),
      country: of('/address/country'),
    },
    language,
    accepted,
  };
}
