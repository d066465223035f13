import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { envelope, errorResponse } from '../../adapters/data-service/reply.js';
import { DataRequestInvalid, operations, readRequest, type Operation } from '../../adapters/data-service/request.js';
import { isDatabaseAway } from '../../adapters/database/port.js';
import { sharedAddress } from '../../adapters/sign-in-attempts/address.js';
import type { TokenScope } from '../../domain/account/access.js';
import type { DueDocument } from '../../domain/account/documents.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { userNameKey } from '../../domain/account/user-name.js';
import type { Authenticated } from '../../commands/account/authenticate.js';
import { ProblemError } from '../problem.js';
import { callGate, lately, type CallAllowance } from './call-gate.js';
import { answerOf, type AnswerDeps } from './data-service-answers.js';
import { DataServiceRefusal, shownObject, type ObjectDeps } from './data-service-objects.js';
import { xmlDataOf } from './xml-data.js';

export type DataServiceDeps = ObjectDeps &
  AnswerDeps & {
    readonly publicUrl: string;
    /** Null: whatever was wrong. */
    readonly authenticate: (wish: {
      readonly userName: string;
      readonly password: string;
      readonly address: string;
    }) => Promise<Authenticated | null>;
    readonly documentsDueOf: (caller: { readonly accountId: AccountId }) => Promise<readonly DueDocument[]>;
    readonly allowance?: CallAllowance;
  };

const servicePath = '/DataServiceApi.asmx';
/** By lower-case path, as it ends. */
const routes = new Map(
  operations.map((operation) => [`${servicePath}/${operation}`.toLowerCase(), `${servicePath}/${operation}`]),
);

/** For Fastify's option `rewriteUrl`: clients call the service under any prefix and in any case. */
export function rewriteDataServiceUrl(url: string): string {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const own = /\/dataserviceapi\.asmx\/[a-z]+$/i.exec(path)?.[0];
  const route = own === undefined ? undefined : routes.get(own.toLowerCase());
  return route === undefined ? url : route + url.slice(path.length);
}

/** A request has some hundred bytes. */
const maxBodyBytes = 16 * 1024;
/** Of one user, or of one address with names that it has not proven: a client that waits 5 s is never refused. */
const usual: CallAllowance = { burst: 60, pauseMs: 1_000 };

const scopeOf = (operation: Operation): TokenScope =>
  operation === 'GetInverterList' ? 'plants:read' : 'readings:read';

/**
 * The data service of the original portal (wire.md section 2): GET and POST with the one parameter `xmlData`. Everything,
 * also what goes wrong, is answered as XML within XML with status 200, because that is what its clients read. Register it
 * beside the devices' door, before cookies, limits and problems of the API.
 */
export function dataService(deps: DataServiceDeps): FastifyPluginAsync {
  const { allowance = usual } = deps;
  const gates = { name: callGate(allowance), account: callGate(allowance), stranger: callGate(allowance) };
  /** Names that have proven themselves from an address: strangers there do not use up what they may. */
  const proven = lately(3_600_000);

  async function answer(request: FastifyRequest, operation: Operation): Promise<string> {
    const address = sharedAddress(request.ip);
    const xml = xmlDataOf(request);
    if (xml === null) throw new DataRequestInvalid('The parameter xmlData is missing.');
    if (xml.includes('\0')) throw new DataRequestInvalid(notXml);
    const caller = await callerOf(xml, operation, address, request.ip);
    const due = await deps.documentsDueOf(caller.who);
    if (due.length > 0) throw new DataServiceRefusal(notAccepted(deps.publicUrl));
    const query = caller.query();
    return answerOf(deps, query, await shownObject(deps, caller.who, scopeOf(operation), query.object));
  }

  async function callerOf(xml: string, operation: Operation, address: string, ip: string) {
    // Before anything else is done with it: what floods us must cost little.
    const nameInXml = /<Username>\s*([^<]{1,200})</.exec(xml)?.[1]?.trim() ?? '';
    const place = `${userNameKey(nameInXml)} ${address}`;
    if (!gates.name.pass(place)) throw new DataServiceRefusal(quotaExceeded);
    const { userName, password, query } = readRequest(xml, operation);
    if (!proven.has(place) && !gates.stranger.pass(address)) throw new DataServiceRefusal(quotaExceeded);
    const who = await deps.authenticate({ userName, password, address: ip });
    if (who === null) throw new DataServiceRefusal('Authentication failed');
    proven.add(place);
    if (!gates.account.pass(who.accountId)) throw new DataServiceRefusal(quotaExceeded);
    return { who, query };
  }

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) =>
      done(null, body),
    );
    app.setErrorHandler(answerError);
    for (const operation of operations) {
      app.route({
        method: ['GET', 'POST'],
        url: `${servicePath}/${operation}`,
        exposeHeadRoute: false,
        handler: async (request, reply) => send(reply, await answer(request, operation)),
      });
    }
  };
}

const notXml = 'The request is not valid XML.';
const quotaExceeded = 'The quota of calls is exceeded. Please wait some seconds between two calls.';
const unavailable = 'The service is not available at the moment. Please try again later.';

function notAccepted(publicUrl: string): string {
  return `The terms of use or the privacy policy have changed. Please sign in and accept them: ${publicUrl}/accept`;
}

function send(reply: FastifyReply, inner: string): FastifyReply {
  return reply
    .header('content-type', 'text/xml; charset=utf-8')
    .header('cache-control', 'private, max-age=0')
    .send(envelope(inner));
}

/** The request says its user and password: of what went wrong only what this program threw is logged. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof DataServiceRefusal || error instanceof DataRequestInvalid) {
    return send(reply, errorResponse(error.message));
  }
  if (isDatabaseAway(error)) return send(reply.code(503), errorResponse(unavailable));
  const { statusCode } = error as { readonly statusCode?: number };
  if (statusCode === 413) return send(reply, errorResponse('The request is too large.'));
  if (error instanceof ProblemError || (statusCode !== undefined && statusCode < 500)) {
    return send(reply, errorResponse(notXml));
  }
  request.log.error({ err: error }, 'data service failed');
  return send(reply.code(500), errorResponse('Internal error'));
}
