import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { absent } from '../../adapters/absent.js';
import { UsageError } from './output.js';

/** What there is to know about a file that a person named. Throws `UsageError` when there is none. */
export async function requireFile(file: string): Promise<Stats> {
  const info = await stat(file).catch(absent);
  if (info === null || !info.isFile()) throw new UsageError(`${file}: there is no such file.`);
  return info;
}
