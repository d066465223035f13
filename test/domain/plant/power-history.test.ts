import t from 'tap';
import { InverterId, SerialNumber } from '../../../domain/kernel/ids.js';
import type { PlantEvent } from '../../../domain/plant/events.js';
import { powerHistory } from '../../../domain/plant/power-history.js';
import { plantId } from '../licence/support.js';

const inverterId = InverterId.parse('0198a000-0000-7000-8004-000000000001');
const [first, second] = [SerialNumber.parse('7043210'), SerialNumber.parse('7043211')];
const on = (day: string) => ({ plantId, at: `${day}T12:00:00Z` });
const unknown = { typeId: null, nominalPowerW: 20_000, powerAssumed: true };
const known = { typeId: 'ae-3tl-23', nominalPowerW: 23_000, powerAssumed: false };
const place = { inverterId, subplantId: null, ownerId: null, claim: 'data' } as const;

t.test('which device had which power when, and the sum, with the events that say so', async (t) => {
  const sum = (day: string, nominalPowerW: number, assumedPowerW = 0): PlantEvent => ({
    type: 'NominalPowerChanged',
    data: { ...on(day), nominalPowerW, assumedPowerW },
  });
  const events: readonly PlantEvent[] = [
    { type: 'InverterAdded', data: { ...on('2026-03-01'), ...place, serialNumber: first, name: 'WR 1', ...unknown } },
    sum('2026-03-01', 20_000, 20_000),
    { type: 'InverterTypeDetermined', data: { ...on('2026-03-05'), inverterId, ...known, reason: 'reported' } },
    sum('2026-03-05', 23_000),
    {
      type: 'InverterExchanged',
      data: {
        ...on('2026-06-10'),
        ...{ inverterId, exchangedAt: '2026-06-01T08:00:00Z', claim: 'code', ...unknown },
        ...{ oldSerialNumber: first, newSerialNumber: second },
      },
    },
    { type: 'InverterRemoved', data: { ...on('2026-07-01'), inverterId, serialNumber: second } },
    sum('2026-07-01', 0),
  ];
  const assumed = { typeId: null, nominalPowerW: 20_000, isAssumed: true };
  const sure = { typeId: 'ae-3tl-23', nominalPowerW: 23_000, isAssumed: false };
  const [added, told, exchanged, gone] = [
    '2026-03-01T12:00:00Z',
    '2026-03-05T12:00:00Z',
    '2026-06-01T08:00:00Z',
    '2026-07-01T12:00:00Z',
  ];
  t.strictSame(powerHistory(events), {
    devices: [
      { serialNumber: first, ...assumed, from: added, to: told, revision: 0, since: 'added' },
      { serialNumber: first, ...sure, from: told, to: exchanged, revision: 2, since: 'reported' },
      { serialNumber: second, ...assumed, from: exchanged, to: gone, revision: 4, since: 'exchanged' },
    ],
    sums: [
      { from: added, to: told, revision: 1, nominalPowerW: 20_000, assumedPowerW: 20_000 },
      { from: told, to: gone, revision: 3, nominalPowerW: 23_000, assumedPowerW: 0 },
      { from: gone, to: null, revision: 6, nominalPowerW: 0, assumedPowerW: 0 },
    ],
  });
  t.strictSame(powerHistory([]), { devices: [], sums: [] });
});
