import t from 'tap';
import { alertLooks } from '../../adapters/alerting/past.js';
import { surroundings } from '../../adapters/alerting/surroundings.js';
import { argon2PasswordHasher } from '../../adapters/crypto/password-hasher.js';
import { emailKeyWith, secretsFrom } from '../../adapters/crypto/secrets.js';
import { noCommonPasswords } from '../../adapters/common-passwords/common-passwords.js';
import { postgresCredentials } from '../../adapters/credentials/credentials.js';
import { inverterCatalogue, seedInverterTypes } from '../../adapters/device-registry/catalogue.js';
import { deviceDirectory } from '../../adapters/device-registry/directory.js';
import { postgresRegistrationPace } from '../../adapters/registrations/pace.js';
import { deviceRegistry } from '../../adapters/device-registry/registry.js';
import { legalDocuments } from '../../adapters/documents/documents.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { postgresIntake } from '../../adapters/readings/intake.js';
import { startSumsWorker } from '../../adapters/readings/sums/worker.js';
import { Temporal } from '../../domain/kernel/time.js';
import { keptWeather } from '../../adapters/weather/kept-weather.js';
import { supportedInverterTypes } from '../../domain/plant/supported-inverter-types.js';
import { accountsProjection } from '../../projections/accounts.js';
import { alertRulesProjection } from '../../projections/alert-rules.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { grantsProjection } from '../../projections/grants.js';
import { incidentsProjection } from '../../projections/incidents.js';
import { plantsProjection } from '../../projections/plants.js';
import { commandHouse } from '../../scripts/demo/command-house.js';
import { loadDemo } from '../../scripts/demo/load.js';
import { testLog } from '../support/log.js';

t.test('the demonstration is loaded through the commands, the wire and the database', async (t) => {
  const { db, pool, leases, log } = await testLog(t, catalogue);
  const projections = openProjections({
    db,
    pool,
    leases,
    log,
    projections: [
      ...[accountsProjection, plantsProjection, grantsProjection, devicesProjection],
      ...[alertRulesProjection, incidentsProjection],
    ],
  });
  await projections.start();
  t.teardown(() => projections.stop());
  const intake = postgresIntake({ pool, directory: deviceDirectory(db) });
  const sums = startSumsWorker({ pool, leases, intake, onError: (error) => t.fail(String(error)) });
  t.teardown(async () => {
    await intake.close();
    await sums.stop();
  });
  await seedInverterTypes(db, supportedInverterTypes);
  const house = commandHouse({
    db,
    log,
    intake,
    // In summer: in dark weeks nothing is compared.
    clock: { now: () => Temporal.Instant.from('2026-07-21T14:00:00Z') },
    alertLooks: alertLooks({ ...surroundings(), db, pool }),
    weather: keptWeather(pool),
    credentials: postgresCredentials(db, emailKeyWith(secretsFrom(Buffer.alloc(32, 7)))),
    hasher: argon2PasswordHasher({ memoryCostKiB: 1024, timeCost: 1, parallelism: 1 }),
    commonPasswords: noCommonPasswords,
    documents: legalDocuments('Solarbetrieb Test'),
    registrations: postgresRegistrationPace(db, secretsFrom(Buffer.alloc(32, 7))),
    registry: deviceRegistry(db, async () => true),
    catalogue: inverterCatalogue(db),
    waitFor: (position) => projections.waitFor(position),
    settle: () => sums.settled(),
  });
  const options = {
    userName: 'demo',
    password: 'Sonnenschein-7',
    days: Number(process.env['DEMO_DAYS'] ?? 85),
  };
  const result = await loadDemo(house, options);
  if (result.kind !== 'loaded') return t.fail(result.kind);
  const { rows } = await pool.query('select count(*)::int as stored from readings');
  t.equal(rows[0].stored, result.counts.records, 'every record is stored for its place');
  const days = await pool.query(
    'select count(distinct inverter_id)::int as inverters, sum(energy_wh) as wh from device_days',
  );
  t.equal(days.rows[0].inverters, 30);
  t.ok(days.rows[0].wh > 100_000, `${days.rows[0].wh} Wh`);
  const errors = await pool.query('select count(*)::int as stored from device_errors');
  t.equal(errors.rows[0].stored, result.counts.errors);
  const unclaimed = await pool.query('select count(*)::int as kept from unclaimed_messages');
  t.equal(unclaimed.rows[0].kept, 0);
  const kinds = await pool.query(
    `select record->'evidence'->>'kind' as kind, status, count(*)::int from incidents.incidents group by 1, 2`,
  );
  const found = new Set(kinds.rows.map(({ kind, status }) => `${kind} ${status}`));
  t.same(
    found,
    new Set(
      ['noData', 'deviation', 'deviceErrors', 'belowForecast'].flatMap((kind) => [`${kind} open`, `${kind} closed`]),
    ),
    'something of each kind is open, something is over',
  );
  const letters = await pool.query(`select from log.events where event_type = 'IncidentsTold'`);
  t.equal(letters.rowCount, 0, 'nobody is written to about the past');
  t.same(await loadDemo(house, options), { kind: 'already-there' });
});
