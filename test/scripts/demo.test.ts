import t from 'tap';
import type { DeviceErrorRecord, DeviceRecord } from '../../adapters/readings/port.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { WeatherInterval } from '../../domain/production/yield/weather-sky.js';
import { supportedInverterTypes } from '../../domain/plant/supported-inverter-types.js';
import { RegisterBody } from '../../http/schemas/accounts.js';
import { InverterBody, PlantBody, SubplantBody } from '../../http/schemas/plants.js';
import type { DemoHouse } from '../../scripts/demo/house.js';
import { loadDemo } from '../../scripts/demo/load.js';
import { neighbourPlants } from '../../scripts/demo/neighbours.js';
import { demoPlants } from '../../scripts/demo/plants.js';

const now = Temporal.Instant.from('2026-11-23T13:47:11Z');

function rememberingHouse() {
  const kept = { accounts: [] as string[], registered: [] as string[], steps: [] as string[] };
  const records: DeviceRecord[] = [];
  const errors: DeviceErrorRecord[] = [];
  const weather: { readonly intervals: readonly WeatherInterval[]; readonly issuedS: number }[] = [];
  const house: DemoHouse = {
    account: async (account) => {
      const accepted = { terms: '1', privacy: '1' };
      const { userName } = RegisterBody.parse({ ...account, accepted });
      if (userName === 'taken') return null;
      const isNew = !kept.accounts.includes(userName);
      if (isNew) kept.accounts.push(userName);
      return { accountId: 'account', registeredAt: now, isNew };
    },
    newestRecordS: async (serials) => {
      const ours = records.filter(({ serialNumber }) => serials.includes(serialNumber));
      const clocks = ours.map((record) => record.deviceClockS - 3_600);
      return clocks.length === 0 ? null : Math.max(...clocks);
    },
    registerDevices: async (devices) => void kept.registered.push(...devices.map((device) => device.serialNumber)),
    addPlant: async (_, plant) => (
      kept.steps.push(`${plant.public ? 'public ' : ''}plant ${PlantBody.parse(plant).name}`),
      `plant ${kept.steps.length}`
    ),
    addSubplant: async (_, __, body) => (
      kept.steps.push(`subplant ${SubplantBody.parse(body).name}`),
      '3f7f1f58-2f0c-4f4e-9a55-0a3c5ad3c1de'
    ),
    addInverter: async (_, __, body) => (kept.steps.push(`inverter ${InverterBody.parse(body).name}`), 'inverter'),
    correct: async (_, __, { reason }) => void kept.steps.push(`corrected ${reason === '' ? '' : 'with a reason'}`),
    expect: async (_, __, monthsWh) => void kept.steps.push(`expects of ${monthsWh.length}`),
    watch: async (_, __, { conditions }) => void kept.steps.push(`watched for ${conditions.length}`),
    intake: {
      record: async (some) => void records.push(...some),
      recordErrors: async (some) => void errors.push(...some),
      keepRaw: async () => {
        throw new Error('the demonstration keeps nothing raw');
      },
    },
    keepWeather: async (_, intervals, issuedS) => void weather.push({ intervals, issuedS }),
    settle: async () => void kept.steps.push('settled'),
  };
  return { kept, records, errors, weather, house };
}

t.test(
  'the demonstration founds three plants, and neighbours with public ones, and loads their production up to now, once',
  async (t) => {
    const { kept, records, errors, weather, house } = rememberingHouse();
    const shares: number[] = [];
    const options = { userName: 'demo', password: 'Sonnenschein-7', days: 110 };
    const result = await loadDemo(house, { ...options, onProgress: (share) => shares.push(share) });
    t.match(result, {
      kind: 'loaded',
      plants: 13,
      inverters: 30,
      counts: { records: records.length, errors: errors.length },
    });
    t.equal(kept.steps.filter((step) => step.startsWith('inverter')).length, 30);
    t.same(
      kept.steps.filter((step) => /^(corrected|settled|expects|watched)/.test(step)),
      [
        'settled',
        ...Array.from({ length: 3 }, () => 'corrected with a reason'),
        ...['settled', 'expects of 12', 'watched for 3', 'watched for 2', 'expects of 12', 'watched for 2'],
      ],
    );
    t.equal(kept.registered.length, 30);
    t.same(
      shares,
      [...shares].sort((a, b) => a - b),
    );
    t.equal(shares.at(-1), 1);
    t.equal(weather.length, 3, 'each plant has weather of its own');
    for (const { intervals, issuedS } of weather) {
      t.ok((intervals.at(-1)?.toS ?? 0) > issuedS + 6 * 86_400, 'and a forecast');
      t.ok(
        intervals.some(({ ghiWm2 }) => ghiWm2 !== null && ghiWm2 > 200),
        'with sun in it',
      );
    }

    const nowClockS = now.epochMilliseconds / 1000 + 3_600;
    const newest = Math.max(...records.map((record) => record.deviceClockS));
    t.ok(newest <= nowClockS && newest > nowClockS - 700, 'the last record is of these ten minutes');
    t.ok(errors.length > 5);

    const [, husum] = demoPlants('demo', now.epochMilliseconds / 1000);
    const dead = husum?.inverters[1]?.device.serialNumber;
    const days = new Set(
      records.filter((one) => one.serialNumber === dead).map((one) => Math.floor(one.deviceClockS / 86_400)),
    );
    t.ok(days.size <= 105 && days.size >= 101, `a week without data: ${days.size} days`);

    t.same(await loadDemo(house, options), { kind: 'already-there' });
    t.equal(kept.accounts.length, 2);
    t.equal(kept.steps.filter((step) => step.startsWith('public plant')).length, 11);
    t.same(await loadDemo(house, { ...options, userName: 'taken' }), { kind: 'name-taken', userName: 'taken' });
  },
);

t.test('a demonstration that was broken off goes on, and comes to the same records', async (t) => {
  const options = { userName: 'demo', password: 'Sonnenschein-7', days: 30 };
  const whole = rememberingHouse();
  await loadDemo(whole.house, options);
  const broken = rememberingHouse();
  const stop = (share: number) => {
    if (share > 0.5) throw new Error('Ctrl-C');
  };
  await t.rejects(loadDemo(broken.house, { ...options, onProgress: stop }), { message: 'Ctrl-C' });
  const kept = broken.records.length;
  t.ok(kept > 0 && kept < whole.records.length);
  t.match(await loadDemo(broken.house, options), { kind: 'loaded' });
  const distinct = (records: readonly DeviceRecord[]) =>
    [...new Set(records.map((record) => JSON.stringify(record)))].sort();
  t.same(distinct(broken.records), distinct(whole.records));
  t.ok(broken.records.length < 1.3 * whole.records.length, 'what was there is not sent again');
});

t.test('its inverters are of types that the catalogue knows, with their nominal power', async (t) => {
  for (const { inverters } of [...demoPlants('demo', 0), ...neighbourPlants('demo')]) {
    for (const { device } of inverters) {
      t.match(
        supportedInverterTypes.find((type) => type.id === device.typeId),
        { nominalPowerW: device.nominalPowerW },
      );
    }
  }
});
