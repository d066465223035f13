import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { LicenceHistory, Order, PlantLicence, PriceList, Quote } from '../api/types.js';

export type Wish = {
  readonly plantId: string;
  readonly termDays: 365 | 730;
  /** Asks for the price of an extension before it is made. */
  readonly plannedPowerW?: number;
};

export const pricesQuery = queryOptions({
  queryKey: ['prices'],
  queryFn: ({ signal }) => request<PriceList>('GET', '/public/prices', { signal }),
});

/** A quote is asked for anew whenever somebody looks: prices, powers and credits change. */
export const quoteQuery = (items: readonly Wish[]) =>
  queryOptions({
    queryKey: ['quote', items],
    enabled: items.length > 0,
    gcTime: 0,
    retry: false,
    queryFn: ({ signal }) => request<Quote>('POST', '/orders/quote', { body: { items }, signal }),
  });

/** Asks the provider first: whoever looks at an open order may just have come back from its page. */
export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', orderId],
    queryFn: ({ signal }) => request<Order>('POST', `/orders/${orderId}/payment/check`, { body: {}, signal }),
    refetchInterval: ({ state }) => (state.data === undefined ? false : nextLookMs(state.data)),
  });

/** What follows from a payment comes by itself, in a moment; the payment itself when the customer has made it. */
function nextLookMs({ status, acceptedAt, invoices }: Order): number | false {
  if (status === 'open') return 5_000;
  const isNew = acceptedAt !== null && Date.now() - Date.parse(acceptedAt) < 120_000;
  const isUnderway = status === 'paid' || (isNew && invoices.length === 0);
  return isUnderway ? 1_000 : false;
}

export const plantLicenceQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['plants', plantId, 'licence'],
    queryFn: ({ signal }) => request<PlantLicence>('GET', `/plants/${plantId}/licence`, { signal }),
  });

export const licenceHistoryQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['plants', plantId, 'licence', 'history'],
    queryFn: ({ signal }) => request<LicenceHistory>('GET', `/plants/${plantId}/licence/history`, { signal }),
  });

/** `paymentUrl` leads to the payment page; null when nothing is to be paid, or the provider is not there. */
export type PlacedOrder = { readonly id: string; readonly paymentUrl: string | null };
