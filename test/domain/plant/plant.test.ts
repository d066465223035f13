import t from 'tap';
import { AccountId, InverterId, PlantId, SerialNumber, SubplantId } from '../../../domain/kernel/ids.js';
import { plantLimits } from '../../../domain/plant/commands.js';
import type { PlantEvent } from '../../../domain/plant/events.js';
import { ratedPower } from '../../../domain/plant/inverter-types.js';
import { deviceStandsIn } from '../../../domain/plant/claim.js';
import { plantDecider } from '../../../domain/plant/plant.js';
import type { PlantDetails } from '../../../domain/plant/state.js';
import { given } from '../../support/given.js';

const at = '2026-07-21T12:00:00Z';
const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const ownerId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
const stranger = AccountId.parse('0198a000-0000-7000-8000-000000000003');
const roof = SubplantId.parse('0198a000-0000-7000-8000-000000000004');
const first = InverterId.parse('0198a000-0000-7000-8000-000000000011');
const second = InverterId.parse('0198a000-0000-7000-8000-000000000012');
const serialA = SerialNumber.parse('LBAN02261010322');
const serialB = SerialNumber.parse('LBAN02261010321');
const owner = { kind: 'account', id: ownerId } as const;
const rated20k = ratedPower({ id: 'refusol-020k', nominalPowerW: 19_200 });
const unknown = ratedPower(null);

const details: PlantDetails = {
  name: 'Uracher Straße',
  description: '',
  address: { street: 'Uracher Straße 91', postcode: '72555', town: 'Metzingen', country: 'DE' },
  location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 },
  timeZone: 'Europe/Berlin',
  moduleName: 'Mono 400',
  kind: 'pv',
  powerTemperatureCoefficientPercentPerK: -0.4,
  azimuthDeg: 180,
  tiltDeg: 30,
  moduleAreaM2: 120.5,
  generatorPowerW: 24_000,
  feedInTariffs: [{ from: '2026-01-01', centsPerKwh: 7.86 }],
  public: false,
};
const orientation = { name: 'Ostdach', azimuthDeg: 90, tiltDeg: 20, moduleAreaM2: null, generatorPowerW: null };

const planted: PlantEvent = { type: 'PlantAdded', data: { plantId, ownerId, at, ...details } };
const subplanted: PlantEvent = {
  type: 'SubplantAdded',
  data: { plantId, ownerId, subplantId: roof, at, ...orientation },
};
const place = { plantId, inverterId: first, at };
const added = (claim: 'code' | 'data', rated = rated20k): PlantEvent => ({
  type: 'InverterAdded',
  data: { ...place, ownerId, serialNumber: serialA, name: 'WR 1', subplantId: roof, claim, ...rated },
});
const activated = (proof: 'code' | 'data', serialNumber = serialA): PlantEvent => ({
  type: 'InverterActivated',
  data: { ...place, serialNumber, proof },
});
const power = (nominalPowerW: number, assumedPowerW: number): PlantEvent => ({
  type: 'NominalPowerChanged',
  data: { plantId, at, nominalPowerW, assumedPowerW },
});
const addFirst = {
  type: 'AddInverter',
  at,
  actor: owner,
  inverterId: first,
  serialNumber: serialA,
  name: 'WR 1',
  subplantId: roof,
} as const;
const withInverter: readonly PlantEvent[] = [planted, subplanted, added('code'), activated('code'), power(19_200, 0)];

