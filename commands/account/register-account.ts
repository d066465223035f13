import { randomUUID } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import type { Documents } from '../../adapters/documents/port.js';
import type { RegistrationPace, RegistrationRefusal } from '../../adapters/registrations/port.js';
import { accountDecider, type AccountRejection, type RegisterAccount } from '../../domain/account/account.js';
import { vatIdFault, type VatIdFault } from '../../domain/account/decide-identity.js';
import { isLatin } from '../../domain/account/latin-spelling.js';
import { isDeceptive, isForeignAddress, userNameKey } from '../../domain/account/user-name.js';
import { checkedFields } from '../../domain/account/vat-check.js';
import { reject } from '../../domain/kernel/decider.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import { versionErrors, type VersionError } from './accept-documents.js';
import { faultsOf, type PasswordFault } from './judge-password.js';
import { loadAccount } from './load-account.js';
import { reserve } from './reserve.js';
import { withoutRevision } from './without-revision.js';
import type { Clock, CommonPasswords, Credentials, EventLog, PasswordHasher } from '../ports.js';

export type RegisterAccountDeps = {
  readonly log: EventLog;
  readonly credentials: Credentials;
  readonly hasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly documents: Documents;
  readonly registrations: Pick<RegistrationPace, 'begin'>;
  readonly clock: Clock;
  /** The user name that the operator keeps for the demonstration account: over the network it counts as taken. */
  readonly reservedUserName?: string | null;
};

type RegistrationForm = Omit<RegisterAccount, 'type' | 'accountId' | 'at'> & {
  readonly password: string;
  /** The address that it came from; null when nobody sent it over the network. */
  readonly origin: string | null;
};

/** What is wrong with one field of the form. */
export type RegistrationError = {
  /** JSON pointer into the form. */
  readonly pointer: string;
  readonly code:
    | PasswordFault
    | 'account.user-name-is-address'
    | 'account.user-name-deceptive'
    | 'account.company-required'
    | 'account.company-not-allowed'
    | VatIdFault
    | 'details.spelling-not-latin'
    | VersionError['code'];
};

export type RegistrationRejection =
  | AccountRejection
  | RegistrationRefusal
  | { readonly code: 'account.user-name-taken' }
  | { readonly code: 'account.registration-invalid'; readonly errors: readonly RegistrationError[] };

type Registered =
  | {
      readonly ok: true;
      /** Position to wait for before reading; null when nothing happened. */
      readonly position: bigint | null;
    }
  | { readonly ok: false; readonly rejection: RegistrationRejection };

/** Namespace of account ids that are derived from an idempotency key. */
const accountNamespace = '1d0f3c0a-5f55-4d4e-9e0b-5d1b7a6c2f10';

/**
 * Registers an account, in place of one with the same e-mail address that nobody has validated, or, when somebody has, tells
 * its owner: the answer is the same, and so is what a later registration or sign-in with the user name meets, so that nobody
 * learns who has an account. A user name that is taken is said openly, because people must choose another.
 */
export async function registerAccount(
  deps: RegisterAccountDeps,
  form: RegistrationForm,
  callerContext: CommandContext,
): Promise<Registered> {
  const context = withoutRevision(callerContext);
  const at = deps.clock.now();
  const errors = [
    ...userNameErrors(form),
    ...companyErrors(form),
    ...checkErrors(form),
    ...faultsOf(deps, form.password, form).map((code) => ({ pointer: '/password', code })),
    ...versionErrors(deps.documents, form.accepted, '/accepted', at),
  ];
  if (errors.length > 0) return reject({ code: 'account.registration-invalid', errors });

  const { password, origin, ...registration } = form;
  const refusal = origin === null ? null : await deps.registrations.begin(origin, at);
  if (refusal !== null) return reject(refusal);
  const accountId = accountIdFor(form, context);
  const passwordHash = await deps.hasher.hash(password);
  const { userName, email } = form;
  if (origin !== null && isReserved(deps, userName)) return reject({ code: 'account.user-name-taken' });
  // Sent again it takes nothing from whoever has registered with the address since.
  const former = context.idempotencyKey === undefined ? null : await loadAccount(deps.log, accountId);
  const reserved =
    former !== null && former.status !== 'unregistered'
      ? ({ ok: true, isReplacing: former.hasReplaced } as const)
      : await reserve(deps, { accountId, userName, email, passwordHash, at }, context);
  if (!reserved.ok) {
    if (reserved.taken === 'userName') return reject({ code: 'account.user-name-taken' });
    const isKept = await deps.credentials.keepDecoy({ accountId, userName, passwordHash, at });
    if (!isKept) return reject({ code: 'account.user-name-taken' });
    return { ok: true, position: null };
  }
  const command = {
    type: 'RegisterAccount',
    ...registration,
    isReplacing: reserved.isReplacing,
    accountId,
    at,
  } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!handled.ok) {
    await deps.credentials.release(accountId);
    return handled;
  }
  await deps.credentials.confirm(accountId, at);
  return { ok: true, position: handled.position };
}

function isReserved({ reservedUserName = null }: RegisterAccountDeps, userName: string): boolean {
  return reservedUserName !== null && userNameKey(userName) === userNameKey(reservedUserName);
}

/** The same form sent again with the same key is the same account. */
function accountIdFor(form: RegistrationForm, { idempotencyKey }: CommandContext): AccountId {
  if (idempotencyKey === undefined) return AccountId.parse(randomUUID());
  const seed = JSON.stringify([idempotencyKey, userNameKey(form.userName), form.email.toLowerCase()]);
  return AccountId.parse(uuidV5(seed, accountNamespace));
}

function userNameErrors({ userName, email }: RegistrationForm): readonly RegistrationError[] {
  if (isForeignAddress(userName, email)) return [{ pointer: '/userName', code: 'account.user-name-is-address' }];
  return isDeceptive(userName) ? [{ pointer: '/userName', code: 'account.user-name-deceptive' }] : [];
}

function companyErrors({ kind, company }: RegistrationForm): readonly RegistrationError[] {
  if (kind === 'business' && company === null) return [{ pointer: '/company', code: 'account.company-required' }];
  if (kind === 'consumer' && company !== null) return [{ pointer: '/company', code: 'account.company-not-allowed' }];
  return [];
}

/** What could never be checked; a missing VAT id can still be given. */
function checkErrors({ company, address, spelling = {} }: RegistrationForm): readonly RegistrationError[] {
  const vatId = company?.vatId ?? null;
  const fault = vatId === null ? null : vatIdFault(vatId, address);
  const wrong = checkedFields.filter((field) => !isLatin(spelling[field] ?? ''));
  return [
    ...(fault === null ? [] : [{ pointer: '/company/vatId', code: fault }]),
    ...wrong.map((field) => ({ pointer: `/spelling/${field}`, code: 'details.spelling-not-latin' }) as const),
  ];
}
