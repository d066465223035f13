/** The PostgreSQL server of this test run: `TEST_DATABASE_URL`, set by `scripts/test.ts` or by hand. */
export async function testServerUrl(): Promise<string> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`');
  return url;
}
