import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../api/accounts.js';
import { addPlant } from '../api/plants.js';
import { useText } from '../i18n/use-text.js';
import { Page } from '../ui/page.js';
import { useToast } from '../ui/toast.js';
import { PlantFields } from './plant-fields.js';
import { emptyPlant } from './plant-form.js';

/** A new plant; afterwards its inverters. */
export function AddPlantPage() {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const country = useMe().data?.address.country ?? 'DE';
  // The same key for a repeated attempt: a lost answer does not add the plant twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Page title={text('plantForm.addTitle')} lead={text('plantForm.addLead')} form>
      <PlantFields
        initial={emptyPlant(country, '')}
        submitLabel={text('plantForm.submitAdd')}
        onSubmit={async (body) => {
          const plant = await addPlant(body, idempotencyKey);
          await client.invalidateQueries({ queryKey: ['plants'] });
          toast(text('plantForm.added', { name: plant.name }));
          await navigate({ to: '/plants/$plantId', params: { plantId: plant.id } });
        }}
      />
    </Page>
  );
}
