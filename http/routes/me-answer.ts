import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { SecondFactors } from '../../adapters/second-factors/port.js';
import { actionsOf, type Rights } from '../../domain/account/access.js';
import { changeableFrom, expiresAt } from '../../domain/account/password-life.js';
import { emailChangePeriod } from '../../domain/account/email-change.js';
import type { DueDocument } from '../../domain/account/documents.js';
import type { Credentials } from '../../commands/ports.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { AccountView } from '../../projections/account-view.js';
import type { SessionCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import type { Me } from '../schemas/accounts.js';

export type MeDeps = {
  readonly findAccount: (accountId: AccountId) => Promise<AccountView | null>;
  readonly rightsOf: (caller: SessionCaller) => Promise<Rights>;
  readonly documentsDueOf: (caller: SessionCaller) => Promise<readonly DueDocument[]>;
  readonly secondFactors: Pick<SecondFactors, 'status'>;
  readonly credentials: Pick<Credentials, 'findById'>;
};

/** The account of the caller as the read model has it, with its revision as ETag. */
export async function answerMe(deps: MeDeps, reply: FastifyReply, caller: SessionCaller): Promise<z.infer<typeof Me>> {
  const [account, rights, documentsDue, { enabled: totpEnabled }, known] = await Promise.all([
    deps.findAccount(caller.accountId),
    deps.rightsOf(caller),
    deps.documentsDueOf(caller),
    deps.secondFactors.status(caller.accountId),
    deps.credentials.findById(caller.accountId),
  ]);
  if (account === null || known === null) throw new ProblemError('session.required');
  void reply.header('etag', `"${account.revision}"`).header('cache-control', 'private, no-cache');
  return {
    ...meOf(account, rights),
    documentsDue: [...documentsDue],
    sessionId: caller.sessionId,
    totpEnabled,
    password: ageOf(known.passwordChosenAt),
  };
}

function meOf(
  account: AccountView,
  rights: Rights,
): Omit<z.infer<typeof Me>, 'documentsDue' | 'sessionId' | 'totpEnabled' | 'password'> {
  const { id, userName, email, kind, person, company, address, language, registeredAt } = account;
  return {
    ...{ id, userName, email, kind, person, address, language, registeredAt },
    emailChange: emailChangeOf(account.emailChange),
    erasure: account.erasure,
    acceptedDocuments: [...account.acceptedDocuments],
    ...(company === null ? {} : { company: companyOf(company) }),
    roles: [...rights.roles],
    actions: [...actionsOf(rights)],
  };
}

function emailChangeOf(change: AccountView['emailChange']): z.infer<typeof Me>['emailChange'] {
  if (change === null) return null;
  const expiresAt = Temporal.Instant.from(change.requestedAt).add(emailChangePeriod);
  return { email: change.email, expiresAt: expiresAt.toString() };
}

function ageOf(chosenAt: Temporal.Instant): z.infer<typeof Me>['password'] {
  return {
    chosenAt: chosenAt.toString(),
    changeableFrom: changeableFrom(chosenAt).toString(),
    expiresAt: expiresAt(chosenAt).toString(),
  };
}

function companyOf({ vatId, ...company }: NonNullable<AccountView['company']>): z.infer<typeof Me>['company'] {
  return vatId === null ? company : { ...company, vatId };
}
