import { getRouteApi } from '@tanstack/react-router';
import { Alerts } from '../alerts/alerts.js';
import { Channels } from './channels.js';
import { ChartBuilder } from './chart-builder.js';
import { Corrections } from './corrections.js';
import { DeviceErrors } from './device-errors.js';
import { Export } from './export.js';
import { Forecast } from './forecast.js';
import { History } from './history.js';
import { InverterListPage as ListOfPlant } from './inverter-list.js';
import { Inverters } from './inverters.js';
import { Sharing } from '../sharing/sharing.js';
import { PlantDashboard } from './plant-dashboard.js';

const plantRoute = getRouteApi('/signed-in/plants/$plantId');
const invertersRoute = getRouteApi('/signed-in/plants/$plantId/inverters');
const listRoute = getRouteApi('/signed-in/plants/$plantId/inverters/import');
const channelsRoute = getRouteApi('/signed-in/plants/$plantId/channels');
const chartRoute = getRouteApi('/signed-in/plants/$plantId/chart');
const sharingRoute = getRouteApi('/signed-in/plants/$plantId/sharing');
const exportRoute = getRouteApi('/signed-in/plants/$plantId/export');
const correctionsRoute = getRouteApi('/signed-in/plants/$plantId/corrections');
const historyRoute = getRouteApi('/signed-in/plants/$plantId/history');
const forecastRoute = getRouteApi('/signed-in/plants/$plantId/forecast');
const alertsRoute = getRouteApi('/signed-in/plants/$plantId/alerts');
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

export function ExportPage() {
  return <Export plantId={exportRoute.useParams().plantId} />;
}

/** `/plants/:id/corrections?date=` */
export function CorrectionsPage() {
  const { plantId } = correctionsRoute.useParams();
  const { date } = correctionsRoute.useSearch();
  return <Corrections key={`${plantId} ${date ?? ''}`} plantId={plantId} day={date} />;
}

export function HistoryPage() {
  return <History plantId={historyRoute.useParams().plantId} />;
}

export function ForecastPage() {
  return <Forecast plantId={forecastRoute.useParams().plantId} />;
}

export function InvertersPage() {
  return <Inverters plantId={invertersRoute.useParams().plantId} />;
}

/** `/plants/:id/inverters/import?list=` */
export function InverterListPage() {
  const { plantId } = listRoute.useParams();
  const navigate = listRoute.useNavigate();
  return (
    <ListOfPlant
      key={plantId}
      plantId={plantId}
      listId={listRoute.useSearch().list}
      onList={(list) => void navigate({ search: list === undefined ? {} : { list } })}
    />
  );
}

/** `/plants/:id/channels?date=&inverter=` */
export function ChannelsPage() {
  const { plantId } = channelsRoute.useParams();
  const navigate = channelsRoute.useNavigate();
  const { date, inverter } = channelsRoute.useSearch();
  return (
    <Channels
      key={`${plantId} ${inverter ?? ''}`}
      plantId={plantId}
      date={date}
      inverterId={inverter}
      onDate={(day) => void navigate({ search: { date: day, inverter }, resetScroll: false })}
    />
  );
}

/** `/plants/:id/chart?lines=&span=&date=` */
export function ChartPage() {
  const { plantId } = chartRoute.useParams();
  const navigate = chartRoute.useNavigate();
  return (
    <ChartBuilder
      key={plantId}
      plantId={plantId}
      search={chartRoute.useSearch()}
      onSearch={(search) => void navigate({ search, resetScroll: false })}
    />
  );
}

export function DeviceErrorsPage() {
  return <DeviceErrors plantId={errorsRoute.useParams().plantId} />;
}

export function SharingPage() {
  return <Sharing plantId={sharingRoute.useParams().plantId} />;
}

export function AlertsPage() {
  return <Alerts plantId={alertsRoute.useParams().plantId} />;
}
