import { accept, reject, type Decision } from '../kernel/decider.js';
import { isErased } from '../kernel/event.js';
import type { AccountRejection } from './commands.js';
import { correctIdentity, type CorrectDetails } from './decide-identity.js';
import type { AccountEvent } from './events.js';
import type { AccountState } from './state.js';

type Active = Extract<AccountState, { readonly status: 'active' }>;

/** Art. 16 GDPR: the owner corrects what is wrong. Orders and invoices that exist keep what they had. */
export function decideDetails(command: CorrectDetails, state: AccountState): Decision<AccountEvent, AccountRejection> {
  if (state.status === 'unregistered') return reject({ code: 'account.not-registered' });
  if (state.status !== 'active') return reject({ code: 'account.not-validated' });
  const { company, address, spelling, person } = command;
  const isAboutIdentity = company !== undefined || address !== undefined || spelling !== undefined;
  // Of an account that the operator made, neither name nor address is known.
  if (state.kind === 'operator' && (isAboutIdentity || person !== undefined)) {
    return reject({ code: 'account.not-registered' });
  }
  if (person !== undefined && isErased(state.person)) return reject({ code: 'details.erased' });
  const own = [...personCorrected(command, state), ...languageChosen(command, state)];
  if (!isAboutIdentity || state.identity === null) return accept<AccountEvent>(...own);
  const identity = correctIdentity(command, state.accountId, state.identity);
  return identity.ok ? accept<AccountEvent>(...own, ...identity.events) : identity;
}

function personCorrected({ person: given, at }: CorrectDetails, state: Active): readonly AccountEvent[] {
  const { accountId, person: old } = state;
  if (given === undefined || old === null || isErased(old)) return [];
  const person = { ...old, ...given };
  if (person.firstName === old.firstName && person.lastName === old.lastName) return [];
  return [{ type: 'PersonNameCorrected', data: { accountId, person, correctedAt: at.toString() } }];
}

function languageChosen({ language, at }: CorrectDetails, state: Active): readonly AccountEvent[] {
  if (language === undefined || language === state.language) return [];
  return [{ type: 'MailLanguageChosen', data: { accountId: state.accountId, language, chosenAt: at.toString() } }];
}
