import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { useRequestJob } from './read-models-api.js';

/** What is asked for only after its consequences were read. */
export type AskedAction = 'rebuild' | 'rollback' | 'drop-old';

const texts = {
  rebuild: {
    title: 'office.readModels.rebuildTitle',
    consequences: 'office.readModels.rebuildText',
    confirm: 'office.readModels.rebuild',
  },
  rollback: {
    title: 'office.readModels.rollbackTitle',
    consequences: 'office.readModels.rollbackText',
    confirm: 'office.readModels.rollback',
  },
  'drop-old': {
    title: 'office.readModels.dropOldTitle',
    consequences: 'office.readModels.dropOldText',
    confirm: 'office.readModels.dropNow',
  },
} as const satisfies Record<AskedAction, object>;

type JobDialogProps = { readonly name: string; readonly action: AskedAction; readonly onClose: () => void };

export function JobDialog({ name, action, onClose }: JobDialogProps) {
  const text = useText();
  const [fresh, setFresh] = useState(false);
  const wish = useRequestJob(name);
  const { title, consequences, confirm } = texts[action];
  const send = () => wish.mutate({ action, fresh }, { onSuccess: onClose });
  const look = action === 'drop-old' ? ({ look: 'danger', solid: true } as const) : ({ look: 'primary' } as const);
  return (
    <Dialog
      title={text(title, { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button {...look} busy={wish.isPending} onClick={send}>
            {text(confirm)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secondary">{text(consequences)}</p>
        {action === 'rebuild' && (
          <label className="check">
            <input type="checkbox" checked={fresh} onChange={(event) => setFresh(event.target.checked)} />
            <span>{text('office.readModels.fresh')}</span>
          </label>
        )}
        {wish.error !== null && <LoadFailure error={wish.error} />}
      </div>
    </Dialog>
  );
}
