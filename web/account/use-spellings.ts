import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { spellingsQuery } from '../api/accounts.js';
import type { Spellings } from '../api/types.js';
import type { FormValues } from '../forms/use-form.js';
import { comparedFields, takenByCheck, type ComparedField, type SpellingField } from './business-values.js';

type CompanyFields = (typeof comparedFields)[ComparedField] | '/company/legalForm';

const settleMs = 400;

/**
 * Which texts of a business the check of its VAT id does not take (A8), with a proposed spelling, which is filled into the
 * second field as long as nobody has written something else there.
 */
export function useSpellings(form: {
  readonly values: FormValues<CompanyFields | SpellingField>;
  readonly set: (name: SpellingField, value: string) => void;
  readonly enabled?: boolean;
}): { readonly needed: ReadonlySet<ComparedField>; readonly charactersIn: (field: ComparedField) => string } {
  const { values, set, enabled = true } = form;
  const texts = useSettled({
    name: values['/company/name'],
    legalForm: values['/company/legalForm'],
    street: values['/address/street'],
    postcode: values['/address/postcode'],
    town: values['/address/town'],
  });
  const isPlain = Object.values(texts).every((text) => takenByCheck.test(text));
  const found = useQuery({ ...spellingsQuery(texts), enabled: enabled && !isPlain }).data;
  const spellings = enabled && !isPlain ? found : undefined;
  useProposals(spellings, values, set);
  return useMemo(() => {
    const fields = Object.keys(comparedFields) as ComparedField[];
    const charactersIn = (field: ComparedField) => spellings?.[field].characters.join(' ') ?? '';
    return { needed: new Set(fields.filter((field) => charactersIn(field) !== '')), charactersIn };
  }, [spellings]);
}

/** Fills in what is proposed where nothing stands, or what was proposed before. */
function useProposals(
  spellings: Spellings | undefined,
  values: FormValues<SpellingField>,
  set: (name: SpellingField, value: string) => void,
): void {
  const proposed = useRef<Partial<Record<ComparedField, string>>>({});
  useEffect(() => {
    if (spellings === undefined) return;
    for (const field of Object.keys(comparedFields) as ComparedField[]) {
      const { characters, suggestion } = spellings[field];
      const before = proposed.current[field];
      if (characters.length === 0 || suggestion === null || suggestion === before) continue;
      proposed.current[field] = suggestion;
      const value = values[`/spelling/${field}`];
      if (value === '' || value === before) set(`/spelling/${field}`, suggestion);
    }
  }, [spellings, values, set]);
}

/** The texts as they stood still for a moment. */
function useSettled<T extends Readonly<Record<string, string>>>(texts: T): T {
  const [settled, setSettled] = useState(texts);
  const key = JSON.stringify(texts);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as T), settleMs);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}
