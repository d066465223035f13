import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Inverter } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { useNoticeGone } from '../plants/plant-gone.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { removeInverter } from './api.js';
import { keys } from './queries.js';

type RemoveInverterProps = {
  readonly plantId: string;
  readonly inverter: Inverter;
  readonly onClose: () => void;
};

/** Says what goes and what stays before anything is deleted. */
export function RemoveInverterDialog({ plantId, inverter, onClose }: RemoveInverterProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const noticeGone = useNoticeGone(plantId);
  const removal = useMutation({
    mutationFn: () => noticeGone(removeInverter(plantId, inverter.id)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.plant(plantId) });
      toast(text('plant.inverters.removed', { name: inverter.name }));
      onClose();
    },
  });
  return (
    <Dialog
      title={text('plant.inverters.remove', { name: inverter.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid busy={removal.isPending} onClick={() => removal.mutate()}>
            {text('plant.inverters.removeNow')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div>
          <h3>{text('plant.inverters.lost')}</h3>
          <p className="secondary">{text('plant.inverters.lostText')}</p>
        </div>
        <div>
          <h3>{text('plant.inverters.kept')}</h3>
          <p className="secondary">{text('plant.inverters.keptText')}</p>
        </div>
        <p className="secondary">{text('plant.inverters.exchangeInstead')}</p>
        {removal.error && <LoadFailure error={removal.error} />}
      </div>
    </Dialog>
  );
}
