import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { Grant, GrantList, InvitationBody, InvitationInMail, Page, ReceivedInvitation, Right } from './types.js';

/** Others answer while the page stands open. */
const refreshMs = 60_000;

/** With whom a plant is shared; below the key of the plant, so that it is renewed with it. */
export const grantsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['plants', plantId, 'grants'],
    refetchInterval: refreshMs,
    queryFn: ({ signal }) => request<GrantList>('GET', `/plants/${plantId}/grants`, { signal }),
  });

/** Invitations to the own address that wait for an answer. */
export const receivedInvitationsQuery = queryOptions({
  queryKey: ['invitations'],
  refetchInterval: refreshMs,
  queryFn: async ({ signal }) => (await request<Page<ReceivedInvitation>>('GET', '/me/invitations', { signal })).items,
});

export const invitationInMailQuery = (token: string, reader: string | null) =>
  queryOptions({
    queryKey: ['invitation', token, reader],
    retry: false,
    queryFn: ({ signal }) => request<InvitationInMail>('GET', `/invitations/${encodeURIComponent(token)}`, { signal }),
  });

const grants = (plantId: string) => `/plants/${plantId}/grants`;

export const invite = (plantId: string, body: InvitationBody) =>
  request<undefined>('POST', `${grants(plantId)}/invitations`, { body });

export const sendAgain = (plantId: string, id: string) =>
  request<undefined>('POST', `${grants(plantId)}/invitations/${id}/resend`);

export const withdraw = (plantId: string, id: string) =>
  request<undefined>('DELETE', `${grants(plantId)}/invitations/${id}`);

export const changeRight = (plantId: string, accountId: string, right: Right) =>
  request<Grant>('PATCH', `${grants(plantId)}/${accountId}`, { body: { right } });

export const revoke = (plantId: string, accountId: string) =>
  request<undefined>('DELETE', `${grants(plantId)}/${accountId}`);

export const leavePlant = (plantId: string) => request<undefined>('DELETE', `${grants(plantId)}/me`);

export const acceptInvitation = (id: string) =>
  request<{ readonly plantId: string }>('POST', `/me/invitations/${id}/acceptance`);

export const declineInvitation = (id: string) => request<undefined>('POST', `/me/invitations/${id}/refusal`);

export const declineByMail = (token: string) =>
  request<undefined>('POST', `/invitations/${encodeURIComponent(token)}/refusal`);
