import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { absent } from '../adapters/absent.js';
import { apiDocument, type ApiDocument } from './api/document.js';

const file = 'web/api/schema.d.ts';
const usage = `usage: npm run generate:api -- [--check]
Writes ${file} from the schemas of the routes; with --check only compares (exit code 1 when they differ).`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const document = (await apiDocument()) as OpenAPI3 & ApiDocument;
  const text = `/* Made by \`npm run generate:api\` from the routes; not edited by hand. */\n${astToString(await openapiTypescript(document, { immutable: true }))}`;
  const present = await readFile(file, 'utf8').catch(absent);
  if (present === text) return 0;
  if (args.includes('--check')) {
    console.error(`${file} does not fit the routes: run \`npm run generate:api\` and commit it.`);
    return 1;
  }
  await writeFile(file, text);
  console.log(`${file} written, ${Object.keys(document.paths).length} paths`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
