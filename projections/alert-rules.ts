import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { AlertRule } from '../domain/alerting/rule.js';
import type { AlertRuleId } from '../domain/kernel/ids.js';
import { isAlertRuleEvent } from '../domain/plant/alert-rule-events.js';
import { evolveAlertRules } from '../domain/plant/alert-rules.js';
import type { PlantEvent } from '../domain/plant/events.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

type Watching = { readonly rules: readonly AlertRule[]; readonly position: bigint; readonly isGone: boolean };

const byPlant = keyedRows<Watching, LoggedEvent<PlantEvent>>({
  keyOf: (event) => event.data.plantId,
  load,
  evolve: (watching, event) => {
    const { position } = event;
    if (!isAlertRuleEvent(event)) return { rules: [], position, isGone: true };
    const before = new Map<AlertRuleId, AlertRule>(watching?.rules.map((rule) => [rule.ruleId, rule]));
    return { rules: [...evolveAlertRules(before, event).values()], position, isGone: false };
  },
  store: async (tx, watchings) => {
    const rows = [...watchings].map(([plant_id, { rules, position, isGone }]) => ({
      plant_id,
      rules,
      position,
      isGone,
    }));
    const gone = rows.filter(({ isGone }) => isGone).map(({ plant_id }) => plant_id);
    if (gone.length > 0) await tx.deleteFrom('plants').where(isOneOf('plant_id', gone)).execute();
    const standing = rows.flatMap(({ isGone, ...row }) => (isGone ? [] : [row]));
    await upsertRows(tx, 'plants', standing, { key: 'plant_id' });
  },
});

/**
 * What each plant is watched for, one row a plant; without a rule once the last one was removed, so that whoever watches
 * sees that there is nothing left.
 */
export const alertRulesProjection: Projection = {
  name: 'alert_rules',
  version: 1,
  prefixes: ['plant-'],
  create: (db) =>
    db.schema
      .createTable('plants')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('rules', 'jsonb', (column) => column.notNull())
      // Of the event that changed them last: by it the watchers find what is new to them.
      .addColumn('position', 'int8', (column) => column.notNull())
      .execute(),
  createIndexes: (db) =>
    db.schema.createIndex('plants_by_position').ifNotExists().on('plants').column('position').execute(),
  apply: (tx, events) =>
    byPlant.apply(
      tx,
      (events as readonly LoggedEvent<PlantEvent>[]).filter(
        (event) => isAlertRuleEvent(event) || event.type === 'PlantRemoved',
      ),
    ),
};

async function load(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, Watching>> {
  const rows = await db.selectFrom('plants').selectAll().where(isOneOf('plant_id', plantIds)).execute();
  return new Map(
    rows.map((row) => [row['plant_id'], { rules: row['rules'], position: row['position'], isGone: false }]),
  );
}

/** The rules of some plants; plants that never had one, and those that are gone, are left out. */
export async function alertRulesOf(
  db: Db,
  plantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AlertRule[]>> {
  if (plantIds.length === 0) return new Map();
  const { rows } = await sql<{ plant_id: string; rules: readonly AlertRule[] }>`
    select plant_id::text, rules from alert_rules.plants where plant_id = any(${[...plantIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.plant_id, row.rules]));
}
