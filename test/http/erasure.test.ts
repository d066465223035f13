import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import t from 'tap';
import { v7 as uuidV7 } from 'uuid';
import { inverterCatalogue } from '../../adapters/device-registry/catalogue.js';
import { deviceRegistry } from '../../adapters/device-registry/registry.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { openEventLog } from '../../adapters/event-log/event-log.js';
import { readLog } from '../../adapters/event-log/read-log.js';
import { openVerification } from '../../adapters/event-log/verification.js';
import { standsByHistory } from '../../commands/plant/manage.js';
import { Erased } from '../../domain/kernel/event.js';
import { plantRoutes } from '../../http/routes/plants.js';
import { accountsProjection } from '../../projections/accounts.js';
import { openProjections } from '../../projections/engine/engine.js';
import type { Projection } from '../../projections/engine/projection.js';
import { grantsProjection } from '../../projections/grants.js';
import { licencesOf, licencesProjection } from '../../projections/licences.js';
import { findPlant, listPlants } from '../../projections/plant-queries.js';
import { plantsProjection } from '../../projections/plants.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';
import { testApp } from '../support/app.js';

const ofThePerson = /Anna|Wirt|Hauptstr|user-|example\.org|Ackerweg|Scheune|Hinter dem|48\.5369/;

t.test('who is erased is gone from log, read models and pages, and the log stays whole', async (t) => {
  const accounts = await testAccounts(t);
  const { db, pool, leases, store, personKeys, clock } = accounts;
  const log = openEventLog({ store, catalogue, personKeys });
  const projections = (...all: readonly Projection[]) => {
    const opened = openProjections({ db, pool, leases, log, projections: all });
    t.teardown(() => opened.stop());
    return opened;
  };
  const readModels = projections(plantsProjection, grantsProjection, licencesProjection);
  await readModels.start();
  const signIn: FastifyPluginAsyncZod = async (api) =>
    void api.post('/api/v1/test-sign-in', { config: { access: 'public' } }, async () => ({
      token: api.jwt.sign({ sub: accountId, sid: uuidV7() }),
    }));
  const plants = await testApp(t, {
    routes: [
      signIn,
      plantRoutes({
        log,
        clock,
        registry: deviceRegistry(db, standsByHistory(log)),
        catalogue: inverterCatalogue(db),
        findPlant: (accountId, plantId) => findPlant(db, accountId, plantId),
        listPlants: (accountId, page) => listPlants(db, accountId, page),
        findNumbered: async () => null,
        numbersOf: async () => new Map(),
        namesOf: async () => new Map(),
        licencesOf: (plantIds) => licencesOf(db, plantIds),
        liveNumbers: async () => new Map(),
        waitFor: (position) => readModels.waitFor(position),
      }),
    ],
  });

  const form = registrationForm(accounts.documents);
  const call = caller(accounts.app);
  await call('POST', '/api/v1/accounts', form);
  const token = await accounts.linkToken(form.userName);
  const { cookies } = await call('POST', '/api/v1/accounts/validations', { token });
  const cookie = `sitelink_access=${cookies[0]?.value}`;
  const me = () => call('GET', '/api/v1/me', undefined, { cookie });
  const accountId = (await me()).json().id;
  const signedIn = await caller(plants)('POST', '/api/v1/test-sign-in');
  const authorization = `Bearer ${signedIn.json().token}`;
  const added = await caller(plants)(
    'POST',
    '/api/v1/plants',
    {
      name: 'Scheune Süd',
      description: 'Hinter dem Hof',
      kind: 'pv',
      address: { street: 'Ackerweg 12', postcode: '72555', town: 'Metzingen', country: 'DE' },
      location: { latitudeDeg: 48.5369, longitudeDeg: 9.2833, altitudeM: 350, timeZone: 'Europe/Berlin' },
      powerTemperatureCoefficientPercentPerK: -0.4,
      azimuthDeg: 180,
      tiltDeg: 30,
      moduleAreaM2: 120.5,
      generatorPowerW: 24_000,
    },
    { authorization },
  );
  const plantId = added.json().id;
  const plant = () => caller(plants)('GET', `/api/v1/plants/${plantId}`, undefined, { authorization });
  for (const page of [await me(), await plant()]) t.match([page.statusCode, page.body], [200, ofThePerson]);

  await personKeys.destroyKey(accountId);
  const whole = openVerification();
  const seen: unknown[] = [];
  for await (const page of readLog(store)) {
    for (const event of page) whole.add(event);
    seen.push(...(await log.decodeForProjection(page)).map(({ data }) => data));
    t.notMatch(JSON.stringify(page.map(({ data }) => data)), ofThePerson, 'an export holds nothing that can be read');
  }
  t.match(whole.finish(), { events: 5, brokenCount: 0 }, 'every chain is whole');
  t.match(seen[0], { accountId, userName: Erased, email: Erased, person: Erased, address: Erased, kind: 'consumer' });
  t.match(seen[4], { plantId, name: Erased, description: Erased, address: Erased, location: Erased, tiltDeg: 30 });
  t.match((await log.load(`plant-${plantId}`)).events, [{ data: { name: Erased } }], 'commands see it so, too');

  // A node with newer projections takes the place of this one.
  await Promise.all([accounts.readModels.stop(), readModels.stop()]);
  const raised = [accountsProjection, plantsProjection].map((one) => ({ ...one, version: one.version + 1 }));
  const rebuilt = projections(...raised);
  await rebuilt.start();
  await eventually(async () => {
    const versions = await rebuilt.status();
    return versions.every(({ version, wantedVersion }) => version === wantedVersion) ? true : null;
  });
  for (const page of [await me(), await plant()]) {
    t.equal(page.statusCode, 200);
    t.notMatch(page.body, ofThePerson, 'nothing of the person is on a page');
  }
  t.match((await me()).json(), { id: accountId, userName: '', email: '', person: { lastName: '' }, kind: 'consumer' });
  t.match((await plant()).json(), { id: plantId, name: '', address: { street: '' }, tiltDeg: 30 });
});
