import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import type { InverterCatalogue } from '../../commands/ports.js';
import type { InverterType } from '../../domain/plant/inverter-types.js';

type TypeRow = {
  readonly id: string;
  readonly maker: string;
  readonly model: string;
  readonly nominal_power_w: number;
  readonly aliases: readonly string[];
  readonly minimum_firmware: string | null;
  readonly source: string;
};

/** The live catalogue of inverter types. */
export function inverterCatalogue(db: Db): InverterCatalogue {
  const supported = () =>
    db
      .selectFrom('device_registry.inverter_types')
      .select(['id', 'maker', 'model', 'nominal_power_w', 'aliases', 'minimum_firmware', 'source'])
      .where('removed', '=', false);
  return {
    async list() {
      const rows = await supported().orderBy('maker').orderBy('nominal_power_w').orderBy('id').execute();
      return rows.map((row) => typeOf(row as TypeRow));
    },
    async find(id) {
      const row = await supported().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : typeOf(row as TypeRow);
    },
  };
}

/** Brings the delivered types into the live catalogue; what the operator wrote or removed stays as it is. */
export async function seedInverterTypes(db: Db, types: readonly InverterType[]): Promise<void> {
  await write(db, types, { byOperator: false });
}

/** Adds or replaces a type on behalf of the operator. Inverters that stand already keep their recorded power. */
export async function setInverterType(db: Db, type: InverterType): Promise<void> {
  await write(db, [type], { byOperator: true });
}

/** Takes a type out of the catalogue; false when it was not there. A new release does not bring it back. */
export async function removeInverterType(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    update device_registry.inverter_types set removed = true, by_operator = true, changed_at = now()
    where id = ${id} and not removed returning 1`.execute(db);
  return rows.length === 1;
}

async function write(
  db: Db,
  types: readonly InverterType[],
  { byOperator }: { readonly byOperator: boolean },
): Promise<void> {
  for (const type of types) {
    await sql`
      insert into device_registry.inverter_types as live
        (id, maker, model, nominal_power_w, aliases, minimum_firmware, source, by_operator)
      values (${type.id}, ${type.maker}, ${type.model}, ${type.nominalPowerW}, ${[...type.aliases]}::text[],
        ${type.minimumFirmware}, ${type.source}, ${byOperator})
      on conflict (id) do update set
        maker = excluded.maker, model = excluded.model, nominal_power_w = excluded.nominal_power_w,
        aliases = excluded.aliases, minimum_firmware = excluded.minimum_firmware, source = excluded.source,
        by_operator = excluded.by_operator, removed = false, changed_at = now()
      where excluded.by_operator or not live.by_operator`.execute(db);
  }
}

function typeOf(row: TypeRow): InverterType {
  return {
    id: row.id,
    maker: row.maker,
    model: row.model,
    nominalPowerW: row.nominal_power_w,
    aliases: row.aliases,
    minimumFirmware: row.minimum_firmware,
    source: row.source,
  };
}
