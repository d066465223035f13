/** The PostgreSQL server of this test run; `scripts/test.mjs` sets it. */
export const testServerUrl = (): string => fromRunner('TEST_DATABASE_URL');

/** Its database that is migrated already. */
export const testTemplate = (): string => fromRunner('TEST_DATABASE_TEMPLATE');

function fromRunner(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with \`npm test\``);
  return value;
}
