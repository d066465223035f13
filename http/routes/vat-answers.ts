import type { z } from 'zod';
import type { VatIdFault } from '../../domain/account/decide-identity.js';
import { isErased } from '../../domain/kernel/event.js';
import { originalsOf, vatStanding, type Identity } from '../../domain/account/identity.js';
import { illegalCharacters, suggestLatin } from '../../domain/account/latin-spelling.js';
import { purchaseRefusal, serviceRefusal, type ServiceRefusal } from '../../domain/account/services.js';
import { checkedFields, type CheckedField } from '../../domain/account/vat-check.js';
import { problemEntries } from '../problems/index.js';
import type { FindingCode } from '../problems/identity.js';
import type { Language } from '../schemas/common.js';
import type { VatCheck } from '../schemas/identity.js';

type Answer = z.infer<typeof VatCheck>;
type Finding = Answer['findings'][number];

/** Where each compared field stands in `GET /me`. */
const pointers: Readonly<Record<CheckedField, string>> = {
  name: '/company/name',
  street: '/address/street',
  postcode: '/address/postcode',
  town: '/address/town',
};

/**
 * Where a business stands with its VAT id, with what stands beside which field. `services` is told where more is known than the
 * identity says, as of a consumer abroad whom a partner serves.
 */
export function vatCheckAnswer(
  identity: Identity,
  language: Language,
  services: ServiceRefusal | null = serviceRefusal(identity),
): Answer {
  const { company, address, spelling, check } = identity;
  const standing = vatStanding(identity);
  const known = isErased(company) || isErased(address) ? null : company;
  const isPending = standing.state === 'pending';
  return {
    // Whose data was erased has nothing to be checked.
    state: standing.state === 'unknown' ? 'notNeeded' : standing.state,
    vatId: known?.vatId ?? null,
    authority: check?.authority ?? null,
    findings: findingsOf(identity, language),
    registeredName: known === null || isErased(address) ? null : originalsOf(known, address).name,
    spelling: isErased(spelling) ? { name: null, street: null, postcode: null, town: null } : spelling,
    cause: isPending ? standing.cause : null,
    nextAttemptAt: isPending ? standing.nextAttemptAt : null,
    checkedAt: check === null || check.answer === null ? null : check.touchedAt,
    simulated: check?.answer?.service === 'simulator',
    services,
    purchases: purchaseRefusal(identity),
  };
}

/** What stands beside the fields: what is missing, what cannot be checked as it is, what differs. */
export function findingsOf(identity: Identity, language: Language): Finding[] {
  const { company, address } = identity;
  if (isErased(company) || company === null || isErased(address)) return [];
  const standing = vatStanding(identity);
  const finding = (pointer: string, code: FindingCode | VatIdFault, original?: string): Finding => ({
    pointer,
    code,
    message: messageOf(code, language, original ?? ''),
    suggestion: original === undefined ? null : suggestLatin(original),
  });
  if (standing.state === 'invalid') return [finding('/company/vatId', `vat-check.${standing.outcome}`)];
  if (standing.state === 'differences') {
    return standing.fields.map((field) => finding(pointers[field], `vat-check.${field}-differs`));
  }
  if (standing.state !== 'incomplete') return [];
  const originals = originalsOf(company, address);
  return [
    ...(standing.vatId === 'missing' ? [finding('/company/vatId', 'vat-check.vat-id-missing')] : []),
    ...(standing.vatId === 'malformed' ? [finding('/company/vatId', 'details.vat-id-malformed')] : []),
    ...(standing.vatId === 'refused' ? [finding('/company/vatId', 'vat-check.malformed')] : []),
    ...(standing.vatId === 'otherCountry' ? [finding('/company/vatId', 'details.vat-id-other-country')] : []),
    ...checkedFields
      .filter((field) => standing.unspelt.includes(field))
      .map((field) => finding(pointers[field], 'vat-check.characters-not-allowed', originals[field])),
  ];
}

function messageOf(code: string, language: Language, original: string): string {
  const title = problemEntries[code]?.title[language] ?? code;
  return title.replace('{characters}', illegalCharacters(original).join(' '));
}
