import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import t from 'tap';
import type { DeviceErrorRecord, DeviceRecord } from '../../adapters/readings/port.js';
import { Temporal } from '../../domain/kernel/time.js';
import { inverterService, rewriteInverterUrl } from '../../http/legacy/inverter-service.js';
import { freshCounters, runDevice, type SimulatedDevice } from '../../scripts/simulation/device.js';
import { fleetOf, registryCsv } from '../../scripts/simulation/fleet.js';
import { playFleet } from '../../scripts/simulation/play.js';
import { sunPosition } from '../../scripts/simulation/sun.js';

const site = { seed: 'test', latitudeDeg: 48.5, longitudeDeg: 9.3, timeZone: 'Europe/Berlin' };
const fleetOptions = {
  devices: 6,
  serialPrefix: 'SIM',
  firmware: 'mixed',
  outages: true,
  errors: true,
  site,
} as const;
const epochOf = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;

/** Everything that a device sends in a time. */
function run(device: SimulatedDevice, fromS: number, toS: number): DeviceRecord[] {
  const records: DeviceRecord[] = [];
  let counters = freshCounters(fromS, 1_000_000);
  for (let nowS = fromS; nowS < toS; nowS += 600) {
    const interval = runDevice(device, counters, nowS);
    counters = interval.counters;
    if (interval.record !== null) records.push(interval.record);
  }
  return records;
}

t.test('the sun stands where it should', async (t) => {
  const noon = sunPosition(48.5, 9.3, epochOf('2026-06-21T11:25:00Z'));
  t.ok(Math.abs(noon.elevationDeg - (90 - 48.5 + 23.44)) < 0.2, `${noon.elevationDeg}`);
  t.ok(Math.abs(noon.azimuthDeg - 180) < 2, `${noon.azimuthDeg}`);
  t.ok(sunPosition(48.5, 9.3, epochOf('2026-06-21T05:00:00Z')).azimuthDeg < 90);
  t.ok(sunPosition(48.5, 9.3, epochOf('2026-12-21T23:00:00Z')).elevationDeg < -50);
});

t.test('a simulated year is plausible: yield, seasons, counters, hours', async (t) => {
  const [first] = fleetOf({ ...fleetOptions, outages: false, errors: false }, 0, 0);
  if (first === undefined) return t.fail('no fleet');
  const device = { ...first, nominalPowerW: 10_000, generatorPowerW: 10_000, azimuthDeg: 180, tiltDeg: 30 };
  const records = run(device, epochOf('2025-01-01T00:00:00Z'), epochOf('2026-01-01T00:00:00Z'));
  const totals = records.map((record) => record.channels.totalEnergyWh ?? 0);
  t.ok(
    totals.every((total, index) => index === 0 || total >= (totals[index - 1] ?? 0)),
    'the total never falls',
  );
  const kwhPerKw = ((totals.at(-1) ?? 0) - 1_000_000) / 10_000;
  t.ok(kwhPerKw > 900 && kwhPerKw < 1_250, `${kwhPerKw} kWh/kWp`);
  const monthWh = (month: number) => {
    const days = new Map<number, number>();
    for (const { deviceClockS, channels } of records) {
      if (new Date(deviceClockS * 1000).getUTCMonth() !== month) continue;
      days.set(Math.floor(deviceClockS / 86_400), channels.dayEnergyWh ?? 0);
    }
    return [...days.values()].reduce((sum, wh) => sum + wh, 0);
  };
  t.ok(monthWh(5) > 3 * monthWh(11), `June ${monthWh(5)} Wh, December ${monthWh(11)} Wh`);
  const perDay = records.length / 365;
  t.ok(perDay > 65 && perDay < 90, `${perDay} records a day`);
  t.ok(records.every(({ channels }) => (channels.acPowerW ?? 0) >= 0 && (channels.acPowerW ?? 0) <= 10_000));
  const startOf = new Map<number, number>();
  for (const { deviceClockS, channels } of records) {
    const day = Math.floor(deviceClockS / 86_400);
    if (!startOf.has(day)) startOf.set(day, channels.dayEnergyWh ?? 0);
  }
  t.ok(
    [...startOf.values()].every((wh) => wh < 300),
    'the day counter starts anew at midnight',
  );
  t.same(
    run(device, epochOf('2025-06-01T00:00:00Z'), epochOf('2025-06-03T00:00:00Z')).slice(0, 50),
    run(device, epochOf('2025-06-01T00:00:00Z'), epochOf('2025-06-03T00:00:00Z')).slice(0, 50),
    'the same again',
  );
});

