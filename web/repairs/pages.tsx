import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { repairQuery } from './api.js';
import { DraftForm } from './draft-form.js';
import { newDraft, valuesOfDraft } from './draft-values.js';
import { Tracker } from './tracker.js';

const repairRoute = getRouteApi('/signed-in/repairs/$repairId');

/** "Service anfordern": a request begins. */
export function NewRepairPage() {
  const text = useText();
  const me = useMe().data;
  return (
    <Page title={text('repair.form')} lead={text('repair.formLead')} form>
      {me == null ? <Loading /> : <DraftForm repair={null} initial={newDraft(me)} />}
    </Page>
  );
}

/** A draft goes on as a form; everything else is followed. */
export function RepairPage() {
  const text = useText();
  const { repairId } = repairRoute.useParams();
  const repair = useQuery(repairQuery(repairId));
  if (repair.data === undefined) {
    return (
      <Page title={text('repair.title')} narrow>
        {repair.isError ? <LoadFailure error={repair.error} retry={() => void repair.refetch()} /> : <Loading />}
      </Page>
    );
  }
  if (repair.data.status !== 'draft') return <Tracker repair={repair.data} />;
  return (
    <Page title={text('repair.form')} lead={text('repair.formLead')} form>
      <DraftForm key={repairId} repair={repair.data} initial={valuesOfDraft(repair.data)} />
    </Page>
  );
}
