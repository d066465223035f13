import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Db } from '../../adapters/database/port.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { InverterId, PlantId, SerialNumber } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { applyBatch } from '../../projections/engine/follower.js';
import type { LoggedEvent, Projection } from '../../projections/engine/projection.js';
import { asFollower, recreate } from '../../projections/engine/tables.js';

const at = '2026-01-01T10:00:00Z';
const plantsPerFill = 500;
const germany = { latitudeDeg: [47.5, 54.9], longitudeDeg: [6, 15] } as const;
const between = ([from, to]: readonly [number, number]) => from + (to - from) * Math.random();

type WishedPlant = { readonly number: number; readonly ownerId: AccountId; readonly inverters: number };

/** A plant somewhere in Germany; its inverters have the serial numbers `N<number>-0` and following. */
export function germanPlant({ number, ownerId, inverters }: WishedPlant): readonly [PlantEvent, ...PlantEvent[]] {
  const plantId = PlantId.parse(randomUUID());
  const details = {
    ...{ name: `Plant ${number}`, description: '', moduleName: '', public: false, feedInTariffs: [] },
    kind: 'pv' as const,
    address: { street: '', postcode: '72555', town: `Ort ${number % 300}`, country: 'DE' },
    location: {
      latitudeDeg: between(germany.latitudeDeg),
      longitudeDeg: between(germany.longitudeDeg),
      altitudeM: 300,
    },
    ...{ timeZone: 'Europe/Berlin', powerTemperatureCoefficientPercentPerK: -0.4, azimuthDeg: 180, tiltDeg: 30 },
    ...{ moduleAreaM2: 100 * inverters, generatorPowerW: 20_000 * inverters },
  };
  const standing = Array.from({ length: inverters }, (_, index): readonly PlantEvent[] => {
    const inverterId = InverterId.parse(randomUUID());
    const serialNumber = SerialNumber.parse(`N${number}-${index}`);
    const rated = { typeId: 'refusol-020k', nominalPowerW: 19_200, powerAssumed: false };
    const added = { plantId, inverterId, at, ownerId, serialNumber, name: `WR ${index}`, subplantId: null };
    return [
      { type: 'InverterAdded', data: { ...added, claim: 'code', ...rated } },
      { type: 'InverterActivated', data: { plantId, inverterId, at, serialNumber, proof: 'code' } },
    ];
  });
  return [{ type: 'PlantAdded', data: { plantId, ownerId, at, ...details } }, ...standing.flat()];
}

/** Makes read models anew and applies the lives of so many plants to those that follow plants, without the log. */
export async function fillReadModels(
  db: Db,
  {
    plants,
    lifeOf,
    following,
    empty,
  }: {
    readonly plants: number;
    readonly lifeOf: (number: number) => readonly PlantEvent[];
    readonly following: readonly Projection[];
    /** Those that are made and stay empty. */
    readonly empty: readonly Projection[];
  },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const projection of [...following, ...empty]) await recreate(tx, projection);
  });
  let position = 0n;
  for (let first = 0; first < plants; first += plantsPerFill) {
    const from = position;
    const lives = Array.from({ length: Math.min(plantsPerFill, plants - first) }, (_, n) => lifeOf(first + n));
    const events = lives.flatMap((life) =>
      life.map((event, revision): LoggedEvent => {
        position++;
        const streamId = `plant-${event.data.plantId}`;
        const metadata = { actor: { kind: 'system', id: 'bench' }, correlationId: 'bench' } as const;
        return { ...event, id: randomUUID(), streamId, revision: BigInt(revision), position, recordedAt: at, metadata };
      }),
    );
    for (const projection of following) await applyBatch(db, asFollower(projection), from, { events, position });
  }
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const sunWm2 = (most: number) =>
  hours.map((hour) => Math.max(0, Math.round(most * Math.sin(((hour - 4) / 15) * Math.PI))));

/** Climate and weather of all cells in which plants of this file may stand; the weather of the last `days` days until `lastDay`. */
export async function fillWeather(
  pool: pg.Pool,
  { lastDay, days }: { readonly lastDay: string; readonly days: number },
): Promise<void> {
  const tenths = ([from, to]: readonly [number, number]) => `generate_series(${from * 10}, ${to * 10})`;
  const cells = `${tenths(germany.latitudeDeg)} latitude cross join ${tenths(germany.longitudeDeg)} longitude`;
  await pool.query(
    `insert into climates (latitude_tenths, longitude_tenths, source, asked_at, period, ghi_wm2, air_temperature_c)
     select latitude, longitude, 'PVGIS', now(), '2005-2020', $1, $2 from ${cells}`,
    [
      [30, 55, 105, 165, 205, 225, 220, 185, 130, 75, 38, 25],
      [0, 1, 5, 9, 14, 17, 19, 18, 14, 9, 4, 1],
    ],
  );
  await pool.query(
    `insert into weather_days (latitude_tenths, longitude_tenths, day, source, issued_at, ghi_wm2, dni_wm2, dhi_wm2,
       air_temperature_c, wind_ms)
     select latitude, longitude, day::date, 'Open-Meteo', day + interval '2 days', $3, $4, $5, $6, $7
     from ${cells} cross join generate_series($1::date - $2::integer + 1, $1::date, interval '1 day') day`,
    [lastDay, days, sunWm2(700), sunWm2(600), sunWm2(150), hours.map(() => 18), hours.map(() => 3)],
  );
}
