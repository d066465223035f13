import type pg from 'pg';

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'nothing listens there',
  ECONNRESET: 'the connection was broken off',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the password',
  '28000': 'it refuses the user',
  '3D000': 'there is no database of this name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
};

/** Null when a database answers, else why not, in words that hold no password. */
export async function whyUnreachable(pool: pg.Pool): Promise<string | null> {
  try {
    await pool.query('select 1');
    return null;
  } catch (error) {
    const { code, message } = firstOf(error);
    return (code === undefined ? undefined : reasons[code]) ?? message;
  }
}

/** A host name with several addresses fails once for each. */
function firstOf(error: unknown): NodeJS.ErrnoException {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  return first instanceof Error ? first : new Error(String(first));
}
