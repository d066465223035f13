import { readFile } from 'node:fs/promises';
import t from 'tap';
import { accountEvents } from '../../../domain/account/events.js';
import { Erased } from '../../../domain/kernel/event.js';

/** `AccountRegistered` is kept in `account-registered.v1.json`. */
async function fixture(type: string, version: number) {
  const name = type.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();
  const file = new URL(`../../fixtures/events/${name}.v${version}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'));
}

t.test('every event of every version can be read for ever', async (t) => {
  for (const definition of accountEvents) {
    for (let version = 1; version <= definition.version; version++) {
      const stored = await fixture(definition.type, version);
      t.equal(stored.type, definition.type);
      const upcasters: readonly ((data: Record<string, unknown>) => Record<string, unknown>)[] = [
        ...definition.upcasters,
      ];
      const data = upcasters.slice(version - 1).reduce((older, upcast) => upcast(older), stored.data);
      t.ok(definition.schema.safeParse(data).success, `${definition.type} version ${version}`);
    }
  }
});

t.test('what is personal can be erased, the rest cannot', async (t) => {
  const definition = accountEvents[0];
  t.strictSame(definition.personalFields, ['userName', 'email', 'person', 'company', 'address']);
  const { data } = await fixture(definition.type, 1);
  for (const field of Object.keys(data)) {
    const isAllowed = definition.schema.safeParse({ ...data, [field]: Erased }).success;
    t.equal(isAllowed, definition.personalFields.includes(field), field);
  }
});
