import { sql, type RawBuilder } from 'kysely';
import { folded } from './folded.js';

/** More of them narrow nothing down any more. */
const mostWords = 8;

/** Whether each word of a search stands in a text, whatever their capitals and accents. */
export function hasWords(search: string, text: RawBuilder<unknown>): RawBuilder<boolean> {
  const words = search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (words.length === 0) return sql`true`;
  const searched = folded(text);
  return sql`(${sql.join(
    words.map((word) => sql`position(${folded(sql`${word}::text`)} in ${searched}) > 0`),
    sql` and `,
  )})`;
}
