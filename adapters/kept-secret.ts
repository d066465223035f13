import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';

/** Whether a text is 32 bytes in base64. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32;
}

/** A secret that is made once and kept in DATA_DIR, readable by the owner only; throws a `ConfigError` when it must be given. */
export function keptSecret(name: 'JWT_SECRET' | 'MASTER_KEY', dataDir: string, mustBeGiven: boolean): string {
  if (mustBeGiven) {
    throw new ConfigError(
      `${name} must be set when NODE_ENV=production or DATABASE_URL is set, for example from: openssl rand -base64 32.`,
    );
  }
  const file = join(dataDir, name.toLowerCase().replace('_', '-'));
  try {
    mkdirSync(dataDir, { recursive: true });
    writeOnce(file, `${randomBytes(32).toString('base64')}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`DATA_DIR (${dataDir}) must be a folder that can be written (${code}).`);
  }
  chmodSync(file, 0o600);
  const secret = readFileSync(file, 'utf8').trim();
  if (!isKey(secret)) throw new ConfigError(`${name} in ${file} is damaged: restore the file from a backup.`);
  return secret;
}

/** Of two starts at once, one writes and the other reads. */
function writeOnce(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
