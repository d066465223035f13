import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../../adapters/sessions/port.js';
import { changeCountry, type DetailsDeps } from '../../commands/account/correct-details.js';
import { loadAccount } from '../../commands/account/load-account.js';
import { sendWayIn, wayInto } from '../../commands/account/send-way-in.js';
import { signOutEverywhere, type SignOutEverywhereDeps } from '../../commands/account/sign-out-everywhere.js';
import { unlockAccount, type UnlockAccountDeps } from '../../commands/account/unlock-account.js';
import type { Credentials } from '../../commands/ports.js';
import type { AccountState } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { isErased, type Personal } from '../../domain/kernel/event.js';
import { AccountId } from '../../domain/kernel/ids.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import { commandContext } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem, text, type Language } from '../schemas/common.js';
import { AccountHistory, CountryBody, OfficeAccounts, SentWayIn } from '../schemas/office.js';
import { actorsIn, historyOf } from './office-account-answers.js';
import { vatCheckAnswer } from './vat-answers.js';

type OfficeAccountsDeps = SignOutEverywhereDeps &
  UnlockAccountDeps &
  DetailsDeps & {
    readonly credentials: Pick<Credentials, 'findByEmailOrUserName'>;
    readonly sessions: Pick<Sessions, 'list'>;
    /** Everything that happened to an account, the oldest first; empty when there is none. */
    readonly accountHistory: (accountId: AccountId) => Promise<readonly LoggedEvent<AccountEvent>[]>;
    readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
    /** Bounded: an answer never hangs on a read model. */
    readonly waitFor: (position: bigint) => Promise<unknown>;
  };

const tags = ['Office'];
const url = '/api/v1/office/accounts';
const params = z.object({ id: z.uuid() });

/**
 * The back office: one account, for whoever has its owner on the telephone. It is found by the whole user name or the
 * whole address; there is no list to leaf through. Read from the log, so that it is never older than what was just done.
 */
export function officeAccountRoutes(deps: OfficeAccountsDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'accounts:read' },
        schema: {
          tags,
          summary: 'The account of a user name or an e-mail address: its state, and where it is signed in',
          querystring: z.strictObject({ name: text(254) }),
          response: { 200: OfficeAccounts },
        },
      },
      async (request, reply) => {
        const known = await deps.credentials.findByEmailOrUserName(request.query.name);
        const account = known === null || known.isDecoy ? null : await loadAccount(deps.log, known.accountId);
        const items =
          account === null || account.status === 'unregistered' ? [] : [await answerOf(account, request.language)];
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );

    app.get(
      `${url}/:id/history`,
      {
        config: { access: 'accounts:read' },
        schema: {
          tags,
          summary: 'Who did what to an account and when, with the evidence of its VAT id',
          params,
          response: { 200: AccountHistory },
        },
      },
      async (request, reply) => {
        const events = await deps.accountHistory(AccountId.parse(request.params.id));
        if (events.length === 0) throw new ProblemError('account.not-registered');
        const names = await deps.userNamesOf(actorsIn(events));
        return reply.header('cache-control', 'no-store').send(historyOf(events, names, request.language));
      },
    );

    app.delete(
      `${url}/:id/sessions`,
      {
        config: { access: 'accounts:operate' },
        schema: {
          tags,
          summary: 'Sign an account out everywhere: sessions, personal tokens and a waiting change of the address end',
          params,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const ended = await signOutEverywhere(deps, AccountId.parse(request.params.id), commandContext(request));
        if (!ended.ok) throw rejectionProblem(ended.rejection);
        return reply.code(204).send();
      },
    );

    app.delete(
      `${url}/:id/lock`,
      {
        config: { access: 'accounts:operate' },
        schema: {
          tags,
          summary: 'Lift the lock that failed attempts to sign in have caused',
          params,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const unlocked = await unlockAccount(deps, AccountId.parse(request.params.id), commandContext(request));
        if (!unlocked.ok) throw rejectionProblem(unlocked.rejection);
        return reply.code(204).send();
      },
    );

    app.post(
      `${url}/:id/way-in`,
      {
        config: { access: 'accounts:operate' },
        schema: {
          tags,
          summary: 'Send its owner the link that leads into an account, again',
          params,
          response: { 202: SentWayIn, 429: Problem },
        },
      },
      async (request, reply) => {
        const sent = await sendWayIn(deps, AccountId.parse(request.params.id), commandContext(request));
        if (!sent.ok) throw rejectionProblem(sent.rejection);
        return reply.code(202).send({ mail: sent.mail });
      },
    );

    app.put(
      `${url}/:id/country`,
      {
        config: { access: 'accounts:operate' },
        schema: {
          tags,
          summary: 'Move an account to another country; what it may use and how it is taxed follows from that',
          params,
          body: CountryBody,
          response: { 204: z.undefined(), 422: Problem },
        },
      },
      async (request, reply) => {
        const accountId = AccountId.parse(request.params.id);
        const handled = await changeCountry(deps, accountId, request.body, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return reply.code(204).send();
      },
    );
  };

  async function answerOf(account: Exclude<AccountState, { status: 'unregistered' }>, language: Language) {
    const { accountId, kind, status, identity, hasTotp, roles } = account;
    const now = deps.clock.now();
    const sessions = await deps.sessions.list(accountId, now);
    const lockedUntil = await deps.attempts.lockedUntil(accountId, now);
    return {
      ...{ accountId, kind, status, language: account.language, registeredAt: account.registeredAt.toString() },
      userName: clear(account.userName, ''),
      email: clear(account.email, ''),
      person: clear(account.person, null) ?? { firstName: '', lastName: '' },
      company: identity === null ? null : clear(identity.company, null),
      address: identity === null ? noAddress : clear(identity.address, noAddress),
      lockedUntil: lockedUntil?.toString() ?? null,
      wayIn: wayInto(account),
      secondFactor: hasTotp,
      roles: [...roles],
      vatCheck: identity === null ? null : vatCheckAnswer(identity, language),
      sessions: sessions.map(({ userAgent, openedAt, lastUsedAt }) => ({
        ...{ userAgent, openedAt: openedAt.toString(), lastUsedAt: lastUsedAt.toString() },
      })),
    };
  }
}

const noAddress = { street: '', postcode: '', town: '', country: '' };

function clear<T>(value: Personal<T>, blank: T): T {
  return isErased(value) ? blank : (value as T);
}
