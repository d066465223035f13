import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { acceptInvitation, receivedInvitationsQuery } from '../api/sharing.js';
import type { ReceivedInvitation } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { useToast } from '../ui/toast.js';

/** Accepts an invitation and shows the plant. */
export function useAcceptance({ id, plantName }: Pick<ReceivedInvitation, 'id' | 'plantName'>) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => acceptInvitation(id),
    onSuccess: async ({ plantId }) => {
      await navigate({ to: '/plants/$plantId', params: { plantId } });
      toast(text('invitation.accepted', { plant: plantName }));
      await client.invalidateQueries({ queryKey: receivedInvitationsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['plants'] });
      await client.invalidateQueries({ queryKey: ['me', 'vat-check'] });
    },
  });
}
