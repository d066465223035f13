import type pg from 'pg';
import { dayIn, legalTimeZone } from '../../domain/kernel/time.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { licenceSummary } from '../../domain/licence/summary.js';
import { dayNumber } from '../../domain/production/device-clock.js';
import { hurt } from '../../domain/production/standing.js';
import { placesEver } from '../../projections/devices.js';
import { incidentsOf } from '../../projections/incidents.js';
import { licencesOf } from '../../projections/licences.js';
import { activePlants } from '../../projections/plant-queries.js';
import type { Db } from '../database/port.js';
import type { ProductionQueries } from '../readings/port.js';
import { comparisons, type PlantComparison } from './comparison.js';
import { currentNumbersWith, type CurrentNumbersDeps } from './current-numbers.js';

export type StandingsDeps = Pick<CurrentNumbersDeps, 'lastSeen' | 'clock'> & {
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly production: ProductionQueries;
  /** How long a round looks back over the month of plants; left out: 5 s. How those stand now must not wait for the others. */
  readonly comparingMs?: number;
};

/** So many plants are looked at with one round of queries. */
const batchSize = 200;
/** With each new day of the plant, and now and then: full days do not change any more, only what comes late does. */
const compareAgainMs = 6 * 3_600_000;

/**
 * Brings the standings of all plants up to date; only what changed is written. What plants made of what was to be expected
 * is looked at for some of them in each round. Ends early when it is aborted.
 */
export async function refreshStandings(deps: StandingsDeps, signal?: AbortSignal): Promise<void> {
  const { pool, comparingMs = 5_000 } = deps;
  const endsAt = performance.now() + comparingMs;
  const isTimeOver = () => performance.now() >= endsAt;
  // Before the read models have made their tables there is nothing to look at.
  const { rows: there } = await pool.query<{ all: boolean }>(
    `select bool_and(to_regclass(name) is not null) as all
     from unnest(array['plants.plants', 'devices.assignments', 'incidents.plants', 'licences.licences']) name`,
  );
  if (there[0]?.all !== true) return;
  for (let after = '00000000-0000-0000-0000-000000000000'; signal?.aborted !== true;) {
    const { rows } = await pool.query<Known>(
      `select plant_id::text as "plantId", plant.revision::text,
         standing.compared_revision::text as "comparedRevision",
         extract(epoch from standing.compared_at)::float8 * 1000 as "comparedMs",
         json_build_object('comparedAt', compared_at, 'by', compared_by, 'share', share_of_expected, 'lostWh', lost_wh,
           'worstShare', worst_share, 'weekWh', week_wh) as comparison
       from plants.plants plant left join plant_standings standing using (plant_id)
       where plant_id > $1 order by plant_id limit ${batchSize}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    await refreshBatch({ ...deps, isTimeOver }, rows);
    after = last.plantId;
  }
  await pool.query(
    'delete from plant_standings standing where not exists (select from plants.plants where plant_id = standing.plant_id)',
  );
}

type StoredComparison = {
  readonly comparedAt: string | null;
  readonly by: 'weather' | 'usual' | null;
  readonly share: number | null;
  readonly lostWh: number | null;
  readonly worstShare: number | null;
  readonly weekWh: readonly (number | null)[] | null;
};

type Known = {
  readonly plantId: string;
  readonly revision: string;
  readonly comparedRevision: string | null;
  readonly comparedMs: number | null;
  readonly comparison: StoredComparison;
};

async function refreshBatch(
  deps: StandingsDeps & { readonly isTimeOver: () => boolean },
  batch: readonly Known[],
): Promise<void> {
  const { pool, db, clock } = deps;
  const now = clock.now();
  const nowMs = now.epochMilliseconds;
  const ids = batch.map(({ plantId }) => plantId);
  const plants = await activePlants(db, ids);
  const current = currentNumbersWith({
    ...deps,
    invertersOf: async () =>
      [...plants.values()].map(({ plantId, details, inverters }) => ({
        ...{ plantId, timeZone: details.timeZone, inverters: [...inverters.values()] },
      })),
    placesEver: (plantIds) => placesEver(db, plantIds),
  });
  const stale = batch.flatMap((known) => {
    const plant = plants.get(known.plantId);
    return plant === undefined || deps.isTimeOver() || !isStale(known, plant, nowMs) ? [] : [plant];
  });
  const [numbers, incidents, licences, fresh] = await Promise.all([
    current(ids),
    incidentsOf(db, ids),
    licencesOf(db, ids),
    comparisons(deps, stale, { nowS: nowMs / 1_000, isTimeOver: deps.isTimeOver }),
  ]);
  const today = dayIn(legalTimeZone, now);
  const standings = batch.flatMap((known) => {
    const measured = numbers.get(known.plantId);
    if (measured === undefined) return [];
    const { state, acPowerW, todayEnergyWh, lastValueAt } = measured;
    const open = (incidents.get(known.plantId)?.incidents ?? []).filter(({ status }) => status === 'open').length;
    const licence = licenceSummary(licences(known.plantId), today);
    const compared = storedComparison(known, fresh.get(known.plantId), now.toString());
    return {
      ...{ plant_id: known.plantId, state, ac_power_w: acPowerW, today_wh: todayEnergyWh, last_value_at: lastValueAt },
      ...{ open_incidents: open, licence_state: licence.state, licence_until: licence.lastDay },
      hurt: hurt({ state, openIncidents: open, lostWh: compared.lost_wh }),
      ...compared,
    };
  });
  await pool.query(upsert, [JSON.stringify(standings)]);
}

function isStale({ comparedMs, revision, comparedRevision }: Known, { details }: ActivePlant, nowMs: number): boolean {
  if (comparedMs === null || revision !== comparedRevision || nowMs - comparedMs > compareAgainMs) return true;
  return dayNumber(details.timeZone, comparedMs / 1_000) !== dayNumber(details.timeZone, nowMs / 1_000);
}

function storedComparison(known: Known, fresh: PlantComparison | undefined, nowText: string) {
  if (fresh === undefined) {
    const { comparison, comparedRevision } = known;
    return {
      ...{ compared_at: comparison.comparedAt, compared_revision: comparedRevision, compared_by: comparison.by },
      ...{ share_of_expected: comparison.share, lost_wh: comparison.lostWh, worst_share: comparison.worstShare },
      week_wh: comparison.weekWh ?? [],
    };
  }
  const found = fresh.comparison;
  return {
    ...{ compared_at: nowText, compared_revision: known.revision, compared_by: found?.by ?? null },
    ...{ share_of_expected: found?.share ?? null, lost_wh: found?.lostWh ?? null, worst_share: fresh.worstShare },
    week_wh: fresh.weekWh,
  };
}

const upsert = `
  insert into plant_standings as standing
  select * from jsonb_populate_recordset(null::plant_standings, $1::jsonb)
  on conflict (plant_id) do update set (state, ac_power_w, today_wh, last_value_at, open_incidents, licence_state,
      licence_until, hurt, compared_at, compared_revision, compared_by, share_of_expected, lost_wh, worst_share, week_wh)
    = (excluded.state, excluded.ac_power_w, excluded.today_wh, excluded.last_value_at, excluded.open_incidents,
      excluded.licence_state, excluded.licence_until, excluded.hurt, excluded.compared_at, excluded.compared_revision,
      excluded.compared_by, excluded.share_of_expected, excluded.lost_wh, excluded.worst_share, excluded.week_wh)
  where standing.* is distinct from excluded.*`;
