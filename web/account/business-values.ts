import type { Me, MePatch, VatCheck } from '../api/types.js';
import { wrongVatId } from '../forms/vat-ids.js';
import { wrongPostcode } from '../forms/postcodes.js';
import { atMost, textUpTo } from '../forms/rules.js';
import type { FormErrors, FormValues } from '../forms/use-form.js';
import type { Text } from '../i18n/use-text.js';

/** Fields that the check of a VAT id compares, and where each stands in a form. */
export const comparedFields = {
  name: '/company/name',
  street: '/address/street',
  postcode: '/address/postcode',
  town: '/address/town',
} as const;
export type ComparedField = keyof typeof comparedFields;

export type SpellingField = `/spelling/${ComparedField}`;

export type BusinessField =
  | '/company/name'
  | '/company/legalForm'
  | '/company/vatId'
  | '/address/street'
  | '/address/postcode'
  | '/address/town'
  | SpellingField;

/** Characters that the check takes; the server has the last word. */
export const takenByCheck = /^[A-Za-z0-9 _.,\-'!()[\]–;:&*]*$/;

export function businessValues({ company, address }: Me, { spelling }: VatCheck): FormValues<BusinessField> {
  return {
    '/company/name': company?.name ?? '',
    '/company/legalForm': company?.legalForm ?? '',
    '/company/vatId': company?.vatId ?? '',
    '/address/street': address.street,
    '/address/postcode': address.postcode,
    '/address/town': address.town,
    '/spelling/name': spelling.name ?? '',
    '/spelling/street': spelling.street ?? '',
    '/spelling/postcode': spelling.postcode ?? '',
    '/spelling/town': spelling.town ?? '',
  };
}

export function checkBusiness(
  text: Text,
  country: string,
  values: FormValues<BusinessField>,
): FormErrors<BusinessField> {
  const spelling = (name: SpellingField) =>
    takenByCheck.test(values[name]) ? atMost(text, values[name], 160) : text('vat.spellingWrong');
  return {
    '/company/name': textUpTo(text, values['/company/name'], 160),
    '/company/legalForm': textUpTo(text, values['/company/legalForm'], 40),
    '/company/vatId': atMost(text, values['/company/vatId'], 20) ?? wrongVatId(text, country, values['/company/vatId']),
    '/address/street': textUpTo(text, values['/address/street'], 120),
    '/address/postcode': wrongPostcode(text, country, values['/address/postcode']),
    '/address/town': textUpTo(text, values['/address/town'], 80),
    '/spelling/name': spelling('/spelling/name'),
    '/spelling/street': spelling('/spelling/street'),
    '/spelling/postcode': spelling('/spelling/postcode'),
    '/spelling/town': spelling('/spelling/town'),
  };
}

/** The second spellings that are filled in and belong to a field that needs one. */
export function spellingOf(
  values: FormValues<SpellingField>,
  needed: ReadonlySet<ComparedField>,
): NonNullable<MePatch['spelling']> {
  const given = (Object.keys(comparedFields) as ComparedField[]).flatMap((field) => {
    const value = values[`/spelling/${field}`].trim();
    return needed.has(field) && value !== '' ? [[field, value] as const] : [];
  });
  return Object.fromEntries(given);
}

export function businessPatch(values: FormValues<BusinessField>, needed: ReadonlySet<ComparedField>): MePatch {
  const of = (name: BusinessField) => values[name].trim();
  return {
    company: { name: of('/company/name'), legalForm: of('/company/legalForm'), vatId: of('/company/vatId') || null },
    address: { street: of('/address/street'), postcode: of('/address/postcode'), town: of('/address/town') },
    spelling: spellingOf(values, needed),
  };
}
