import { getRouteApi } from '@tanstack/react-router';
import { BuyPage } from './buy-page.js';
import { LicencePage as LicenceOfPlant } from './licence-page.js';
import { OrderPage as OneOrder } from './order-page.js';

const buyRoute = getRouteApi('/signed-in/licences/buy');
const orderRoute = getRouteApi('/signed-in/orders/$orderId');
const licenceRoute = getRouteApi('/signed-in/plants/$plantId/licence');

/** `/licences/buy?plants=id,id` */
export function BuyLicencePage() {
  return <BuyPage plantIds={buyRoute.useSearch().plants?.split(',') ?? []} />;
}

export function OrderPage() {
  return <OneOrder orderId={orderRoute.useParams().orderId} />;
}

export function LicencePage() {
  const { plantId } = licenceRoute.useParams();
  return <LicenceOfPlant key={plantId} plantId={plantId} />;
}
