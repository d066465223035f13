import { useMutation, useQueryClient } from '@tanstack/react-query';
import { grantsQuery, sendAgain, withdraw } from '../api/sharing.js';
import type { PlantInvitation } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Chip } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';

/** An invitation without an answer: sent again, or taken back. */
export function WaitingRow({
  plantId,
  timeZone,
  invitation,
}: {
  readonly plantId: string;
  readonly timeZone: string;
  readonly invitation: PlantInvitation;
}) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const { id, email, right, expiresAt, expired } = invitation;
  const done = async (said: 'sharing.sent' | 'sharing.withdrawn') => {
    await client.invalidateQueries({ queryKey: grantsQuery(plantId).queryKey });
    toast(text(said, { email }));
  };
  const again = useMutation({ mutationFn: () => sendAgain(plantId, id), onSuccess: () => done('sharing.sent') });
  const back = useMutation({ mutationFn: () => withdraw(plantId, id), onSuccess: () => done('sharing.withdrawn') });
  const error = again.error ?? back.error;
  return (
    <li>
      <Icon name="mail" />
      <div className="who">
        <div className="row">
          <b>{email}</b>
          {expired && (
            <Chip tone="warn" icon="clock">
              {text('sharing.expired')}
            </Chip>
          )}
        </div>
        <p className="help">
          {text(`sharing.${right}`)}
          {!expired && <> · {text('sharing.validUntil', { day: format.instant(expiresAt, timeZone, 'day') })}</>}
        </p>
        {error !== null && <LoadFailure error={error} />}
      </div>
      <div className="acts">
        <Button
          busy={again.isPending}
          onClick={() => again.mutate()}
          aria-label={text('sharing.sendAgainTo', { email })}
        >
          {text('sharing.sendAgain')}
        </Button>
        <Button busy={back.isPending} onClick={() => back.mutate()} aria-label={text('sharing.withdrawOf', { email })}>
          {text('sharing.withdraw')}
        </Button>
      </div>
    </li>
  );
}
