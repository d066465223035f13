import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ActionTokens } from '../../adapters/crypto/port.js';
import {
  acceptInvitation,
  declineInvitation,
  invitationInMail,
  invitationsTo,
  type FoundInvitation,
} from '../../commands/plant/invitations.js';
import type { PlantDeps } from '../../commands/plant/ports.js';
import type { InvitationAddresses } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import { InvitationId } from '../../domain/kernel/ids.js';
import { known } from '../../projections/plant-view.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import type { ReceivedInvitation } from '../schemas/grants.js';
import { AcceptedInvitation, InvitationInMail, ReceivedInvitationList } from '../schemas/grants.js';

type InvitationRoutesDeps = PlantDeps & {
  readonly invitationAddresses: InvitationAddresses;
  readonly tokens: ActionTokens;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Third parties'];
const TokenParams = z.object({ token: z.string().min(1).max(500) });
const OwnParams = z.object({ id: InvitationId });
const guessing = { rateLimit: { max: 30, timeWindow: 60_000 } };

/** Invitations to look after the plant of somebody else, as whoever is invited sees them (A12). */
export function invitationRoutes(deps: InvitationRoutesDeps): FastifyPluginAsyncZod {
  async function shown(invitations: readonly FoundInvitation[]): Promise<z.infer<typeof ReceivedInvitation>[]> {
    const names = await deps.namesOf(invitations.map(({ plant }) => plant.ownerId));
    return invitations.map(({ invitationId, plant, invitation }) => ({
      id: invitationId,
      plantName: known(plant.details.name, ''),
      ownerName: names.get(plant.ownerId) ?? '',
      right: invitation.right,
      invitedAt: invitation.invitedAt,
      expiresAt: invitation.expiresAt,
    }));
  }

  return async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      '/api/v1/invitations/:token',
      {
        config: { access: 'public', ...guessing },
        schema: {
          tags,
          summary: 'The invitation that the link of a mail leads to',
          params: TokenParams,
          response: { 200: InvitationInMail, 404: Problem },
        },
      },
      async (request) => {
        const found = await invitationInMail(deps, request.params.token);
        if (!found.ok) throw rejectionProblem(found.rejection);
        const [answer] = await shown([found]);
        const { email } = found.invitation;
        if (answer === undefined || isErased(email)) throw new ProblemError('invitation.not-found');
        const { caller } = request;
        const own = caller === null ? null : await deps.invitationAddresses.listFor(caller.accountId);
        const addressedToCaller = own && own.some(({ invitationId }) => invitationId === found.invitationId);
        return { ...answer, email, addressedToCaller };
      },
    );

    app.post(
      '/api/v1/invitations/:token/refusal',
      {
        config: { access: 'public', ...guessing },
        schema: {
          tags,
          summary: 'Decline the invitation of a mail, without an account',
          params: TokenParams,
          response: { 204: z.undefined(), 404: Problem },
        },
      },
      async (request, reply) => {
        const found = await invitationInMail(deps, request.params.token);
        if (!found.ok) throw rejectionProblem(found.rejection);
        // Whoever has the mail answers, whoever is signed in.
        const context = { ...commandContext(request), actor: { kind: 'system', id: 'invitation-mail' } } as const;
        const declined = await declineInvitation(deps, found.invitationId, 'by-mail', context);
        if (!declined.ok) throw rejectionProblem(declined.rejection);
        return reply.code(204).send();
      },
    );

    app.get(
      '/api/v1/me/invitations',
      {
        config: { access: 'account' },
        schema: {
          tags,
          summary: 'Invitations to the address of the caller that wait for an answer',
          response: { 200: ReceivedInvitationList },
        },
      },
      async (request) => ({
        items: await shown(await invitationsTo(deps, requireCaller(request).accountId)),
        next: null,
      }),
    );

    app.post(
      '/api/v1/me/invitations/:id/acceptance',
      {
        config: { access: 'invitations:accept' },
        schema: {
          tags,
          summary: 'Accept an invitation to the address of the caller',
          params: OwnParams,
          response: { 200: AcceptedInvitation },
        },
      },
      async (request) => {
        const { accountId, plantIds } = requireCaller(request);
        const answer = { invitationId: request.params.id, accountId, within: plantIds };
        const accepted = await acceptInvitation(deps, answer, commandContext(request));
        if (!accepted.ok) throw rejectionProblem(accepted.rejection);
        if (accepted.position !== null) await deps.waitFor(accepted.position);
        const right = accepted.state.status === 'active' && accepted.state.sharing.grants.get(accountId)?.right;
        if (!right) throw new ProblemError('invitation.not-found');
        return { plantId: accepted.plantId, right };
      },
    );

    app.post(
      '/api/v1/me/invitations/:id/refusal',
      {
        config: { access: 'account' },
        schema: {
          tags,
          summary: 'Decline an invitation to the address of the caller',
          params: OwnParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const declined = await declineInvitation(deps, request.params.id, accountId, commandContext(request));
        if (!declined.ok) throw rejectionProblem(declined.rejection);
        return reply.code(204).send();
      },
    );
  };
}
