import { accountDecider, type AccountState } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import type { AccountKind, Company } from '../../domain/account/person.js';
import type { Identity } from '../../domain/account/identity.js';
import { allFields, type VatCheckVerdict } from '../../domain/account/vat-check.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { given } from './given.js';

// A business, or a consumer, and what its VAT id lived through.

export const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
export const [first, second, third] = ['1', '2', '3'].map((digit) => `0d3f4a5e-1111-4222-8333-94444555566${digit}`) as [
  string,
  string,
  string,
];
export const at = Temporal.Instant.from('2026-11-26T22:30:00Z');
export const morning = Temporal.Instant.from('2026-11-27T04:03:00Z');

export const austrian: Company = { name: 'Musterhaus', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' };
export const address = { street: 'Musterstrasse 22', postcode: '12345', town: 'Wien', country: 'AT' };
export const question = {
  vatId: 'ATU12345678',
  name: 'Musterhaus GmbH & Co KG',
  street: 'Musterstrasse 22',
  postcode: '12345',
  town: 'Wien',
};

export function business(company: Company | null = austrian, where: typeof address = address): readonly AccountEvent[] {
  const kind: AccountKind = company === null ? 'consumer' : 'business';
  const person = { firstName: 'Anna', lastName: 'Wirt' };
  const who = { accountId, userName: 'anna', email: 'anna@example.org', kind, person, company, address: where };
  return [
    { type: 'AccountRegistered', data: { ...who, language: 'de', registeredAt: at.toString() } },
    { type: 'EmailValidated', data: { accountId, validatedAt: at.toString() } },
  ];
}

export const requested = (
  checkId: string,
  asked: typeof question = question,
  reason: 'registered' | 'corrected' | 'asked' = 'registered',
  when = at,
): AccountEvent => ({
  type: 'VatIdCheckRequested',
  data: { accountId, checkId, authority: 'BZST', question: asked, reason, requestedAt: when.toString() },
});
export const verdict: VatCheckVerdict = {
  ...{ authority: 'BZST', service: 'tax.example', outcome: 'valid', fields: allFields('match') },
  ...{ validFrom: null, validUntil: null, evidenceId: 'c4e53ec694b7c2a6', authorityTime: '2026-11-27T05:03:00+01:00' },
  ...{ rawStatus: 'evatr-0000', raw: '{"status":"evatr-0000"}' },
};
export function checked(checkId: string, changes: Partial<VatCheckVerdict> = {}): AccountEvent {
  const { raw, ...facts } = { ...verdict, ...changes };
  return { type: 'VatIdChecked', data: { accountId, checkId, ...facts, evidence: raw, checkedAt: morning.toString() } };
}
export const wrongTown = { fields: { ...allFields('match'), town: 'mismatch' } } as const;
export const corrected = (company: Company, where = address): AccountEvent => ({
  type: 'AccountDetailsCorrected',
  data: { accountId, company, address: where, correctedAt: morning.toString() },
});

export const identityAfter = (events: readonly AccountEvent[]): Identity => {
  const state: AccountState = given(accountDecider, events).state();
  if (state.status !== 'active' || state.identity === null) throw new Error('no identity');
  return state.identity;
};
export const request = (checkId: string, reason: 'registered' | 'asked' = 'registered', when = at) =>
  ({ type: 'RequestVatCheck', reason, checkId, at: when }) as const;
