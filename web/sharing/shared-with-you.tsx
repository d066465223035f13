import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { leavePlant } from '../api/sharing.js';
import type { Plant } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';

/** What a third party may do with the plant, and the way out. */
export function SharedWithYou({ plant }: { readonly plant: Plant }) {
  const text = useText();
  const [isLeaving, setLeaving] = useState(false);
  const owner = plant.ownerName ?? '';
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('sharing.withYou', { owner })}</h2>
      </div>
      <div className="stack">
        <p className="secondary">
          {text(plant.right === 'manager' ? 'sharing.withYouManager' : 'sharing.withYouViewer')}
        </p>
        <div>
          <Button look="danger" icon="signOut" onClick={() => setLeaving(true)}>
            {text('sharing.leave')}
          </Button>
        </div>
      </div>
      {isLeaving && <LeaveDialog plant={plant} owner={owner} onClose={() => setLeaving(false)} />}
    </Card>
  );
}

function LeaveDialog({
  plant,
  owner,
  onClose,
}: {
  readonly plant: Plant;
  readonly owner: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => leavePlant(plant.id),
    onSuccess: async () => {
      await navigate({ to: '/plants', replace: true });
      client.removeQueries({ queryKey: ['plants', plant.id] });
      await client.invalidateQueries({ queryKey: ['plants'] });
      toast(text('sharing.left', { plant: plant.name }));
    },
  });
  return (
    <Dialog
      title={text('sharing.leaveTitle', { plant: plant.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid busy={leave.isPending} onClick={() => leave.mutate()}>
            {text('sharing.leave')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secondary">{text('sharing.leaveText', { owner })}</p>
        {leave.isError && <LoadFailure error={leave.error} />}
      </div>
    </Dialog>
  );
}
