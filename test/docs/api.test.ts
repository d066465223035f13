import { readFile } from 'node:fs/promises';
import t from 'tap';
import { request } from 'undici';
import { newInverter, newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

type Example = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly goesOn: boolean };

/** The calls of `curl` in a page, with what the shell puts in. */
function examplesIn(page: string, variables: Readonly<Record<string, string>>): readonly Example[] {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
  return lines
    .filter((line) => line.startsWith('curl '))
    .map((line) => {
      const filled = line.replaceAll(/\$([A-Z_]+)/g, (_all, name: string) => variables[name] ?? `unknown $${name}`);
      const words = [...filled.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
      const headers = words.flatMap((word, at) => (words[at - 1] === '-H' ? [word.split(/: (.*)/) as string[]] : []));
      return {
        url: words.at(-1) ?? '',
        headers: Object.fromEntries(headers.map(([name = '', value = '']) => [name.toLowerCase(), value])),
        goesOn: words.includes('-N'),
      };
    });
}

t.test('every example of the page on the API runs as it stands', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner, { public: true });
  await newInverter(owner, plantId, 'EXAMPLE-1');
  const scopes = ['plants:read', 'readings:read'];
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { body: made } = await owner.call('POST', '/me/tokens', { name: 'Example', scopes, password, expiresAt });
  const variables = { PORTAL: portal.url, SITELINK_TOKEN: made.token, PLANT: plantId };
  const examples = examplesIn(await readFile('docs/api.md', 'utf8'), variables);
  t.ok(examples.length >= 10);
  for (const { url, headers, goesOn } of examples) {
    t.ok(url.startsWith(`${portal.url}/api/v1/`), url);
    const answer = await request(url, { headers });
    t.equal(answer.statusCode, 200, url);
    t.equal(String(answer.headers['content-type']).startsWith('text/event-stream'), goesOn, url);
    if (goesOn) answer.body.on('error', () => undefined).destroy();
    else await answer.body.dump();
  }
});
