import { sql } from 'kysely';
import { RebuildCancelled } from '../../../projections/engine/fill.js';
import { PoisonEvent } from '../../../projections/engine/follower.js';
import { UndecodableEvent } from '../../../projections/engine/port.js';
import { RebuildRefused, verifyProjection } from '../../../projections/engine/rebuild.js';
import { isEqual, type Comparison } from '../../../projections/engine/compare.js';
import type { Projection } from '../../../projections/engine/projection.js';
import { tableText } from '../rebuild-texts.js';
import { goOn, Stopped, type Check, type CheckOptions, type RestoredCopy } from './port.js';

type Place = { readonly name: string; readonly position: bigint };

/** Nobody may have seen more than there is: what comes next would be passed over. */
export const checkCheckpoints: Check = async ({ database: { db }, store, projections }) => {
  const head = await store.head();
  const { rows } = await sql<Place>`select name, position from log.checkpoints order by name`.execute(db);
  const { rows: roots } = await sql<Place>`
    select 'the root of ' || day as name, position from log.daily_roots order by day`.execute(db);
  const missing = projections.filter(({ name }) => rows.every((row) => row.name !== name));
  return {
    looked: `${rows.length} checkpoints and ${roots.length} roots, the log ends at position ${head}`,
    faults: [
      ...[...rows, ...roots]
        .filter(({ position }) => position > head)
        .map(({ name, position }) => `${name} stands at position ${position}, the log ends at ${head}`),
      ...missing.map(({ name }) => `${name} has no checkpoint`),
    ],
  };
};

/** Each read model against a replay of the log into tables beside it, which are dropped again. */
export const checkReadModels: Check = async (copy, options) => {
  const faults: string[] = [];
  let rows = 0n;
  for (const projection of copy.projections) {
    const found = await verified(copy, projection, options);
    if (typeof found === 'string') faults.push(`${projection.name}: ${found}`);
    else {
      for (const table of found.tables) {
        rows += table.rebuiltRows ?? 0n;
        if (!isEqual(table)) faults.push(tableText(projection.name, table));
      }
    }
  }
  return { looked: `${copy.projections.length} read models, ${rows} rows`, faults };
};

/** The comparison, or why there is none. */
async function verified(
  { database: { db, pool }, log }: RestoredCopy,
  projection: Projection,
  { signal, onRebuildProgress }: CheckOptions,
): Promise<Comparison | string> {
  goOn(signal);
  try {
    return await verifyProjection({ db, pool, log, signal, onProgress: onRebuildProgress }, projection);
  } catch (error) {
    if (error instanceof RebuildCancelled) throw new Stopped(error.message);
    const isExpected = [RebuildRefused, PoisonEvent, UndecodableEvent].some((kind) => error instanceof kind);
    if (!isExpected) throw error;
    return `cannot be compared: ${(error as Error).message}`;
  }
}
