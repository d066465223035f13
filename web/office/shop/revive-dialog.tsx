import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeLicenceHistory } from '../../api/types.js';
import { useText } from '../../i18n/use-text.js';
import { useToast } from '../../ui/toast.js';
import { ReasonDialog } from './reason-dialog.js';

type ReviveDialogProps = {
  readonly plantId: string;
  readonly licence: OfficeLicenceHistory['licences'][number];
  readonly onClose: () => void;
};

/** Gives a licence back that more power had ended, with the reason, which stays in its history. */
export function ReviveDialog({ plantId, licence: { licenceId }, onClose }: ReviveDialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  return (
    <ReasonDialog
      title={text('office.licence.reviveTitle')}
      lead={text('office.licence.reviveText')}
      label={text('office.way.reason')}
      submit={text('office.licence.revive')}
      onReason={async (reason) => {
        await request<undefined>('POST', `/office/licences/${plantId}/${licenceId}/revival`, { body: { reason } });
        await client.invalidateQueries({ queryKey: ['office', 'licence', plantId] });
        toast(text('office.licence.revived'));
      }}
      onClose={onClose}
    />
  );
}
