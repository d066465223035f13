import t from 'tap';
import { once } from 'node:events';
import { callJson } from '../support/owner.js';
import { runProgram, serverProcess } from '../support/server-process.js';
import { testDatabase } from '../support/database.js';

/** Runs a tool to its end; `during` may look at what it says and send it signals. */
async function runTool(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  during: (tool: ReturnType<typeof runProgram>) => void = () => undefined,
) {
  const tool = runProgram(program, args, environment);
  const ended = once(tool, 'close');
  during(tool);
  const [code] = (await ended) as [number | null];
  return { code, said: tool.said() };
}

t.test('the demonstration is loaded beside a running server, also after it was broken off', async (t) => {
  const server = await serverProcess(t);
  await server.start();
  const demo = () => runTool('scripts/demo', ['--days', '20'], server.environment);
  const interrupted = await runTool('scripts/demo', ['--days', '20'], server.environment, (tool) => {
    tool.stderr?.once('data', () => tool.kill('SIGINT'));
  });
  t.match(interrupted, { code: 130, said: /Interrupted\. The same command goes on where it stopped\.\n$/ });
  const loaded = await demo();
  t.match(loaded, { code: 0, said: /13 plants with 30 inverters are loaded/ });
  t.match(await demo(), { code: 0, said: /already there/ });

  const signedIn = await callJson(`${server.url}/api/v1/sessions`, 'POST', {
    userName: 'demo',
    password: 'Sonnenschein-7',
  });
  const authorization = `Bearer ${signedIn.body.accessToken}`;
  const plants = await callJson(`${server.url}/api/v1/plants`, 'GET', undefined, { authorization });
  t.equal(plants.body.items.length, 3);
  t.ok(plants.body.items.every(({ lastValueAt }: { lastValueAt: string | null }) => lastValueAt !== null));
});

t.test('tools say in one sentence why they cannot work', async (t) => {
  const { url } = await testDatabase(t);
  const secrets = {
    JWT_SECRET: 'a secret that only tests use, 32+ characters',
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const away = new URL(url);
  away.host = '127.0.0.1:1';
  for (const [program, args] of [
    ['scripts/demo', []],
    ['scripts/inverter-types', ['list']],
  ] as const) {
    t.match(await runTool(program, args, { ...secrets, DATABASE_URL: away.href }), {
      code: 1,
      said: /^DATABASE_URL: the database \S+ at 127\.0\.0\.1:1 cannot be used: nothing listens there\.\n$/,
    });
  }
  t.match(await runTool('scripts/inverter-types', ['list'], { ...secrets, DATABASE_URL: url }), { code: 0 });
  const wrong = { ...secrets, MASTER_KEY: Buffer.alloc(32, 8).toString('base64'), DATABASE_URL: url };
  t.match(await runTool('scripts/inverter-types', ['list'], wrong), {
    code: 1,
    said: /^MASTER_KEY is not the key .*\n$/,
  });
  t.match(await runTool('scripts/inverter-types', ['list'], { DATABASE_URL: url }), {
    code: 1,
    said: /^\S+ must be set /,
  });
});
