import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deletePlant } from '../api/plants.js';
import type { Plant } from '../api/types.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame, FormGroup } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useNoticeGone } from './plant-gone.js';

/** Says what will be lost and asks for the name before anything is deleted. */
export function DeletePlant({ plant }: { readonly plant: Plant }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <FormGroup title={text('deletePlant.title')} help={text('deletePlant.text')}>
      <div>
        <Button look="danger" icon="remove" onClick={() => setOpen(true)}>
          {text('deletePlant.open')}
        </Button>
      </div>
      {open && <DeleteDialog plant={plant} onClose={() => setOpen(false)} />}
    </FormGroup>
  );
}

function DeleteDialog({ plant, onClose }: { readonly plant: Plant; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const noticeGone = useNoticeGone(plant.id);
  const same = (typed: string) => typed.trim().toLowerCase() === plant.name.trim().toLowerCase();
  const form = useForm({
    initial: { '/confirmation': '' },
    validate: (values) => (same(values['/confirmation']) ? {} : { '/confirmation': text('deletePlant.wrongName') }),
    submit: async () => {
      await noticeGone(deletePlant(plant.id));
      await navigate({ to: '/plants', replace: true, ignoreBlocker: true });
      client.removeQueries({ queryKey: ['plants', plant.id] });
      await client.invalidateQueries({ queryKey: ['plants'] });
      toast(text('deletePlant.done', { name: plant.name }));
    },
  });
  return (
    <Dialog title={text('deletePlant.confirmTitle', { name: plant.name })} onClose={onClose}>
      <FormFrame form={form} label={text('deletePlant.title')}>
        <div>
          <p>{text('deletePlant.lost')}</p>
          <ul className="losses">
            <li>{text('deletePlant.inverters', { count: plant.inverterCount })}</li>
            <li>{text('deletePlant.readings')}</li>
            {plant.licence.state === 'trial' && (
              <li>{text('deletePlant.licence', { days: plant.licence.daysLeft ?? 0 })}</li>
            )}
          </ul>
        </div>
        <TextField field={form.field('/confirmation')} label={text('deletePlant.typeName')} placeholder={plant.name} />
        <FormActions form={form} submit={text('deletePlant.confirm')} look="danger" solid onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
