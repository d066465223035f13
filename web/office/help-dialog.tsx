import { useMutation } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { OfficeAccount } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useLookAgain } from './accounts-api.js';

/** What the office does for somebody on the telephone with one click. */
export type Help = 'unlock' | 'wayIn' | 'signOut';

const calls = {
  unlock: ['DELETE', 'lock'],
  wayIn: ['POST', 'way-in'],
  signOut: ['DELETE', 'sessions'],
} as const;

type HelpDialogProps = { readonly help: Help; readonly account: OfficeAccount; readonly onClose: () => void };

/** Asks before it is done, because it stands in the history with the name of whoever did it. */
export function HelpDialog({ help, account: { accountId, userName: name, email, wayIn }, onClose }: HelpDialogProps) {
  const text = useText();
  const toast = useToast();
  const lookAgain = useLookAgain();
  const [method, part] = calls[help];
  const act = useMutation({
    mutationFn: () => request<unknown>(method, `/office/accounts/${accountId}/${part}`),
    onSuccess: async () => {
      await lookAgain();
      toast(text(`office.accounts.${help}Done`, { name, email }));
      onClose();
    },
  });
  return (
    <Dialog
      title={text(`office.accounts.${help}Title`, { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" busy={act.isPending} onClick={() => act.mutate()}>
            {help === 'wayIn' && wayIn !== null
              ? text(`office.accounts.send.${wayIn}`)
              : text(help === 'unlock' ? 'office.accounts.unlock' : 'office.accounts.signOut')}
          </Button>
        </>
      }
    >
      <p className="secondary">{text(`office.accounts.${help}Text`, { email })}</p>
      {act.error !== null && <LoadFailure error={act.error} />}
    </Dialog>
  );
}