t.test('a plant is added once, changed in parts and removed for good', async (t) => {
  const add = { type: 'AddPlant', at, actor: owner, plantId, ownerId, details } as const;
  given(plantDecider, []).when(add).then(t, [planted]);
  given(plantDecider, [planted]).when(add).thenRejected(t, { code: 'plant.exists' });

  const change = (changes: Partial<PlantDetails>) => ({ type: 'ChangePlant', at, actor: owner, changes }) as const;
  const plant = given(plantDecider, [planted]);
  plant
    .when(change({ name: 'Neuer Name', tiltDeg: 30 }))
    .then(t, [{ type: 'PlantChanged', data: { plantId, ownerId, at, name: 'Neuer Name' } }]);
  plant.when(change({ name: details.name, feedInTariffs: details.feedInTariffs })).thenNothing(t);
  plant.when(change({ timeZone: 'Mars/Olympus' })).thenRejected(t, { code: 'plant.time-zone-unknown' });
  const twice = { from: '2026-01-01', centsPerKwh: 8 };
  plant.when(change({ feedInTariffs: [twice, twice] })).thenRejected(t, { code: 'plant.tariff-dates-repeated' });
  given(plantDecider, [])
    .when({ ...add, details: { ...details, timeZone: '../etc' } })
    .thenRejected(t, { code: 'plant.time-zone-unknown' });

  const remove = { type: 'RemovePlant', at, actor: owner } as const;
  const gone: PlantEvent = { type: 'PlantRemoved', data: { plantId, at } };
  given(plantDecider, withInverter)
    .when(remove)
    .then(t, [{ type: 'InverterRemoved', data: { ...place, serialNumber: serialA } }, gone]);
  given(plantDecider, [planted, gone]).when(remove).thenRejected(t, { code: 'plant.not-found' });
  given(plantDecider, [planted, gone]).when(add).thenRejected(t, { code: 'plant.exists' });
});

t.test('to a stranger a plant does not exist', async (t) => {
  const actor = { kind: 'account', id: stranger } as const;
  const plant = given(plantDecider, withInverter);
  plant.when({ type: 'ChangePlant', at, actor, changes: {} }).thenRejected(t, { code: 'plant.not-found' });
  plant.when({ type: 'RemoveInverter', at, actor, inverterId: first }).thenRejected(t, { code: 'plant.not-found' });
  given(plantDecider, []).when({ type: 'RemovePlant', at, actor: owner }).thenRejected(t, { code: 'plant.not-found' });
});

t.test('subplants group inverters; a removed one leaves them to the plant', async (t) => {
  const { name, ...rest } = orientation;
  const add = { type: 'AddSubplant', at, actor: owner, subplantId: roof, details: { name, ...rest } } as const;
  given(plantDecider, [planted]).when(add).then(t, [subplanted]);
  const plant = given(plantDecider, withInverter);
  plant.when(add).thenNothing(t);
  plant
    .when({ type: 'ChangeSubplant', at, actor: owner, subplantId: roof, changes: { tiltDeg: null, name } })
    .then(t, [{ type: 'SubplantChanged', data: { plantId, ownerId, at, tiltDeg: null, subplantId: roof } }]);
  plant.when({ type: 'RemoveSubplant', at, actor: owner, subplantId: roof }).then(t, [
    { type: 'InverterChanged', data: { ...place, ownerId, subplantId: null } },
    { type: 'SubplantRemoved', data: { plantId, subplantId: roof, at } },
  ]);
  const empty = given(plantDecider, [planted]);
  empty
    .when({ type: 'RemoveSubplant', at, actor: owner, subplantId: roof })
    .thenRejected(t, { code: 'subplant.not-found' });
  empty
    .when({ type: 'ChangeSubplant', at, actor: owner, subplantId: roof, changes: {} })
    .thenRejected(t, { code: 'subplant.not-found' });
  const many = Array.from({ length: plantLimits.subplants }, (_, index): PlantEvent => {
    const subplantId = SubplantId.parse(`0198a000-0000-7000-8001-${String(index).padStart(12, '0')}`);
    return { type: 'SubplantAdded', data: { plantId, ownerId, subplantId, at, ...orientation } };
  });
  given(plantDecider, [planted, ...many])
    .when(add)
    .thenRejected(t, { code: 'plant.too-many-subplants' });
});

t.test('a right code activates at once, a claim waits for data', async (t) => {
  const plant = given(plantDecider, [planted, subplanted]);
  plant
    .when({ ...addFirst, claim: 'code', rated: rated20k })
    .then(t, [added('code'), activated('code'), power(19_200, 0)]);
  plant.when({ ...addFirst, claim: 'data', rated: unknown }).then(t, [added('data', unknown), power(20_000, 20_000)]);
  plant
    .when({ ...addFirst, subplantId: SubplantId.parse(second), claim: 'code', rated: rated20k })
    .thenRejected(t, { code: 'inverter.subplant-unknown' });
  given(plantDecider, withInverter)
    .when({ ...addFirst, inverterId: second, claim: 'code', rated: rated20k })
    .thenRejected(t, { code: 'inverter.in-this-plant' });

  const device = { kind: 'device', id: serialA } as const;
  const prove = { type: 'ProveByData', at, actor: device, inverterId: first, serialNumber: serialA } as const;
  const open = given(plantDecider, [planted, subplanted, added('data'), power(19_200, 0)]);
  open.when(prove).then(t, [activated('data')]);
  open.when({ ...prove, serialNumber: serialB }).thenNothing(t);
  open.when({ ...prove, inverterId: second }).thenNothing(t);
  given(plantDecider, withInverter).when(prove).thenNothing(t);
});

