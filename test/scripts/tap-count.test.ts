import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import t from 'tap';

type CountTap = (
  name: string,
  stream: Readable,
  print: (text: string) => void,
) => Promise<{ passed: number; failed: number }>;

// Plain JavaScript, because it runs before anything is compiled.
const script = pathToFileURL('scripts/tap-count.mjs').href;
const { countTap } = (await import(script)) as { readonly countTap: CountTap };

async function count(tap: string) {
  let said = '';
  const counted = await countTap('some.test.ts', Readable.from([tap]), (text) => (said += text));
  return { ...counted, said };
}

t.test('tells a failure whose details JSON does not know', async (t) => {
  const { said, ...counted } = await count(`TAP version 14
# Subtest: places
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
not ok 1 - places
1..1
`);
  t.strictSame(counted, { passed: 1, failed: 1 });
  t.match(said, 'FAILED some.test.ts > places > positions');
  t.match(said, 'wanted 1n');
  t.match(said, 'found  12345678901234567890n');
  t.match(said, 'position: 7n');
});

t.test('a file that ends early is a failure', async (t) => {
  t.match(await count('TAP version 14\nok 1 - well\n'), { passed: 1, failed: 1, said: 'FAILED some.test.ts' });
  t.match(await count(''), { passed: 0, failed: 1, said: 'FAILED some.test.ts' });
  t.match(await count('TAP version 14\nok 1 - well\n1..1\n'), { passed: 1, failed: 0, said: '' });
  t.match(await count('TAP version 14\n1..0 # SKIP not here\n'), { passed: 0, failed: 0, said: '' });
});
