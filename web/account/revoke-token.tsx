import { useMutation } from '@tanstack/react-query';
import { revokeToken } from '../api/tokens.js';
import type { ApiToken } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';

export function RevokeTokenDialog({
  token,
  onClose,
  onDone,
}: {
  readonly token: ApiToken;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const text = useText();
  const revoke = useMutation({ mutationFn: revokeToken, onSuccess: onDone });
  return (
    <Dialog
      title={text('tokens.revokeTitle', { name: token.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid busy={revoke.isPending} onClick={() => revoke.mutate(token.id)}>
            {text('tokens.revoke')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secondary">{text('tokens.revokeText')}</p>
        {revoke.isError && <LoadFailure error={revoke.error} />}
      </div>
    </Dialog>
  );
}
