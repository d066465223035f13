import t from 'tap';
import { AccountRegistered } from '../../../domain/account/events.js';
import { Erased } from '../../../domain/kernel/event.js';
import { eventFixture } from '../../support/event-fixtures.js';

t.test('what is personal can be erased, the rest cannot', async (t) => {
  const definition = AccountRegistered;
  t.strictSame(definition.personalFields, ['userName', 'email', 'person', 'company', 'address']);
  const { data } = await eventFixture(definition.type, 1);
  for (const field of Object.keys(data)) {
    const isAllowed = definition.schema.safeParse({ ...data, [field]: Erased }).success;
    t.equal(isAllowed, definition.personalFields.includes(field), field);
  }
});