t.test('faults: dead, silent and weak devices', async (t) => {
  const [device] = fleetOf({ ...fleetOptions, outages: false, errors: false }, 0, 0);
  if (device === undefined) return t.fail('no fleet');
  const fromS = epochOf('2025-06-10T00:00:00Z');
  const during = { fromS, toS: fromS + 86_400 };
  const totalOf = (faulty: SimulatedDevice) =>
    run(faulty, fromS, fromS + 2 * 86_400).at(-1)?.channels.totalEnergyWh ?? 0;
  const healthy = totalOf(device);
  const dead = { ...device, faults: [{ kind: 'dead', ...during }] } as const;
  const silent = { ...device, faults: [{ kind: 'silent', ...during }] } as const;
  const weak = { ...device, faults: [{ kind: 'weak', share: 0.5, ...during }] } as const;
  t.equal(run(dead, fromS, fromS + 86_400).length, 0);
  t.equal(run(silent, fromS, fromS + 86_400).length, 0);
  t.equal(totalOf(silent), healthy);
  t.ok(totalOf(dead) < totalOf(weak) && totalOf(weak) < healthy);
});

t.test('a fleet speaks the real protocol to a real server, which gets every record', async (t) => {
  const got = { records: [] as DeviceRecord[], errors: [] as DeviceErrorRecord[], raw: 0 };
  let down = false;
  const app = Fastify({ rewriteUrl: (request) => rewriteInverterUrl(request.url ?? '/') });
  await app.register(
    inverterService({
      intake: {
        record: async (records) => {
          if (down) throw new Error('down');
          got.records.push(...records);
        },
        recordErrors: async (records) => void got.errors.push(...records),
        keepRaw: async () => void got.raw++,
      },
      directory: { find: async () => null },
      clock: { now: () => Temporal.Now.instant() },
    }),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  const fromS = epochOf('2026-06-01T00:00:00Z');
  const toS = fromS + 2 * 86_400;
  const fleet = fleetOf({ ...fleetOptions, outages: false }, fromS, toS).map((device) => ({
    ...device,
    errorsPerDay: 3,
  }));
  const options = { fromS, toS, intervalS: 600, speed: Infinity, clockRequests: true };
  const go = new AbortController().signal;
  const summary = await playFleet(fleet, options, `http://127.0.0.1:${port}/sinvertwebmonitor`, go);
  t.match(summary, { devices: 6, failures: 0, unsent: 0, clockReplies: 6 * 4 });
  t.equal(summary.records, got.records.length);
  t.equal(summary.errors, got.errors.length);
  t.ok(got.records.length > 6 * 150 && got.errors.length > 10, JSON.stringify(summary));
  t.equal(got.raw, 0);
  t.equal(new Set(got.records.map((record) => record.serialNumber)).size, 6);

  down = true;
  const lost = await playFleet(fleet, { ...options, toS: fromS + 86_400 }, `http://127.0.0.1:${port}`, go);
  t.ok(lost.unsent > 0 && lost.failures > 0, 'what is not acknowledged stays in the devices');
});

t.test('the registry file has the columns of import-devices', async (t) => {
  const lines = registryCsv(fleetOf(fleetOptions, 0, 86_400)).split('\n');
  t.equal(lines[0], 'serialNumber,activationCode,type');
  t.match(lines[1], /^SIM000001,\d{4}-\d{4},(refusol|sinvert)-\w+$/);
  t.equal(lines.length, 8);
  t.throws(() => fleetOf({ ...fleetOptions, serialPrefix: 'ä' }, 0, 1), RangeError);
});
