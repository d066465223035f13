import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Test } from 'tap';
import { v7 as uuidV7 } from 'uuid';
import { inverterCatalogue, seedInverterTypes } from '../../adapters/device-registry/catalogue.js';
import { importDevices } from '../../adapters/device-registry/import.js';
import { postgresInverterLists } from '../../adapters/device-registry/inverter-lists.js';
import { deviceRegistry } from '../../adapters/device-registry/registry.js';
import { openPolicies } from '../../adapters/outbox/policies.js';
import { spreadsheets } from '../../adapters/spreadsheet/spreadsheets.js';
import { startTrialPolicy } from '../../commands/policies/start-trial.js';
import { standsByHistory } from '../../commands/plant/manage.js';
import { Temporal } from '../../domain/kernel/time.js';
import { licenceEvents } from '../../domain/licence/events.js';
import { plantEvents } from '../../domain/plant/events.js';
import { supportedInverterTypes } from '../../domain/plant/supported-inverter-types.js';
import { inverterTypeRoutes } from '../../http/routes/inverter-types.js';
import { inverterListRoutes, type InverterListRoutesDeps } from '../../http/routes/inverter-list.js';
import { inverterRoutes } from '../../http/routes/inverters.js';
import { plantRoutes } from '../../http/routes/plants.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { grantsProjection } from '../../projections/grants.js';
import { licencesOf, licencesProjection } from '../../projections/licences.js';
import { findPlant, listPlants } from '../../projections/plant-queries.js';
import { findNumbered, numbersOf, numbersProjection } from '../../projections/numbers.js';
import { plantsProjection } from '../../projections/plants.js';
import { testApp } from './app.js';
import { testLog } from './log.js';

/** Lets tests sign in as a new account. */
export const signIn: FastifyPluginAsyncZod = async (api) =>
  void api.post('/api/v1/test-sign-in', { config: { access: 'public' } }, async () => ({
    token: api.jwt.sign({ sub: uuidV7(), sid: uuidV7() }),
  }));

export type Answer = { readonly status: number; readonly body: any; readonly etag: string }; // eslint-disable-line @typescript-eslint/no-explicit-any
export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** A new account that is signed in. */
export async function clientOf(target: FastifyInstance): Promise<Client> {
  const { token } = (await target.inject({ method: 'POST', url: '/api/v1/test-sign-in' })).json();
  return async (method, path, body, headers = {}) => {
    const answer = await target.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      etag: String(answer.headers['etag']),
    };
  };
}

export const plantBody = {
  name: 'Uracher Straße',
  kind: 'pv',
  address: { street: 'Uracher Straße 91', postcode: '72555', town: 'Metzingen', country: 'de' },
  location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350, timeZone: 'Europe/Berlin' },
  powerTemperatureCoefficientPercentPerK: -0.4,
  azimuthDeg: 180,
  tiltDeg: 30,
  moduleAreaM2: 120.5,
  generatorPowerW: 24_000,
};

export async function newPlant(client: Client): Promise<string> {
  return (await client('POST', '/plants', plantBody)).body.id;
}

/** A row of the file that makes devices known. */
export const device = (line: number, serialNumber: string, type: string) => ({
  line,
  values: { serialNumber, activationCode: 'ABCD-1234', type },
});

/** Plants, inverters and the catalogue over a database of their own, with everybody who follows the log. */
export async function plantsApp(t: Test) {
  const { db, pool, leases, log } = await testLog(t, [...plantEvents, ...licenceEvents]);
  await seedInverterTypes(db, supportedInverterTypes);
  await importDevices(
    db,
    [device(1, 'REG1', '802R020'), device(2, 'REG2', ''), device(3, 'REG3', 'PVM10'), device(4, 'REG4', '')],
    supportedInverterTypes,
  );

  const onTrouble = (name: string, error: unknown) => t.fail(`${name}: ${String(error)}`);
  const readModels = openProjections({
    db,
    pool,
    leases,
    log,
    projections: [plantsProjection, grantsProjection, devicesProjection, licencesProjection, numbersProjection],
    onTrouble,
  });
  await readModels.start();
  t.teardown(() => readModels.stop());
  const policies = openPolicies({ db, leases, log, policies: [startTrialPolicy({ log })], onTrouble });
  await policies.start();
  t.teardown(() => policies.stop());

  const seen = new Map<string, Temporal.Instant>();
  const time = { ahead: Temporal.Duration.from({ seconds: 0 }) };
  const clock = { now: () => Temporal.Now.instant().add(time.ahead) };
  const deps: InverterListRoutesDeps = {
    log,
    clock,
    registry: deviceRegistry(db, standsByHistory(log)),
    catalogue: inverterCatalogue(db),
    inverterLists: postgresInverterLists(db, clock),
    spreadsheets: spreadsheets(),
    findPlant: (accountId, plantId) => findPlant(db, accountId, plantId),
    listPlants: (accountId, page) => listPlants(db, accountId, page),
    findNumbered: (kind, number) => findNumbered(db, kind, number),
    numbersOf: (plantIds) => numbersOf(db, plantIds),
    namesOf: async () => new Map(),
    licencesOf: (plantIds) => licencesOf(db, plantIds),
    liveNumbers: async () => new Map(),
    lastSeen: async (serialNumbers) =>
      new Map(
        [...seen].flatMap(([serial, lastSeenAt]) =>
          serialNumbers.some((one) => one === serial) ? [[serial, { lastSeenAt, isOtherDevice: false }]] : [],
        ),
      ),
    waitFor: (position) => readModels.waitFor(position),
    codeAttemptsPerMinute: 200,
  };
  const app = await testApp(t, {
    routes: [signIn, plantRoutes(deps), inverterRoutes(deps), inverterListRoutes(deps), inverterTypeRoutes(deps)],
  });

  /** Waits until a question has the answer that policies and read models lead to. */
  async function eventually<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
    const deadline = performance.now() + 10_000;
    for (;;) {
      const answer = await ask();
      if (isRight(answer) || performance.now() > deadline) return answer;
      await readModels.waitFor(await log.head());
    }
  }

  return {
    app,
    db,
    pool,
    leases,
    deps,
    log,
    readModels,
    owner: await clientOf(app),
    stranger: await clientOf(app),
    /** When devices were seen last. */
    seen,
    /** How far the clock of the application is ahead. */
    time,
    eventually,
  };
}
