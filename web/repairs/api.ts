import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { CategoryProposal, RepairDevice, RepairOrder, RepairPrices } from '../api/types.js';

export const repairPricesQuery = queryOptions({
  queryKey: ['repair-prices'],
  queryFn: ({ signal }) => request<RepairPrices>('GET', '/public/repair-prices', { signal }),
});

/** One repair; whoever looks at it sees what happens to it meanwhile. */
export const repairQuery = (repairId: string) =>
  queryOptions({
    queryKey: ['repairs', repairId],
    queryFn: ({ signal }) => request<RepairOrder>('GET', `/repair-orders/${repairId}`, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'draft' ? false : 30_000),
  });

const isSerial = (serialNumber: string) => /^[\x21-\x7e]{1,40}$/.test(serialNumber);

/** What the portal knows of a device, and whether a repair of it is under way. */
export const repairDeviceQuery = (serialNumber: string) =>
  queryOptions({
    queryKey: ['repairs', 'device', serialNumber],
    enabled: isSerial(serialNumber),
    retry: false,
    queryFn: ({ signal }) => request<RepairDevice>('GET', '/repair-device', { query: { serialNumber }, signal }),
  });

/** The category that the portal proposes, and why. */
export const categoryQuery = (device: {
  readonly serialNumber: string;
  readonly type: string | undefined;
  readonly deliveredOn: string | undefined;
}) =>
  queryOptions({
    queryKey: ['repairs', 'category', device],
    enabled: isSerial(device.serialNumber),
    retry: false,
    queryFn: ({ signal }) => request<CategoryProposal>('GET', '/repair-category', { query: device, signal }),
  });

export const repairCategories = ['ae', 'aeRefu', 'siemens', 'outOfWarranty'] as const;

/** In these nothing happens to a repair any more. */
export const overStatuses: readonly RepairOrder['status'][] = ['closed', 'refused', 'declined', 'withdrawn'];
