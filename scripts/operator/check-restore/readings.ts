import { missingMonths } from '../../../adapters/readings/partition-check.js';
import { devicesToSum, verifySums, type SumDifference } from '../../../adapters/readings/sums/verify.js';
import { goOn, type Check } from './port.js';

export const checkPartitions: Check = async ({ database: { pool } }) => {
  const { months, faults } = await missingMonths(pool);
  return { looked: `readings of ${months} months`, faults };
};

export const checkSums: Check = async ({ database: { pool } }, { devices, signal, onProgress }) => {
  const deviceIds = await devicesToSum(pool, devices);
  const faults: string[] = [];
  for await (const batch of verifySums(pool, deviceIds)) {
    faults.push(...batch.differences.map(differenceText));
    onProgress(`sums: ${batch.devices} of ${batch.of} devices`);
    goOn(signal);
  }
  return { looked: `sums of ${deviceIds.length} devices${devices === 'all' ? '' : ', a sample'}`, faults };
};

function differenceText({ table, serialNumber, inverterId, day, keptWh, recomputedWh }: SumDifference): string {
  const device = serialNumber === null ? '' : ` of device ${serialNumber}`;
  const when = day === null ? '' : ` on ${day}`;
  return `${table}${device} in place ${inverterId}${when}: ${energy(keptWh)} kept, the readings give ${energy(recomputedWh)}`;
}

function energy(wh: number | null): string {
  return wh === null ? 'nothing' : `${wh} Wh`;
}
