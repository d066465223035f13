import './sharing.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { declineInvitation, receivedInvitationsQuery } from '../api/sharing.js';
import type { ReceivedInvitation } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useAcceptance } from './use-acceptance.js';

/** Invitations to the address of the reader, above the list of plants. */
export function ReceivedInvitations() {
  const invitations = useQuery(receivedInvitationsQuery).data ?? [];
  if (invitations.length === 0) return null;
  return (
    <div className="received-invitations">
      {invitations.map((invitation) => (
        <Received key={invitation.id} invitation={invitation} />
      ))}
    </div>
  );
}

function Received({ invitation }: { readonly invitation: ReceivedInvitation }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const { id, ownerName, plantName, right, expiresAt } = invitation;
  const accept = useAcceptance(invitation);
  const decline = useMutation({
    mutationFn: () => declineInvitation(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: receivedInvitationsQuery.queryKey });
      toast(text('invitation.declined'));
    },
  });
  const error = accept.error ?? decline.error;
  return (
    <Notice tone="sun">
      <p>
        <b>{text('invitation.waiting', { owner: ownerName, plant: plantName })}</b>
      </p>
      <p>
        {text('invitation.waitingText', {
          right: text(`sharing.${right}`),
          day: format.portal(expiresAt, 'day'),
        })}
      </p>
      {error !== null && <LoadFailure error={error} />}
      <div className="row">
        <Button
          look="primary"
          busy={accept.isPending}
          onClick={() => accept.mutate()}
          aria-label={text('invitation.acceptOf', { plant: plantName })}
        >
          {text('invitation.accept')}
        </Button>
        <Button
          busy={decline.isPending}
          onClick={() => decline.mutate()}
          aria-label={text('invitation.declineOf', { plant: plantName })}
        >
          {text('invitation.decline')}
        </Button>
      </div>
    </Notice>
  );
}
