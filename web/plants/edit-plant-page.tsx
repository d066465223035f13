import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { editPlant, plantQuery } from '../api/plants.js';
import { ApiProblem } from '../api/problem.js';
import type { Plant } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { ViewOnly } from '../sharing/view-only.js';
import { DataServiceCard } from './data-service-card.js';
import { DeletePlant } from './delete-plant.js';
import { isGone, PlantGone, useNoticeGone } from './plant-gone.js';
import { PlantFields } from './plant-fields.js';
import { valuesOf } from './plant-form.js';
import { Subplants } from './subplants.js';

export function EditPlantPage() {
  const { plantId } = useParams({ from: '/signed-in/plants/$plantId/edit' });
  const plant = useQuery(plantQuery(plantId));
  if (isGone(plant.error)) return <PlantGone />;
  if (plant.data?.right === 'viewer') return <ViewOnly plant={plant.data} />;
  if (plant.data !== undefined) return <EditPlant plant={plant.data} />;
  return plant.isError ? <LoadFailure error={plant.error} retry={() => void plant.refetch()} /> : <Loading />;
}

function EditPlant({ plant }: { readonly plant: Plant }) {
  const text = useText();
  const { language } = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const plantId = plant.id;
  const revision = useRevisionOfForm(plant);
  const noticeGone = useNoticeGone(plantId);
  return (
    <Page
      title={text('plantForm.editTitle', { name: plant.name })}
      form
      actions={
        <ButtonLink icon="left" look="quiet" to="/plants/$plantId" params={{ plantId }}>
          {text('ui.back')}
        </ButtonLink>
      }
    >
      <div className="stack">
        <PlantFields
          initial={valuesOf(plant, language)}
          submitLabel={text('ui.save')}
          onSubmit={async (body) => {
            try {
              await noticeGone(editPlant(plantId, body, revision));
            } catch (error) {
              if (!(error instanceof ApiProblem) || error.code !== 'revision.stale') throw error;
              const detail = text('plantForm.conflict');
              throw new ApiProblem({ ...error.problem, detail }, error.retryAfterSeconds);
            }
            await client.invalidateQueries({ queryKey: ['plants'] });
            toast(text('plantForm.saved'));
            await navigate({ to: '/plants/$plantId', params: { plantId } });
          }}
        />
        <Subplants plant={plant} />
        {plant.number !== null && <DataServiceCard number={plant.number} />}
        {plant.right === 'owner' && <DeletePlant plant={plant} />}
      </div>
    </Page>
  );
}

/**
 * The revision that the fields show. Changes beside the form (subplants, inverters) move it on; when somebody else
 * changes what the form shows, it stays, so that the server refuses rather than loses their change.
 */
function useRevisionOfForm(plant: Plant): string {
  const [shown] = useState(plant);
  const isSame = JSON.stringify(valuesOf(plant, 'en')) === JSON.stringify(valuesOf(shown, 'en'));
  return isSame ? plant.revision : shown.revision;
}
