import { sql, type RawBuilder } from 'kysely';

const after = sql.raw(`chr(1114111)`);

/** Whether a text that stands in an index by its bytes begins so. */
export function begins(indexed: RawBuilder<unknown>, beginning: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${indexed} >= ${beginning} and ${indexed} < ${beginning} || ${after}`;
}
