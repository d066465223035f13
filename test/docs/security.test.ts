import { readFile } from 'node:fs/promises';
import t from 'tap';

t.test('each test that the security list names is there', async (t) => {
  const list = await readFile('docs/security.md', 'utf8');
  const named = [...list.matchAll(/`(test\/[\w./-]+\.ts)`: ([^|\n)]+?) ?[|)]/g)].filter(
    ([, file]) => file !== 'test/docs/security.test.ts',
  );
  t.ok(named.length >= 35, 'the list names its tests');
  for (const [, file = '', title = ''] of named) {
    const source = await readFile(file, 'utf8');
    t.ok(source.includes(`'${title}'`), `${file}: ${title}`);
  }
  const rows = list.split('\n').filter((line) => /^\| \d/.test(line));
  for (const row of rows) t.match(row, /`test\//, `${row.slice(0, 20)} is proved by a test`);
});
