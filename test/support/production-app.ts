import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Test } from 'tap';
import { postgresChanges } from '../../adapters/readings/changes.js';
import { postgresIntake } from '../../adapters/readings/intake.js';
import { postgresProduction } from '../../adapters/readings/queries.js';
import { startSumsWorker } from '../../adapters/readings/sums/worker.js';
import { spreadsheets } from '../../adapters/spreadsheet/spreadsheets.js';
import { keptWeather } from '../../adapters/weather/kept-weather.js';
import type { DueDocument } from '../../domain/account/documents.js';
import { wholeMonitoring, type Monitoring } from '../../domain/account/services.js';
import { AccountId, SubplantId } from '../../domain/kernel/ids.js';
import type { PlantField } from '../../domain/production/yield/model-of-plant.js';
import { registerProblems } from '../../http/plugins/problems.js';
import { registerRequestContext } from '../../http/plugins/request-context.js';
import { liveRoutes } from '../../http/routes/live.js';
import type { PlantForViewing } from '../../http/routes/production-deps.js';
import { productionRoutes } from '../../http/routes/production.js';
import { seriesExportRoutes } from '../../http/routes/series-export.js';
import { testDatabase } from './database.js';
import { assignmentsDirectory, createAssignments, instant, inverterId, plantId, record } from './readings.js';

const accountId = AccountId.parse('00000000-0000-4000-8000-000000000001');
export const subplantId = '00000000-0000-4000-8000-00000000000c';

function field(subplant: SubplantId | null, compassAzimuthDeg: number, peakPowerW: number): PlantField {
  const plane = { compassAzimuthDeg, tiltDeg: 30, coefficientPerK: -0.004 };
  return { ...plane, subplantId: subplant, peakPowerW, inverterPowerW: peakPowerW };
}

const plant: PlantForViewing = {
  plantId,
  name: 'Scheune',
  timeZone: 'Europe/Berlin',
  nominalPowerW: 30_000,
  nominalPowerAssumed: false,
  generatorPowerW: 33_000,
  measured: null,
  ownForecasts: new Map(),
  model: {
    place: { latitudeDeg: 48.53, longitudeDeg: 9.28, altitudeM: 350 },
    fields: [field(SubplantId.parse(subplantId), 90, 10_000), field(null, 180, 40_000)],
    systemLoss: 0.14,
    calibration: 1,
    glass: 'ashrae',
  },
  feedInTariffs: [{ from: '2026-01-01', centsPerKwh: 10 }],
  emissionFactor: { gramsPerKwh: 400, source: 'Test', year: 2025 },
  licence: { state: 'trial', firstDay: '2026-07-01', lastDay: '2026-07-31', daysLeft: 10 },
  subplants: [{ id: subplantId, name: 'Ost' }],
  inverters: [
    {
      id: inverterId(1),
      name: 'WR 1',
      serialNumber: 'A',
      model: '010K',
      nominalPowerW: 10_000,
      subplantId,
      state: 'reporting',
    },
    {
      id: inverterId(2),
      name: 'WR 2',
      serialNumber: 'B',
      model: null,
      nominalPowerW: 20_000,
      subplantId: null,
      state: 'reporting',
    },
    {
      id: inverterId(3),
      name: 'WR 3',
      serialNumber: 'C',
      model: null,
      nominalPowerW: 20_000,
      subplantId: null,
      state: 'claimOpen',
    },
  ],
  removedInverterIds: [],
};

/** The production routes over real readings of three inverters, the morning of 21 July 2026. */
export async function productionApp(t: Test) {
  const { pool, leases } = await testDatabase(t);
  await createAssignments(pool, [
    { serialNumber: 'A', inverterId: inverterId(1), nominalPowerW: 10_000, from: '2026-01-01T00:00:00Z' },
    { serialNumber: 'B', inverterId: inverterId(2), from: '2026-01-01T00:00:00Z' },
  ]);
  const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
  const changes = postgresChanges(pool);
  const worker = startSumsWorker({ pool, leases, intake, onError: (error) => t.error(error) });
  /** What the account may see and the clock shows; tests change it. */
  const viewer = {
    shown: plant as PlantForViewing | null,
    signedIn: true,
    documentsDue: [] as readonly DueDocument[],
    monitoring: wholeMonitoring as Monitoring,
    now: instant('2026-07-21T10:05:00Z'),
    /** What happens before the plant is looked for. */
    lookingFor: async (): Promise<void> => undefined,
  };

  async function openApp(times: { readonly pingEveryMs?: number } = {}): Promise<FastifyInstance> {
    const app = Fastify();
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    registerRequestContext(app);
    app.addHook('onRequest', async (request) => {
      request.caller = request.headers.authorization === 'me' ? { accountId, sessionId: 's', plantIds: null } : null;
    });
    registerProblems(app);
    const deps = {
      plantAccess: async (account: string, id: string) => {
        await viewer.lookingFor();
        return account === accountId && id === plantId ? viewer.shown : null;
      },
      production: postgresProduction(pool),
      weather: keptWeather(pool),
      spreadsheets: spreadsheets(),
      clock: { now: () => viewer.now },
      changes,
      monitoringOf: async () => viewer.monitoring,
      isActive: async () => viewer.signedIn,
      documentsDueOf: async () => viewer.documentsDue,
      seesPlant: async () => viewer.shown !== null,
      ...{ pingEveryMs: 50, sessionCheckEveryMs: 50, minGapMs: 30, ...times },
    };
    await app.register(productionRoutes(deps));
    await app.register(seriesExportRoutes(deps));
    await app.register(liveRoutes(deps));
    return app;
  }

  const app = await openApp();
  t.teardown(async () => {
    await app.close();
    await worker.stop();
    await changes.close();
    await intake.close();
  });
  const base = `/api/v1/plants/${plantId}`;
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { authorization: 'me', ...headers } });

  await Promise.all(
    ['08:00', '08:10', '08:20', '12:00'].flatMap((time, n) => [
      intake.record(
        [
          record('A', `2026-07-21T${time}`, {
            acPowerW: 1_000 + n,
            dayEnergyWh: 1_000 * (n + 1),
            status: 4,
            acVoltageV: 230,
          }),
        ],
        instant('2026-07-21T10:01:00Z'),
      ),
      intake.record(
        [record('B', `2026-07-21T${time}`, { acPowerW: 500, dayEnergyWh: 400, status: 7 })],
        instant('2026-07-21T10:01:00Z'),
      ),
    ]),
  );
  await worker.settled();
  return { viewer, plant, base, get, openApp, app, pool, intake, changes, worker };
}
