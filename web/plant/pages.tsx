import { getRouteApi } from '@tanstack/react-router';
import { Channels } from './channels.js';
import { DeviceErrors } from './device-errors.js';
import { Inverters } from './inverters.js';
import { PlantDashboard } from './plant-dashboard.js';

const plantRoute = getRouteApi('/signed-in/plants/$plantId');
const invertersRoute = getRouteApi('/signed-in/plants/$plantId/inverters');
const channelsRoute = getRouteApi('/signed-in/plants/$plantId/channels');
const errorsRoute = getRouteApi('/signed-in/plants/$plantId/errors');

/** `/plants/:id?view=&date=` */
export function PlantPage() {
  const { plantId } = plantRoute.useParams();
  const navigate = plantRoute.useNavigate();
  return (
    <PlantDashboard
      key={plantId}
      plantId={plantId}
      search={plantRoute.useSearch()}
      onSearch={(search) => void navigate({ search, resetScroll: false })}
    />
  );
}

export function InvertersPage() {
  return <Inverters plantId={invertersRoute.useParams().plantId} />;
}

export function ChannelsPage() {
  return <Channels plantId={channelsRoute.useParams().plantId} />;
}

export function DeviceErrorsPage() {
  return <DeviceErrors plantId={errorsRoute.useParams().plantId} />;
}
