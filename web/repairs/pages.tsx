import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEvidence } from '../alerts/evidence.js';
import { incidentQuery } from '../api/alerts.js';
import { useMe } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';
import { invertersQuery } from '../plant/queries.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { repairQuery } from './api.js';
import { newDraft, valuesOfDraft, type FoundFault } from './draft-values.js';
import { Tracker } from './tracker.js';
import { Wizard } from './wizard.js';

const newRepairRoute = getRouteApi('/signed-in/repairs/new');
const repairRoute = getRouteApi('/signed-in/repairs/$repairId');

/** "Service anfordern": a request begins. */
export function NewRepairPage() {
  const text = useText();
  const me = useMe().data;
  const { incident } = newRepairRoute.useSearch();
  const found = useFoundFault(incident);
  return (
    <Page title={text('repair.form')} lead={text('repair.formLead')} form>
      {me == null || found === undefined ? (
        <Loading />
      ) : (
        <Wizard repair={null} initial={newDraft(me, found)} asked={undefined} />
      )}
    </Page>
  );
}

/** The device of an incident and what was found of it; undefined until it is known, null without one. */
function useFoundFault(incidentId: string | undefined): FoundFault | null | undefined {
  const { headline, when } = useEvidence();
  const incident = useQuery({ ...incidentQuery(incidentId ?? ''), enabled: incidentId !== undefined });
  const plantId = incident.data?.plantId ?? '';
  const inverters = useQuery({ ...invertersQuery(plantId), enabled: plantId !== '' });
  if (incidentId === undefined || incident.isError || inverters.isError) return null;
  if (incident.data === undefined || inverters.data === undefined) return undefined;
  const inverter = inverters.data.items.find(({ id }) => id === incident.data.inverterId);
  const fault = `${headline(incident.data)} (${when(incident.data)})`;
  return inverter === undefined ? null : { plantId, inverter, fault };
}

/** A draft goes on step by step; everything else is followed. */
export function RepairPage() {
  const text = useText();
  const { repairId } = repairRoute.useParams();
  const { step } = repairRoute.useSearch();
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
      <Wizard key={repairId} repair={repair.data} initial={valuesOfDraft(repair.data)} asked={step} />
    </Page>
  );
}
