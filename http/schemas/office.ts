import { z } from 'zod';
import { actions, OperatorRole } from '../../domain/account/access.js';
import { fieldMatches, verdictOutcomes } from '../../domain/account/vat-check.js';
import { Address, InstantText, Language, text } from './common.js';
import { VatCheck } from './identity.js';

export const Operator = z
  .object({
    accountId: z.string(),
    userName: z.string(),
    email: z.string(),
    /** False until the owner has chosen a password. */
    active: z.boolean(),
    /** Without a second factor roles have no effect. */
    secondFactor: z.boolean(),
    roles: z.array(
      z.object({
        role: OperatorRole,
        grantedAt: InstantText,
        /** User name of the account that gave the role; null when it was a tool of the command line. */
        grantedBy: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Operator' });

/** What the roles of the operator may do: the table that every door asks. */
export const RoleTable = z
  .object({ items: z.array(z.object({ action: z.enum(actions), roles: z.array(OperatorRole) })), next: z.null() })
  .meta({ id: 'RoleTable' });

export const RoleChangeBody = z
  .strictObject({
    role: OperatorRole,
    change: z.enum(['grant', 'revoke']),
    /** Why; it stands in the history of the account. */
    reason: text(300),
  })
  .meta({ id: 'RoleChangeBody' });

export const OfficeAccount = z
  .object({
    accountId: z.string(),
    userName: z.string(),
    email: z.string(),
    kind: z.enum(['consumer', 'business', 'operator']),
    /** `registered`: the address is not validated yet, or no first password chosen. */
    status: z.enum(['registered', 'active', 'expired', 'erased']),
    language: Language,
    registeredAt: InstantText,
    person: z.object({ firstName: z.string(), lastName: z.string() }),
    /** Null for a consumer and for an account that the operator made. */
    company: z.object({ name: z.string(), legalForm: z.string(), vatId: z.string().nullable() }).nullable(),
    /** Empty texts for an account that the operator made. */
    address: z.object({ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() }),
    /** Too much failed at the sign-in, which is closed until then; null = it is open. */
    lockedUntil: InstantText.nullable(),
    /** The mail that leads into the account, which can be sent again; null = none does. */
    wayIn: z.enum(['validate-account', 'activate-operator', 'reset-password']).nullable(),
    secondFactor: z.boolean(),
    roles: z.array(OperatorRole),
    /** Null for an account that the operator made. */
    vatCheck: VatCheck.nullable(),
    /** Those that go on, the one used last first. */
    sessions: z.array(z.object({ userAgent: z.string().nullable(), openedAt: InstantText, lastUsedAt: InstantText })),
  })
  .meta({ id: 'OfficeAccount' });

export const CountryBody = z
  .strictObject({
    /** As it is in the other country. */
    address: Address,
    /** Why, and what proves it. */
    reason: text(500),
  })
  .meta({ id: 'CountryBody' });

export const SentWayIn = z
  .object({ mail: z.enum(['validate-account', 'activate-operator', 'reset-password']) })
  .meta({ id: 'SentWayIn' });

/** `visitor`: somebody who was not signed in. `name`: of an account of the office, or of the tool or part of the portal; null for the owner, and for whoever is gone. */
const HistoryActor = z.object({ kind: z.enum(['owner', 'office', 'visitor', 'system']), name: z.string().nullable() });
const FieldMatch = z.enum(fieldMatches);

export const AccountHistory = z
  .object({
    /** The newest first; at most 500. */
    items: z.array(
      z.object({
        at: InstantText,
        type: z.string(),
        /** In words, in the language of the request. */
        what: z.string(),
        by: HistoryActor,
        /** That was given or taken back. */
        role: OperatorRole.nullable(),
        note: z.string().nullable(),
      }),
    ),
    /** Every answer of an authority, which is kept as evidence (A7); the newest first. */
    vatChecks: z.array(
      z.object({
        checkId: z.string(),
        vatId: z.string().nullable(),
        authority: z.enum(['VIES', 'BZST']),
        /** Host that answered; `simulator` in development. */
        service: z.string(),
        outcome: z.enum(verdictOutcomes),
        fields: z.object({ name: FieldMatch, street: FieldMatch, postcode: FieldMatch, town: FieldMatch }),
        /** Number under which the authority keeps the request. */
        evidenceId: z.string().nullable(),
        authorityTime: z.string().nullable(),
        rawStatus: z.string(),
        checkedAt: InstantText,
        /** The answer as it came; null when it was erased. */
        evidence: z.string().nullable(),
      }),
    ),
    /** Who confirmed it as a business outside the EU, by what (A9); the newest first. */
    confirmations: z.array(z.object({ at: InstantText, by: HistoryActor, evidence: z.string().nullable() })),
    next: z.null(),
  })
  .meta({ id: 'AccountHistory' });

export const OfficeAccounts = z
  .object({ items: z.array(OfficeAccount), next: z.null() })
  .meta({ id: 'OfficeAccounts' });

export const OperatorList = z.object({ items: z.array(Operator), next: z.null() }).meta({ id: 'OperatorList' });
