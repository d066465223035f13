import type { AccountId, PlantId } from '../kernel/ids.js';
import type { Temporal } from '../kernel/time.js';
import type { OperatorRole, TokenScope } from './access.js';
import type { CorrectDetails, IdentityCommand, IdentityRejection } from './decide-identity.js';
import type { AccountKind, AccountLanguage, Company, LatinSpelling, PersonName, PostalAddress } from './person.js';
import type { DocumentKind } from './events.js';

export type RegisterAccount = {
  readonly type: 'RegisterAccount';
  readonly accountId: AccountId;
  readonly userName: string;
  readonly email: string;
  readonly kind: AccountKind;
  readonly person: PersonName;
  /** Given exactly for a business. */
  readonly company: Company | null;
  readonly address: PostalAddress;
  /** Spelling for the check of the VAT id, where the data holds characters that it does not take. */
  readonly spelling?: Partial<LatinSpelling>;
  readonly language: AccountLanguage;
  /** Versions of the documents whose texts were shown and accepted. */
  readonly accepted: Readonly<Record<DocumentKind, string>>;
  /** Whether a registration with the same address, which nobody had validated, made room for this one. */
  readonly isReplacing?: boolean;
  readonly at: Temporal.Instant;
};

type RegistrationCommand =
  | RegisterAccount
  /** `proof`: what the reader of the mail has shown besides the link: nothing, or that the password is theirs. */
  | { readonly type: 'ValidateEmail'; readonly proof: 'link' | 'password'; readonly at: Temporal.Instant }
  | { readonly type: 'RequestValidationMail'; readonly at: Temporal.Instant }
  /** Somebody registers with the address of this account: it is replaced when nobody ever validated it, or its owner told. */
  | { readonly type: 'NoteRepeatedRegistration'; readonly at: Temporal.Instant }
  /** Somebody has shown to read the mail of the address: a registration that never did is replaced. */
  | { readonly type: 'ReplaceRegistration'; readonly at: Temporal.Instant }
  /** Somebody else wants the user name, or its time is over: a registration that was never validated may end. */
  | { readonly type: 'ExpireRegistration'; readonly at: Temporal.Instant };

export type CreateOperatorAccount = {
  readonly type: 'CreateOperatorAccount';
  readonly accountId: AccountId;
  readonly userName: string;
  readonly email: string;
  readonly language: AccountLanguage;
  readonly at: Temporal.Instant;
};

export type OperatorCommand =
  | CreateOperatorAccount
  | { readonly type: 'InviteOperator'; readonly at: Temporal.Instant }
  | { readonly type: 'ActivateOperatorAccount'; readonly at: Temporal.Instant }
  | RoleCommand<'GrantOperatorRole'>
  | RoleCommand<'RevokeOperatorRole'>;

type RoleCommand<T extends string> = {
  readonly type: T;
  readonly role: OperatorRole;
  /** Left out on the command line. */
  readonly reason?: string;
  readonly at: Temporal.Instant;
};

export type SecondFactorCommand = {
  readonly type: 'EnableTotp' | 'DisableTotp' | 'NoteRecoveryCode' | 'NoteRenewedCodes';
  readonly at: Temporal.Instant;
};

export type AcceptDocuments = {
  readonly type: 'AcceptDocuments';
  /** Versions of the documents whose texts were shown and accepted. */
  readonly versions: Readonly<Partial<Record<DocumentKind, string>>>;
  readonly at: Temporal.Instant;
};

export type PasswordCommand = {
  readonly type: 'RequestPasswordReset' | 'NotePasswordChange' | 'NotePasswordReset';
  readonly at: Temporal.Instant;
};

export type EmailCommand =
  | { readonly type: 'RequestEmailChange'; readonly email: string; readonly at: Temporal.Instant }
  | { readonly type: 'CancelEmailChange'; readonly at: Temporal.Instant }
  /** Signing in finds the account by this address by now. */
  | { readonly type: 'NoteEmailChange'; readonly email: string; readonly at: Temporal.Instant };

/** `EraseAccount`: by itself, once the time to think better of it is over. */
export type ErasureCommand = {
  readonly type: 'RequestErasure' | 'CancelErasure' | 'EraseAccount';
  readonly at: Temporal.Instant;
};

export type CreateApiToken = {
  readonly type: 'CreateApiToken';
  readonly tokenId: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** null = every plant. */
  readonly plantIds: readonly PlantId[] | null;
  readonly expiresAt: Temporal.Instant;
  readonly at: Temporal.Instant;
};

export type ApiTokenCommand =
  CreateApiToken | { readonly type: 'RevokeApiToken'; readonly tokenId: string; readonly at: Temporal.Instant };

/** Somebody of the office ends what is signed in, or lifts the lock of the sign-in. */
type HelpFromOffice = { readonly type: 'EndSessions' | 'Unlock'; readonly at: Temporal.Instant };

export type AccountCommand =
  | RegistrationCommand
  | AcceptDocuments
  | OperatorCommand
  | SecondFactorCommand
  | PasswordCommand
  | EmailCommand
  | HelpFromOffice
  | ErasureCommand
  | ApiTokenCommand
  | CorrectDetails
  | IdentityCommand;

export type AccountRejection =
  | IdentityRejection
  | {
      readonly code:
        | 'account.already-registered'
        | 'account.not-registered'
        | 'account.company-required'
        | 'account.company-not-allowed'
        | 'account.not-validated'
        | 'account.erased'
        | 'erasure.not-requested'
        | 'erasure.not-due'
        | 'erasure.holds-roles'
        | 'erasure.waiting'
        | 'email.unchanged'
        | 'email.too-soon'
        | 'token.expiry-not-allowed'
        | 'token.not-found'
        | 'token.too-many'
        | 'validation.password-required'
        | 'validation.used'
        | 'validation.registration-expired';
    };
