import { randomUUID } from 'node:crypto';
import type { LookDeps } from '../../adapters/alerting/look.js';
import { alertPlan, type AlertPlan } from '../../adapters/alerting/plan.js';
import { surroundings } from '../../adapters/alerting/surroundings.js';
import { lookAtDue } from '../../adapters/alerting/worker.js';
import { deviceDirectory } from '../../adapters/device-registry/directory.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { postgresIntake } from '../../adapters/readings/intake.js';
import { startSumsWorker } from '../../adapters/readings/sums/worker.js';
import { keptWeather } from '../../adapters/weather/kept-weather.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import type { AlertCondition } from '../../domain/alerting/rule.js';
import { AccountId, AlertRuleId, InverterId, PlantId, SerialNumber } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { evolvePlant, noPlant, type ActivePlant } from '../../domain/plant/state.js';
import { lightAt } from '../../domain/production/yield/light.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import { alertRulesProjection } from '../../projections/alert-rules.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { grantsProjection } from '../../projections/grants.js';
import { incidentsProjection } from '../../projections/incidents.js';
import { licencesProjection } from '../../projections/licences.js';
import { plantsProjection } from '../../projections/plants.js';
import { testLog } from './log.js';

const metzingen = { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 };
const at = '2026-01-01T10:00:00Z';
const ownerId = AccountId.parse(randomUUID());

/** Plants in Metzingen that are watched, over a real log, with real read models and readings. */
export async function watchedPlants(t: Parameters<typeof testLog>[0] & { fail(message: string): unknown }) {
  const { db, pool, leases, log } = await testLog(t, catalogue);
  const projections = openProjections({
    ...{ db, pool, leases, log },
    projections: [
      ...[plantsProjection, devicesProjection, alertRulesProjection],
      ...[incidentsProjection, licencesProjection, grantsProjection],
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
  const deps: LookDeps = { ...surroundings(), db, pool, log, onTrouble: (error) => t.fail(String(error)) };

  async function happened(plantId: PlantId, events: readonly PlantEvent[]): Promise<void> {
    const streamId = `plant-${plantId}`;
    const { revision, hash } = await log.load(streamId);
    const metadata = { actor: { kind: 'system', id: 'test' }, correlationId: randomUUID() } as const;
    const named = events.map((event) => ({ id: randomUUID(), event }));
    const appended = await log.append(streamId, named, { revision, hash }, metadata);
    if (!appended.ok) throw new Error(appended.reason);
    await projections.waitFor(appended.position);
  }

  return {
    ...{ pool, log, intake, sums, deps, happened },

    /** A plant with inverters of 10 kW in it. */
    async plant(serials: readonly string[], conditions: readonly AlertCondition[]): Promise<PlantId> {
      const plantId = PlantId.parse(randomUUID());
      const details = {
        ...{ name: 'Scheune', description: '', moduleName: '', public: false, feedInTariffs: [], kind: 'pv' as const },
        address: { street: '', postcode: '72555', town: 'Metzingen', country: 'DE' },
        location: metzingen,
        ...{ timeZone: 'Europe/Berlin', powerTemperatureCoefficientPercentPerK: -0.4, azimuthDeg: 180, tiltDeg: 30 },
        ...{ moduleAreaM2: 300, generatorPowerW: 60_000 },
      };
      await happened(plantId, [
        { type: 'PlantAdded', data: { plantId, ownerId, at, ...details } },
        ...serials.flatMap((serial): readonly PlantEvent[] => {
          const inverterId = InverterId.parse(randomUUID());
          const serialNumber = SerialNumber.parse(serial);
          const rated = { typeId: 'refusol-010k', nominalPowerW: 10_000, powerAssumed: false };
          const place = { plantId, inverterId, at, ownerId, serialNumber, name: serial, subplantId: null };
          return [
            { type: 'InverterAdded', data: { ...place, claim: 'code', ...rated } },
            { type: 'InverterActivated', data: { plantId, inverterId, at, serialNumber, proof: 'code' } },
          ];
        }),
        ...conditions.map((condition): PlantEvent => {
          const ruleId = AlertRuleId.parse(randomUUID());
          const recipients = [{ accountId: ownerId, language: 'de' as const }];
          const delivery = { recipients, dailyAt: null, quietHours: null, reminders: 3, reminderDays: 1 };
          return { type: 'AlertRuleSet', data: { plantId, ruleId, at, version: 1, condition, delivery, isOn: true } };
        }),
      ]);
      return plantId;
    },

    /** Weather of a whole day (UTC) around Metzingen, by the share of a cloudless sky, told at an instant. */
    weather(day: string, share: number, issuedAt: string): Promise<void> {
      const unknown = { dniWm2: null, dhiWm2: null, airTemperatureC: 20, windMs: 2 };
      const intervals = Array.from({ length: 24 }, (_, hour) => {
        const fromS = Date.parse(day) / 1_000 + hour * 3_600;
        return {
          ...unknown,
          fromS,
          toS: fromS + 3_600,
          ghiWm2: share * lightAt(metzingen, fromS + 1_800).clear.ghiWm2,
        };
      });
      const answer = { source: 'open-meteo', issuedS: Date.parse(issuedAt) / 1_000, intervals };
      return keptWeather(pool).keep(cellOf(metzingen), answer);
    },

    /** A plant as it is by now. */
    async plantNow(plantId: PlantId): Promise<ActivePlant> {
      const { events } = await log.load(`plant-${plantId}`);
      return (events as readonly PlantEvent[]).reduce(evolvePlant, noPlant) as ActivePlant;
    },

    /** Somebody looks at whatever is due; answers which plants were taken. */
    async look(now: Temporal.Instant, { listeningSinceS = -Infinity, plan = alertPlan(pool) } = {}) {
      const taken: string[] = [];
      const watching: AlertPlan = {
        ...plan,
        // A few at a time, so that others get some.
        take: async (...[instant]) => {
          const some = await plan.take(instant, 2);
          taken.push(...some.map(({ plantId }) => plantId));
          return some;
        },
      };
      const { signal } = new AbortController();
      await lookAtDue(deps, watching, { listeningSinceS, now: () => now, signal });
      return taken;
    },

    /** What happened to the incidents of a plant. */
    async incidents(plantId: PlantId): Promise<readonly AlertEvent[]> {
      const { events, position } = await log.load(`alerting-${plantId}`);
      if (position !== null) await projections.waitFor(position);
      return events as readonly AlertEvent[];
    },
  };
}
