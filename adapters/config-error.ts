/** A value of the environment that does not fit: one sentence for the person who set it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
