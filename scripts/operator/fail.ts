import { ConfigError } from '../../adapters/config-error.js';
import { isDatabaseAway } from '../../adapters/database/port.js';

/**
 * What a tool says when it fails: one sentence for what is expected (configuration, a database that is away), else where
 * it happened, because then it is a defect. `LOG_LEVEL=debug` shows that for everything.
 */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  if (process.env['LOG_LEVEL'] === 'debug') return stack;
  if (error instanceof ConfigError) return error.message;
  if (isDatabaseAway(error)) return `The database went away (${error.message}). Please run this again when it is back.`;
  return stack;
}
