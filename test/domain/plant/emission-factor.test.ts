import t from 'tap';
import { AccountId, PlantId } from '../../../domain/kernel/ids.js';
import { emissionFactorOf } from '../../../domain/plant/emission-factor.js';
import type { PlantEvent } from '../../../domain/plant/events.js';
import { plantDecider } from '../../../domain/plant/plant.js';
import { usualEmissionFactor, type EmissionFactor } from '../../../domain/production/co2.js';
import { given } from '../../support/given.js';

const at = '2026-07-21T12:00:00Z';
const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const ownerId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
const planted: PlantEvent = {
  type: 'PlantAdded',
  data: {
    ...{ plantId, ownerId, at, name: 'Scheune', description: '', moduleName: '', kind: 'pv', public: false },
    address: { street: 'Weg 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 },
    timeZone: 'Europe/Berlin',
    ...{ powerTemperatureCoefficientPercentPerK: -0.4, azimuthDeg: 180, tiltDeg: 30, moduleAreaM2: 100 },
    ...{ generatorPowerW: 20_000, feedInTariffs: [] },
  },
};
const set = (factor: EmissionFactor | null) =>
  ({ type: 'SetEmissionFactor', at, actor: { kind: 'account', id: ownerId }, factor }) as const;
const supplier = { gramsPerKwh: 210, source: 'Stadtwerke', year: 2025 };
const stated = (factor: EmissionFactor): PlantEvent => ({
  type: 'EmissionFactorSet',
  data: { plantId, ownerId, at, ...factor },
});
const reset: PlantEvent = { type: 'EmissionFactorReset', data: { plantId, at } };
const factorAfter = (events: readonly PlantEvent[]) => {
  const state = given(plantDecider, events).state();
  if (state.status !== 'active') throw new Error('the plant stands');
  return emissionFactorOf(state);
};

t.test('the usual factor counts until somebody states another one', async (t) => {
  t.strictSame(factorAfter([planted]), usualEmissionFactor);
  t.match(usualEmissionFactor, { gramsPerKwh: 363, source: 'UBA', year: 2024 });
  given(plantDecider, [planted])
    .when(set(supplier))
    .then(t, [stated(supplier)]);
  t.strictSame(factorAfter([planted, stated(supplier)]), supplier);
  given(plantDecider, [planted])
    .when(set(usualEmissionFactor))
    .then(t, [stated(usualEmissionFactor)]);
});

t.test('the same again is nothing new, and it is taken back', async (t) => {
  given(plantDecider, [planted, stated(supplier)])
    .when(set(supplier))
    .thenNothing(t);
  given(plantDecider, [planted, stated(supplier)])
    .when(set(null))
    .then(t, [reset]);
  given(plantDecider, [planted]).when(set(null)).thenNothing(t);
  given(plantDecider, [planted, stated(supplier), reset])
    .when(set(null))
    .thenNothing(t);
  t.strictSame(factorAfter([planted, stated(supplier), reset]), usualEmissionFactor);
});

t.test('nobody knows a year that is still to come', async (t) => {
  const next = { ...supplier, year: 2027 };
  given(plantDecider, [planted]).when(set(next)).thenRejected(t, { code: 'emission-factor.year-to-come' });
  given(plantDecider, [planted])
    .when(set({ ...supplier, year: 2026 }))
    .then(t, [stated({ ...supplier, year: 2026 })]);
});

t.test('who only looks states nothing', async (t) => {
  const stranger = AccountId.parse('0198a000-0000-7000-8000-000000000003');
  given(plantDecider, [planted])
    .when({ ...set(supplier), actor: { kind: 'account', id: stranger } })
    .thenRejected(t, { code: 'plant.not-found' });
});
