import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { buildApp } from '../http/app.js';
import { surfaceOf } from '../http/surface.js';
import { absent } from '../adapters/absent.js';
import { readConfig } from '../adapters/config.js';
import type { System } from '../adapters/system.js';

const file = 'web/api/schema.d.ts';
const usage = `usage: npm run generate:api -- [--check]
Writes ${file} from the schemas of the routes; with --check only compares (exit code 1 when they differ).`;

/** Stands for anything that is only handed on: every member is another such thing, and calling one is a bug. */
function neverCalled(name: string): object {
  return new Proxy(() => undefined, {
    get: (_target, member) => (member === 'then' ? undefined : neverCalled(`${name}.${String(member)}`)),
    apply: () => {
      throw new Error(`${name} was called while the API document was made`);
    },
  });
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const config = readConfig({ JWT_SECRET: 'x'.repeat(32), MASTER_KEY: Buffer.alloc(32).toString('base64') });
  // The routes keep what they are given and use it only when a request comes.
  const app = await buildApp(surfaceOf(neverCalled('system') as System, config, '0'));
  const document = (await app.inject({ url: '/api/v1/openapi.json' })).json<OpenAPI3>();
  await app.close();
  const text = `/* Made by \`npm run generate:api\` from the routes; not edited by hand. */\n${astToString(await openapiTypescript(document, { immutable: true }))}`;
  const present = await readFile(file, 'utf8').catch(absent);
  if (present === text) return 0;
  if (args.includes('--check')) {
    console.error(`${file} does not fit the routes: run \`npm run generate:api\` and commit it.`);
    return 1;
  }
  await writeFile(file, text);
  console.log(`${file} written, ${Object.keys(document.paths ?? {}).length} paths`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