t.test('an open claim gives way after its lifetime, or to the right code', (t) => {
  const system = { kind: 'system', id: 'claims' } as const;
  const give = (when: string, to: 'code' | 'data') =>
    ({ type: 'YieldClaim', at: when, actor: system, inverterId: first, serialNumber: serialA, to }) as const;
  const lapsed = (when: string): PlantEvent => ({
    type: 'InverterClaimLapsed',
    data: { plantId, inverterId: first, at: when, serialNumber: serialA },
  });
  const early = '2026-08-04T11:59:59Z';
  const late = '2026-08-04T12:00:00Z';
  const history = [planted, subplanted, added('data'), power(19_200, 0)];
  const open = given(plantDecider, history);
  open.when(give(early, 'data')).thenNothing(t);
  open.when(give(early, 'code')).then(t, [lapsed(early)]);
  open.when(give(late, 'data')).then(t, [lapsed(late)]);
  open.when({ ...give(late, 'code'), serialNumber: serialB }).thenNothing(t);
  given(plantDecider, [...history, activated('data')])
    .when(give(late, 'code'))
    .thenNothing(t);

  const device = { kind: 'device', id: serialA } as const;
  const over = given(plantDecider, [...history, lapsed(late)]);
  over.when({ type: 'ProveByData', at, actor: device, inverterId: first, serialNumber: serialA }).thenNothing(t);
  over.when(give(late, 'data')).thenNothing(t);
  t.notOk(deviceStandsIn(over.state(), first, serialA));
  t.end();
});

t.test('the nominal power follows the types of the inverters', async (t) => {
  const assumed = given(plantDecider, [planted, subplanted, added('data', unknown), power(20_000, 20_000)]);
  const change = { type: 'ChangeInverter', at, actor: owner, inverterId: first } as const;
  const determined = (reason: 'chosen' | 'reported', rated = rated20k): PlantEvent => ({
    type: 'InverterTypeDetermined',
    data: { ...place, ...rated, reason },
  });
  assumed.when({ ...change, rated: rated20k }).then(t, [determined('chosen'), power(19_200, 0)]);
  assumed
    .when({ type: 'DetermineType', at, actor: owner, inverterId: first, rated: rated20k, reason: 'reported' })
    .then(t, [determined('reported'), power(19_200, 0)]);
  const exactly20k = ratedPower({ id: 'ae-3tl-20-10', nominalPowerW: 20_000 });
  assumed.when({ ...change, rated: exactly20k }).then(t, [determined('chosen', exactly20k), power(20_000, 0)]);

  const known = given(plantDecider, withInverter);
  known.when({ ...change, name: 'WR 1', subplantId: roof, rated: rated20k }).thenNothing(t);
  const edited = ratedPower({ id: 'refusol-020k', nominalPowerW: 20_500 });
  known.when({ ...change, rated: edited }).thenNothing(t);
  const other = ratedPower({ id: 'refusol-017k', nominalPowerW: 16_500 });
  known
    .when({ type: 'DetermineType', at, actor: owner, inverterId: first, rated: other, reason: 'reported' })
    .thenNothing(t);
  known
    .when({ ...change, name: 'Garage', subplantId: null })
    .then(t, [{ type: 'InverterChanged', data: { ...place, ownerId, name: 'Garage', subplantId: null } }]);
  known
    .when({ type: 'RemoveInverter', at, actor: owner, inverterId: first })
    .then(t, [{ type: 'InverterRemoved', data: { ...place, serialNumber: serialA } }, power(0, 0)]);
  for (const command of [
    { ...change, inverterId: second },
    { type: 'RemoveInverter', at, actor: owner, inverterId: second },
    { type: 'DetermineType', at, actor: owner, inverterId: second, rated: unknown, reason: 'reported' },
  ] as const) {
    known.when(command).thenRejected(t, { code: 'inverter.not-found' });
  }
});

