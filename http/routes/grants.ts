import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  changeGrant,
  inviteThirdParty,
  leavePlant,
  repeatInvitation,
  revokeGrant,
  withdrawInvitation,
  type ThirdPartyDeps,
} from '../../commands/plant/third-parties.js';
import { clear, isErased } from '../../domain/kernel/event.js';
import { AccountId, InvitationId, PlantId, streamOf } from '../../domain/kernel/ids.js';
import { fold } from '../../domain/kernel/decider.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { isOver, type Invitation } from '../../domain/plant/sharing.js';
import { sharingHistory } from '../../domain/plant/sharing-history.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { Grant, GrantList, GrantPatch, InvitationBody, PlantInvitation } from '../schemas/grants.js';
import { settled, tag } from './plants.js';

type GrantRoutesDeps = ThirdPartyDeps & {
  /** What accounts are called, by id; those that are gone are left out. */
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Third parties'];
const url = '/api/v1/plants/:id/grants';
const PlantParams = z.object({ id: PlantId });
const GrantParams = z.object({ id: PlantId, accountId: AccountId });
const InvitationParams = z.object({ id: PlantId, invitationId: InvitationId });
const shownEntries = 200;
/** Invitations of one account an hour: nobody sends mails to many foreign addresses. */
const perAccount = {
  rateLimit: {
    max: 30,
    timeWindow: 3_600_000,
    keyGenerator: (request: Parameters<typeof requireCaller>[0]) => request.caller?.accountId ?? request.ip,
  },
};

/**
 * Third parties of a plant (A12): for its owner, and to leave, for themselves. Read from the log, so that addresses stand
 * nowhere else and are gone with their keys.
 */
export function grantRoutes(deps: GrantRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'plants:share' },
        schema: {
          tags,
          summary: 'With whom a plant is shared, open invitations and history',
          params: PlantParams,
          response: { 200: GrantList },
        },
      },
      async (request, reply) => {
        const { events, revision } = await deps.log.load(streamOf.plant(request.params.id));
        const ofPlant = events as readonly PlantEvent[];
        const plant = fold(plantDecider, ofPlant);
        if (plant.status !== 'active') throw new ProblemError('plant.not-found');
        tag(reply, revision.toString());
        const history = sharingHistory(ofPlant).slice(0, shownEntries);
        const accountIds = [...history.map(({ accountId }) => accountId), ...plant.sharing.grants.keys()];
        const names = await deps.namesOf([...new Set(accountIds.flatMap((id) => id ?? []))]);
        return {
          items: [...plant.sharing.grants.keys()].flatMap((id) => grantAnswer(plant, id, names) ?? []),
          next: null,
          invitations: waitingIn(plant, deps.clock.now().toString()),
          history: history.map(({ accountId, ...entry }) => ({
            ...entry,
            name: (accountId === null ? null : names.get(accountId)) ?? null,
          })),
        };
      },
    );

    app.post(
      `${url}/invitations`,
      {
        config: { access: 'plants:share', ...perAccount },
        schema: {
          tags,
          summary: 'Invite somebody by mail; whether the address has an account is not told',
          params: PlantParams,
          body: InvitationBody,
          response: { 201: PlantInvitation, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const wish = { plantId: request.params.id, ...request.body };
        const { invitationId, ...handled } = await inviteThirdParty(deps, wish, commandContext(request));
        const { plant, revision } = await settled(deps, handled);
        tag(reply, revision).code(201);
        return found(waitingIn(plant, deps.clock.now().toString()).find(({ id }) => id === invitationId));
      },
    );

    app.post(
      `${url}/invitations/:invitationId/resend`,
      {
        config: { access: 'plants:share', ...perAccount },
        schema: {
          tags,
          summary: 'Send an invitation once more; its time begins anew',
          params: InvitationParams,
          response: { 200: PlantInvitation, 429: Problem },
        },
      },
      async (request, reply) => {
        const { id: plantId, invitationId } = request.params;
        const handled = await repeatInvitation(deps, { plantId, invitationId }, commandContext(request));
        const { plant, revision } = await settled(deps, handled);
        tag(reply, revision);
        return found(waitingIn(plant, deps.clock.now().toString()).find(({ id }) => id === invitationId));
      },
    );

    app.delete(
      `${url}/invitations/:invitationId`,
      {
        config: { access: 'plants:share' },
        schema: {
          tags,
          summary: 'Take an invitation back',
          params: InvitationParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id: plantId, invitationId } = request.params;
        const handled = await withdrawInvitation(deps, { plantId, invitationId }, commandContext(request));
        const { revision } = await settled(deps, handled);
        return tag(reply, revision).code(204).send();
      },
    );

    app.patch(
      `${url}/:accountId`,
      {
        config: { access: 'plants:share' },
        schema: {
          tags,
          summary: 'Make a viewer a manager, or a manager a viewer',
          params: GrantParams,
          body: GrantPatch,
          response: { 200: Grant },
        },
      },
      async (request, reply) => {
        const { id: plantId, accountId } = request.params;
        const wish = { plantId, accountId, right: request.body.right };
        const { plant, revision } = await settled(deps, await changeGrant(deps, wish, commandContext(request)));
        tag(reply, revision);
        return found(grantAnswer(plant, accountId, await deps.namesOf([accountId])));
      },
    );

    app.delete(
      `${url}/:accountId`,
      {
        config: { access: 'plants:share' },
        schema: {
          tags,
          summary: 'Take a right away, at once: live views end, and tokens see the plant no more',
          params: GrantParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id: plantId, accountId } = request.params;
        const { revision } = await settled(
          deps,
          await revokeGrant(deps, { plantId, accountId }, commandContext(request)),
        );
        return tag(reply, revision).code(204).send();
      },
    );

    app.delete(
      `${url}/me`,
      {
        config: { access: 'plants:leave' },
        schema: {
          tags,
          summary: 'Leave a plant of somebody else',
          params: PlantParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const wish = { plantId: request.params.id, accountId: requireCaller(request).accountId };
        await settled(deps, await leavePlant(deps, wish, commandContext(request)));
        return reply.code(204).send();
      },
    );
  };
}

function grantAnswer(
  { sharing }: ActivePlant,
  accountId: AccountId,
  names: ReadonlyMap<string, string>,
): z.infer<typeof Grant> | null {
  const grant = sharing.grants.get(accountId);
  if (grant === undefined) return null;
  const email = sharing.invitations.get(grant.invitationId)?.email ?? null;
  return {
    accountId,
    name: names.get(accountId) ?? '',
    email: clear(email),
    right: grant.right,
    since: grant.since,
  };
}

/** Invitations without an answer. Those whose address is kept no longer can neither be sent nor told apart. */
function waitingIn({ sharing }: ActivePlant, now: string): z.infer<typeof PlantInvitation>[] {
  return [...sharing.invitations].flatMap(([id, invitation]) => {
    const { email } = invitation;
    return invitation.status === 'accepted' || isErased(email) ? [] : [invitationAnswer(id, email, invitation, now)];
  });
}

function invitationAnswer(id: InvitationId, email: string, invitation: Invitation, now: string) {
  const { right, language, invitedAt, sentAt, expiresAt, status } = invitation;
  const expired = status === 'expired' || isOver(invitation, now);
  return { id, email, right, language, invitedAt, sentAt, expiresAt, expired };
}

function found<T>(answer: T | null | undefined): T {
  if (answer === null || answer === undefined) throw new ProblemError('grant.not-found');
  return answer;
}
