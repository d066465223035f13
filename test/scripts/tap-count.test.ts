import { Readable } from 'node:stream';
import t from 'tap';

type CountTap = (stream: Readable, print: (text: string) => void) => Promise<{ passed: number; failed: number }>;

// Plain JavaScript, because it runs before anything is compiled.
const script = new URL('../../scripts/tap-count.mjs', import.meta.url).href;
const { countTap } = (await import(script)) as { readonly countTap: CountTap };

t.test('tells a failure whose details JSON does not know', async (t) => {
  const tap = `TAP version 14
# Subtest: some.test.ts
    ok 1 - well
    not ok 2 - positions
      ---
      found: !bigint 12345678901234567890n
      wanted: !bigint 1n
      more:
        position: !bigint 7n
        where: !symbol here
      ...
    1..2
not ok 1 - some.test.ts
1..1
`;
  let said = '';
  const counted = await countTap(Readable.from([tap]), (text) => (said += text));
  t.strictSame(counted, { passed: 1, failed: 1 });
  t.match(said, 'FAILED some.test.ts > positions');
  t.match(said, 'wanted 1n');
  t.match(said, 'found  12345678901234567890n');
  t.match(said, 'position: 7n');
});
