import { sql, type RawBuilder } from 'kysely';
import { townKey } from '../domain/plant/public-map.js';

/** Latin letters with marks, large and small. */
const marked = Array.from({ length: 0x180 - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index))
  .map((letter) => [letter, townKey(letter)] as const)
  .filter(([letter, key]) => key !== letter && key.length === 1);

const large = marked.map(([letter]) => letter).join('');
const small = marked.map(([, key]) => key).join('');

/**
 * As texts are compared where people search: what `townKey` makes of it, in SQL; PostgreSQL without a locale knows of no
 * capitals with marks. Ordered by their bytes.
 */
export function folded(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(replace(translate(lower(${text}), ${sql.lit(large)}, ${sql.lit(small)}), 'ß', 'ss') collate "C")`;
}
