import { checkedFields, type CheckedField } from '../../../domain/account/vat-check.js';
import { parseVatId, vatStates } from '../../../domain/account/vat-id.js';
import { disclosureOf, testNumberIn, testNumbers, type RegisteredBusiness } from './register.js';
import type { Registers } from './registers.js';

type ViesQuestion = {
  readonly state: string;
  readonly number: string;
  /** Whoever asks; without prefix. Null = anonymous, then there is no identifier. */
  readonly requester: { readonly state: string; readonly number: string } | null;
  readonly asked: Partial<Record<CheckedField, string | undefined>>;
};

export type ViesMatch = 'VALID' | 'INVALID' | 'NOT_PROCESSED';

export type ViesVerdict = {
  readonly isValid: boolean;
  readonly identifier: string;
  /** What the state tells of the business; null = nothing. */
  readonly disclosed: RegisteredBusiness | null;
  readonly matches: Readonly<Record<CheckedField, ViesMatch>>;
};

/** What VIES says, by whatever door it was asked: a verdict, or an error code. */
export function judgeVies(
  registers: Registers,
  { state, number, requester, asked }: ViesQuestion,
): ViesVerdict | string {
  if (!vatStates.some((known) => known === state) || !/^[0-9A-Za-z+*.]{2,12}$/.test(number)) return 'INVALID_INPUT';
  if (requester !== null && !mayAsk(registers, requester)) return 'INVALID_REQUESTER_INFO';
  const business = registers.businessOf(`${state}${number}`);
  const testCase = testNumberIn(number);
  const outcome = testCase === undefined ? null : (testNumbers[testCase] ?? null);
  if (outcome !== null && outcome !== 'valid' && outcome !== 'invalid') return outcome;
  const isKnown = business !== undefined || (registers.unknownIds === 'valid' && parseVatId(state + number) !== null);
  const isValid = outcome === null ? isKnown : outcome === 'valid';
  const disclosure = disclosureOf(state);
  const matches = checkedFields.map((field) => [field, matchOf(field)] as const);
  return {
    isValid,
    identifier: requester === null ? '' : identifierOf(registers.clock.now().epochMilliseconds),
    disclosed: isValid && disclosure === 'full' ? (business ?? null) : null,
    matches: Object.fromEntries(matches) as Record<CheckedField, ViesMatch>,
  };

  function matchOf(field: CheckedField): ViesMatch {
    const text = asked[field];
    if (disclosure !== 'matchOnly' || business === undefined || text === undefined) return 'NOT_PROCESSED';
    return registers.isSame(business[field], text) ? 'VALID' : 'INVALID';
  }
}

function mayAsk({ requesters }: Registers, { state, number }: { readonly state: string; readonly number: string }) {
  const id = parseVatId(state + number);
  return id !== null && id.number === number && (requesters === null || requesters.includes(id.text));
}

/** `WAPIAAAA` and eight characters, as the real ones. */
function identifierOf(epochMs: number): string {
  return `WAPIAAAA${epochMs.toString(36).padStart(8, '0').slice(-8)}`;
}
