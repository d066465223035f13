import t from 'tap';
import { z } from 'zod';
import { defineEvent, personal } from '../../domain/kernel/event.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Day } from '../../domain/kernel/time.js';
import { catalogueText, docstringsIn } from '../../scripts/event-catalogue.js';

const source = `
/** Somebody
 * moved. */
export const Moved = defineEvent(
  'Moved',
`;
const Moved = defineEvent(
  'Moved',
  z.object({
    by: AccountId,
    to: personal(z.object({ town: z.string(), floors: z.array(z.int()) }).nullable()).optional(),
    on: Day,
    how: z.enum(['foot', 'train']),
  }),
  { subjectField: 'by', upcasters: [(data) => data] },
);

t.test('the event catalogue says what an event holds', async (t) => {
  const page = catalogueText([Moved], new Map(docstringsIn('change-of-place', source)));
  t.match(page, '## Streams `changeOfPlace-<uuid>`\n\n### Moved\n\nSomebody moved. Version 2.\n');
  t.match(
    page,
    [
      '| `by` | UUID |  |',
      '| `to` | { town: text, floors: list of whole number } or null | may be left out; personal, key of `by` |',
      '| `on` | day |  |',
      '| `how` | `foot`, `train` |  |',
    ].join('\n'),
  );
  t.throws(() => catalogueText([Moved], new Map()), /Moved is not defined/);
  t.throws(() => docstringsIn('room', `export const Moved = defineEvent('Moved'`), /Moved has no docstring/);
});
