import t from 'tap';
import { deviceDirectory } from '../../adapters/device-registry/directory.js';
import { postgresIntake } from '../../adapters/readings/intake.js';
import { postgresProduction } from '../../adapters/readings/queries.js';
import { startSumsWorker } from '../../adapters/readings/sums/worker.js';
import { Temporal } from '../../domain/kernel/time.js';
import { newPlant, plantsApp } from '../support/plants-app.js';
import { record } from '../support/readings.js';

/** A fitter exchanges a device, and tells the portal of it five days later. */

const { db, pool, leases, owner, time } = await plantsApp(t);
const intake = postgresIntake({ pool, directory: deviceDirectory(db) });
const worker = startSumsWorker({ pool, leases, intake, onError: (error) => t.error(error) });
t.teardown(async () => {
  await worker.stop();
  await intake.close();
});
const exchangeDay = Temporal.Now.plainDateISO('Europe/Berlin').subtract({ days: 5 });
const instantOf = (plainTime: string) =>
  exchangeDay.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime }).toInstant();
const code = { activationCode: 'ABCD-1234' };

t.test('the new device counts from when it was exchanged, the old one until then', async (t) => {
  const path = `/plants/${await newPlant(owner)}/inverters`;
  time.ahead = Temporal.Duration.from({ hours: -10 * 24 });
  const added = await owner('POST', path, { serialNumber: 'REG3', name: 'WR', ...code });
  t.equal(added.status, 201);
  time.ahead = Temporal.Duration.from({ hours: 0 });

  const send = (serialNumber: string, at: string, dayEnergyWh: number, arrived = instantOf(at)) =>
    intake.record([record(serialNumber, `${exchangeDay.toString()}T${at}`, { dayEnergyWh })], arrived);
  const energyWh = async () => {
    await worker.settled();
    await worker.settled();
    const day = exchangeDay.since('1970-01-01', { largestUnit: 'day' }).days;
    const energy = await postgresProduction(pool).dailyEnergy([added.body.id], [day, day + 1]);
    return energy.get(added.body.id)?.[0];
  };
  await send('REG3', '08:00', 1_000);
  await send('REG3', '13:00', 6_000);
  await send('REG4', '13:00', 500);
  await send('REG4', '15:00', 1_500);
  t.equal(await energyWh(), 6_000, 'nobody knows of the other device yet');

  const exchange = (exchangedAt: string) =>
    owner('POST', `${path}/${added.body.id}/exchange`, { serialNumber: 'REG4', ...code, exchangedAt });
  t.match(await exchange(Temporal.Now.instant().add({ minutes: 5 }).toString()), {
    status: 422,
    body: { code: 'inverter.exchanged-in-future', errors: [{ pointer: '/exchangedAt' }] },
  });
  t.match(
    await exchange(
      instantOf('12:00')
        .subtract({ hours: 10 * 24 })
        .toString(),
    ),
    {
      status: 422,
      body: { code: 'inverter.exchanged-too-early', errors: [{ pointer: '/exchangedAt' }] },
    },
  );
  t.match(await exchange('yesterday'), { status: 400, body: { errors: [{ pointer: '/exchangedAt' }] } });
  const noon = instantOf('12:00').toString();
  const exchanged = await exchange(`${noon.slice(0, -1)}+00:00`);
  t.match(exchanged, {
    status: 200,
    body: {
      devices: [
        { serialNumber: 'REG4', from: noon, to: null },
        { serialNumber: 'REG3', to: noon },
      ],
    },
  });
  t.equal(await energyWh(), 1_000 + 1_500, 'what the old one measured elsewhere after that is not of this place');

  await send('REG3', '11:00', 4_000, Temporal.Now.instant());
  await send('REG3', '12:30', 5_000, Temporal.Now.instant());
  await send('REG4', '16:00', 2_500, Temporal.Now.instant());
  t.equal(await energyWh(), 4_000 + 2_500, 'late records count where their device stood');
});

t.test('a time that was told is part of the wish', async (t) => {
  const path = `/plants/${await newPlant(owner)}/inverters`;
  time.ahead = Temporal.Duration.from({ hours: -10 * 24 });
  const added = await owner('POST', path, { serialNumber: 'FREE9', name: 'WR' });
  time.ahead = Temporal.Duration.from({ hours: 0 });
  const exchange = (exchangedAt: string | undefined, key: string) =>
    owner(
      'POST',
      `${path}/${added.body.id}/exchange`,
      { serialNumber: 'FREE10', exchangedAt },
      { 'idempotency-key': key },
    );
  const told = instantOf('12:00').add({ microseconds: 123_456 }).toString();
  const tooFine = told.replace('123456Z', '1234560000Z');
  t.match(await exchange(tooFine, 'too-fine-1'), { status: 400, body: { errors: [{ pointer: '/exchangedAt' }] } });
  const kept = told.replace('123456Z', '123Z');
  t.match(await exchange(told, 'exchange-1'), { status: 200, body: { devices: [{ from: kept }, { to: kept }] } });
  t.match(await exchange(told, 'exchange-1'), { status: 200, body: { devices: [{ from: kept }, { to: kept }] } });
  t.equal((await exchange(instantOf('14:00').toString(), 'exchange-1')).status, 422, 'not the same wish');
  t.equal((await exchange(undefined, 'exchange-1')).status, 422, 'nor is none');
});
