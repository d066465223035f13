import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { request } from '../api/client.js';
import type { RepairOrder } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { repairQuery } from './api.js';
import { Attachments } from './attachments.js';
import { OpenRepairs } from './device-step.js';
import { RequestView } from './request-view.js';
import { useDiscard } from './use-draft.js';

type StepProps = { readonly repair: RepairOrder; readonly onBack: () => void };

/** Photos and PDFs, as many as help. */
export function FilesStep({ repair, onBack, onNext }: StepProps & { readonly onNext: () => void }) {
  const text = useText();
  const client = useQueryClient();
  const path = `/repair-orders/${repair.id}`;
  const show = (attachments: (all: RepairOrder['attachments']) => RepairOrder['attachments']) =>
    client.setQueryData(repairQuery(repair.id).queryKey, (now) =>
      now === undefined ? now : { ...now, attachments: attachments(now.attachments) },
    );
  return (
    <>
      <Card className="panel repair-card">
        <h2>{text('repair.stepTitle.files')}</h2>
        <Attachments
          files={repair.attachments}
          path={path}
          begin={() => Promise.resolve(path)}
          onAdded={(file) => show((all) => [...all, file])}
          onRemoved={(file) => show((all) => all.filter(({ id }) => id !== file.id))}
        />
      </Card>
      <div className="form-actions">
        <Button onClick={onBack}>{text('ui.back')}</Button>
        <Button look="primary" onClick={onNext}>
          {text('repair.next')}
        </Button>
      </div>
    </>
  );
}

/** Everything once more, and "Anfrage senden". */
export function SummaryStep({ repair, onBack }: StepProps) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const discard = useDiscard(repair);
  const send = useMutation({
    mutationFn: async () => {
      const sent = await request<RepairOrder>('POST', `/repair-orders/${repair.id}/request`);
      client.setQueryData(repairQuery(repair.id).queryKey, sent);
      await client.invalidateQueries({ queryKey: ['repair-orders'] });
      toast(text('repair.sent'));
      await navigate({ to: '/repairs/$repairId', params: { repairId: repair.id }, search: {}, replace: true });
    },
  });
  const failure = send.error ?? discard.error;
  return (
    <>
      <OpenRepairs serialNumber={repair.device.serialNumber ?? ''} />
      <RequestView repair={repair} title={text('repair.stepTitle.summary')} />
      <p className="secondary">
        {text('repair.filesCount', { count: repair.attachments.length })} {text('repair.sendText')}
      </p>
      {failure !== null && <LoadFailure error={failure} />}
      <div className="form-actions">
        <Button look="danger" busy={discard.isPending} onClick={() => discard.mutate()}>
          {text('repair.discard')}
        </Button>
        <Button onClick={onBack}>{text('ui.back')}</Button>
        <Button look="primary" large busy={send.isPending} onClick={() => send.mutate()}>
          {text('repair.send')}
        </Button>
      </div>
    </>
  );
}
