import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import type { TotpStatus } from '../../adapters/second-factors/port.js';
import { renewRecoveryCodes } from '../../commands/account/renew-recovery-codes.js';
import { beginTotp, confirmTotp, disableTotp, type SecondFactorDeps } from '../../commands/account/second-factor.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { AccountView } from '../../projections/account-view.js';
import { attemptProblem } from '../attempt-problem.js';
import { commandContext, requireSession } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { BegunTotp, ConfirmTotpBody, TotpProof, RecoveryCodes, TotpState } from '../schemas/second-factor.js';
import { Password } from '../schemas/accounts.js';

type SecondFactorRoutesDeps = SecondFactorDeps & {
  readonly findAccount: (accountId: AccountId) => Promise<AccountView | null>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const url = '/api/v1/me/totp';
const tags = ['Second factor'];
const config = { access: 'account', rateLimit: { max: 30, timeWindow: 300_000 } } as const;

/** Two-factor sign-in of the caller (A14). */
export function secondFactorRoutes(deps: SecondFactorRoutesDeps): FastifyPluginAsyncZod {
  const shown = async (position: bigint | null) => (position === null ? undefined : deps.waitFor(position));
  const problem = (rejection: { readonly code: string }) => attemptProblem(rejection, deps.clock.now());

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      url,
      {
        config: { access: 'account' },
        schema: {
          tags,
          summary: 'Whether it is set up, and how many recovery codes are left',
          response: { 200: TotpState },
        },
      },
      async (request): Promise<TotpStatus> => deps.secondFactors.status(requireSession(request).accountId),
    );

    app.post(
      url,
      {
        config,
        schema: {
          tags,
          summary: 'Begin the set-up: the secret as text, as URI and as QR code; in force once a code was shown',
          body: z.strictObject({ password: Password }),
          response: { 201: BegunTotp, 409: Problem, 423: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireSession(request);
        const account = await deps.findAccount(accountId);
        if (account === null) throw new ProblemError('session.required');
        const proof = { accountId, password: request.body.password, address: request.ip, label: account.userName };
        const result = await beginTotp(deps, proof);
        if (!result.ok) throw problem(result.rejection);
        const { secret, uri } = result.begun;
        return reply.code(201).send({ secret, uri, qrCode: qrCodeOf(uri) });
      },
    );

    app.post(
      `${url}/confirmation`,
      {
        config,
        schema: {
          tags,
          summary: 'End the set-up with a first code; answers the recovery codes, once. Other sessions end',
          body: ConfirmTotpBody,
          response: { 200: RecoveryCodes, 409: Problem, 422: Problem, 423: Problem },
        },
      },
      async (request) => {
        const wish = { ...requireSession(request), code: request.body.code, address: request.ip };
        const result = await confirmTotp(deps, wish, commandContext(request));
        if (!result.ok) throw problem(result.rejection);
        await shown(result.position);
        return { recoveryCodes: [...result.recoveryCodes] };
      },
    );

    app.delete(
      url,
      {
        config,
        schema: {
          tags,
          summary: 'Disable it, with password and a code of the authenticator or a recovery code',
          body: TotpProof,
          response: { 204: z.undefined(), 409: Problem, 422: Problem, 423: Problem },
        },
      },
      async (request, reply) => {
        const proof = { ...request.body, accountId: requireSession(request).accountId, address: request.ip };
        const result = await disableTotp(deps, proof, commandContext(request));
        if (!result.ok) throw problem(result.rejection);
        await shown(result.position);
        return reply.code(204).send();
      },
    );

    app.post(
      `${url}/recovery-codes`,
      {
        config,
        schema: {
          tags,
          summary: 'New recovery codes, shown once; those before them are worthless',
          body: TotpProof,
          response: { 200: RecoveryCodes, 409: Problem, 422: Problem, 423: Problem },
        },
      },
      async (request) => {
        const proof = { ...request.body, accountId: requireSession(request).accountId, address: request.ip };
        const result = await renewRecoveryCodes(deps, proof, commandContext(request));
        if (!result.ok) throw problem(result.rejection);
        await shown(result.position);
        return { recoveryCodes: [...result.recoveryCodes] };
      },
    );
  };
}

/** Black on white with a quiet zone, whatever the theme: cameras expect it so. */
function qrCodeOf(uri: string): string {
  const svg = renderSVG(uri, { ecc: 'M', border: 4, pixelSize: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