t.test('an exchange keeps the place and starts the claim of the new device', async (t) => {
  const exchange = { type: 'ExchangeInverter', at, actor: owner, inverterId: first, serialNumber: serialB } as const;
  const exchanged = (claim: 'code' | 'data', rated = rated20k): PlantEvent => ({
    type: 'InverterExchanged',
    data: { ...place, exchangedAt: at, oldSerialNumber: serialA, newSerialNumber: serialB, claim, ...rated },
  });
  const plant = given(plantDecider, withInverter);
  plant.when({ ...exchange, claim: 'code', rated: rated20k }).then(t, [exchanged('code'), activated('code', serialB)]);
  plant
    .when({ ...exchange, claim: 'data', rated: unknown })
    .then(t, [exchanged('data', unknown), power(20_000, 20_000)]);
  plant
    .when({ ...exchange, serialNumber: serialA, claim: 'code', rated: rated20k })
    .thenRejected(t, { code: 'inverter.same-device' });
  plant
    .when({ ...exchange, inverterId: second, claim: 'code', rated: rated20k })
    .thenRejected(t, { code: 'inverter.not-found' });

  const told = (exchangedAt: string) => ({ ...exchange, claim: 'code' as const, rated: rated20k, exchangedAt });
  const later = { ...told(at), at: '2026-07-23T12:00:00Z' };
  const [, powerUnchanged] = [exchanged('code'), activated('code', serialB)];
  plant.when({ ...later, exchangedAt: '2026-07-22T06:00:00Z' }).then(t, [
    {
      type: 'InverterExchanged',
      data: { ...exchanged('code').data, at: later.at, exchangedAt: '2026-07-22T06:00:00Z' },
    } as PlantEvent,
    { ...powerUnchanged, data: { ...powerUnchanged?.data, at: later.at } } as PlantEvent,
  ]);
  plant.when(told('2026-07-21T12:00:01Z')).thenRejected(t, { code: 'inverter.exchanged-in-future' });
  plant.when(told('2026-07-21T11:59:59Z')).thenRejected(t, { code: 'inverter.exchanged-too-early' });

  const state = given(plantDecider, [...withInverter, exchanged('data', unknown)]).state();
  t.match(state.status === 'active' && state.inverters.get(first), {
    serialNumber: serialB,
    name: 'WR 1',
    activatedAt: null,
    nominalPowerW: 20_000,
    powerAssumed: true,
    standsSince: at,
  });
});

t.test('people say what they expect of each month, and take it back', async (t) => {
  const none = Array<number | null>(12).fill(null);
  const july = (energyWh: number) => none.map((_, index) => (index === 6 ? energyWh : null));
  const set = (inverterId: InverterId | null, monthsWh: readonly (number | null)[]) =>
    ({ type: 'SetForecast', at, actor: owner, inverterId, monthsWh }) as const;
  const told = (inverterId: InverterId | null, monthsWh: readonly (number | null)[]): PlantEvent => ({
    type: 'ForecastSet',
    data: { plantId, at, inverterId, monthsWh },
  });
  given(plantDecider, withInverter)
    .when(set(null, july(3_000_000)))
    .then(t, [told(null, july(3_000_000))]);
  given(plantDecider, withInverter).when(set(null, none)).thenNothing(t);
  const forecast = given(plantDecider, [...withInverter, told(first, july(2_000_000))]);
  forecast.when(set(first, july(2_000_000))).thenNothing(t);
  forecast.when(set(first, none)).then(t, [told(first, none)]);
  // 19.2 kW day and night.
  forecast
    .when(set(first, july(19_200 * 744 + 1)))
    .thenRejected(t, { code: 'forecast.beyond-power', mostKwh: 14_284, months: [6] });
  forecast.when(set(second, july(1))).thenRejected(t, { code: 'inverter.not-found' });

  const removed: PlantEvent = { type: 'InverterRemoved', data: { ...place, serialNumber: serialA } };
  const state = given(plantDecider, [...withInverter, told(first, july(1)), removed]).state();
  t.equal(state.status === 'active' && state.ownForecasts.size, 0, 'a removed place takes its forecast along');
});
