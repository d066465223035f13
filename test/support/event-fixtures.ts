import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where events are kept as they were first written; files are added, never changed. */
export const fixtureFolder = pathToFileURL('test/fixtures/events/');

const Fixture = z.strictObject({
  type: z.string(),
  schemaVersion: z.int(),
  data: z.record(z.string(), z.json()),
});
export type EventFixture = z.infer<typeof Fixture>;

/** `AccountRegistered` of version 1 is kept in `account-registered.v1.json`. */
export function fixtureName(type: string, version: number): string {
  return `${type.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase()}.v${version}.json`;
}

export async function eventFixture(type: string, version: number): Promise<EventFixture> {
  return Fixture.parse(JSON.parse(await readFile(new URL(fixtureName(type, version), fixtureFolder), 'utf8')));
}
