import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ServicePartner } from '../../adapters/service-partners.js';
import { correctDetails, requestVatCheck, type DetailsDeps } from '../../commands/account/correct-details.js';
import type { AccountRejection } from '../../domain/account/account.js';
import { registeredName, type Identity } from '../../domain/account/identity.js';
import { illegalCharacters, suggestLatin } from '../../domain/account/latin-spelling.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { expectedPostcode } from '../../domain/kernel/postcode.js';
import { commandContext, requireCaller, requireSession } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { RequestInvalid } from '../problems/fields.js';
import { Me } from '../schemas/accounts.js';
import { Problem, postcodeIssue } from '../schemas/common.js';
import { MePatch, ServicePartners, Spellings, SpellingsBody, VatCheck } from '../schemas/identity.js';
import { given } from './given.js';
import { answerMe, type MeDeps } from './me-answer.js';
import { serviceRefusal, type Monitoring } from '../../domain/account/services.js';
import { findingsOf, vatCheckAnswer } from './vat-answers.js';

type IdentityRoutesDeps = DetailsDeps & {
  readonly findIdentity: (
    accountId: AccountId,
  ) => Promise<{ readonly identity: Identity; readonly revision: bigint } | null>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
  readonly servicePartners: readonly ServicePartner[];
  readonly monitoringOf: (caller: { readonly accountId: AccountId }, action: 'plants:view') => Promise<Monitoring>;
} & MeDeps;

/** Each of these may lead to a question to an authority, which counts them. */
const correctionLimit = { max: 30, timeWindow: 600_000 };
const spellingLimit = { max: 120, timeWindow: 60_000 };

const tags = ['Accounts'];

/** The data of a business, and the check of its VAT id. */
export function identityRoutes(deps: IdentityRoutesDeps): FastifyPluginAsyncZod {
  async function mustFitCountry(accountId: AccountId, postcode: string) {
    const country = (await deps.findAccount(accountId))?.address.country ?? '';
    const example = expectedPostcode(country, postcode);
    if (example !== null) throw new RequestInvalid('body', [postcodeIssue(['address', 'postcode'], example)]);
  }

  async function identityOf(accountId: AccountId) {
    const found = await deps.findIdentity(accountId);
    if (found === null) throw new ProblemError('vat-check.not-needed');
    return found;
  }

  return async (app) => {
    app.patch(
      '/api/v1/me',
      {
        config: { access: 'account', rateLimit: correctionLimit },
        schema: {
          tags,
          summary: 'Correct name, company and address, and choose the language of the mails; a VAT id is checked again',
          body: MePatch,
          response: { 200: Me, 422: Problem },
        },
      },
      async (request, reply) => {
        const caller = requireSession(request);
        const { accountId } = caller;
        const { person, language, company, address, spelling } = request.body;
        if (address?.postcode !== undefined) await mustFitCountry(accountId, address.postcode);
        const changes = {
          ...(person === undefined ? {} : { person: given(person) }),
          ...(language === undefined ? {} : { language }),
          ...(company === undefined ? {} : { company: given(company) }),
          ...(address === undefined ? {} : { address: given(address) }),
          ...(spelling === undefined ? {} : { spelling: given(spelling) }),
        };
        const handled = await correctDetails(deps, accountId, changes, commandContext(request));
        if (!handled.ok) throw detailsProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return reply.send(await answerMe(deps, reply, caller));
      },
    );

    app.get(
      '/api/v1/me/vat-check',
      {
        config: { access: 'account' },
        schema: {
          tags,
          summary: 'Where the check of the own VAT id stands',
          response: { 200: VatCheck, 409: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { identity, revision } = await identityOf(accountId);
        const { refusal: services } = await deps.monitoringOf({ accountId }, 'plants:view');
        // What a partner opens does not stand in the stream of the account.
        const tag = services === serviceRefusal(identity) ? revision : `${revision}-served`;
        void reply.header('etag', `"${tag}"`).header('cache-control', 'private, no-cache');
        return reply.send(vatCheckAnswer(identity, request.language, services));
      },
    );

    app.post(
      '/api/v1/me/vat-check',
      {
        config: { access: 'account', rateLimit: correctionLimit },
        schema: {
          tags,
          summary: 'Ask for another check of the same data; the last one counts for ten minutes',
          response: { 202: VatCheck, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const handled = await requestVatCheck(deps, accountId, commandContext(request));
        if (!handled.ok) {
          const { identity } = await identityOf(accountId);
          throw rejectionProblem(handled.rejection, { errors: findingsOf(identity, request.language) });
        }
        if (handled.position !== null) await deps.waitFor(handled.position);
        const { identity } = await identityOf(accountId);
        return reply.code(202).send(vatCheckAnswer(identity, request.language));
      },
    );

    app.post(
      '/api/v1/public/latin-spellings',
      {
        config: { access: 'public', rateLimit: spellingLimit },
        schema: {
          tags: ['Public'],
          summary: 'How texts can be spelt for the check of a VAT id',
          body: SpellingsBody,
          response: { 200: Spellings },
        },
      },
      async (request) => {
        const { name, legalForm, ...address } = request.body;
        return {
          name: spelled(registeredName({ name, legalForm })),
          street: spelled(address.street),
          postcode: spelled(address.postcode),
          town: spelled(address.town),
        };
      },
    );

    app.get(
      '/api/v1/public/service-partners',
      {
        config: { access: 'public' },
        schema: {
          tags: ['Public'],
          summary: 'Service partners who help consumers outside Germany',
          response: { 200: ServicePartners },
        },
      },
      async () => ({ items: [...deps.servicePartners] }),
    );
  };
}

function spelled(text: string) {
  return { text, characters: [...illegalCharacters(text)], suggestion: suggestLatin(text) };
}

function detailsProblem(rejection: AccountRejection): ProblemError {
  if (rejection.code !== 'details.spelling-not-latin') return rejectionProblem(rejection);
  return new ProblemError(rejection.code, {
    errors: [{ pointer: `/spelling/${rejection.field}`, code: rejection.code }],
  });
}
