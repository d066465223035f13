import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { absent } from '../adapters/absent.js';
import { catalogue } from '../adapters/event-log/catalogue.js';
import { catalogueText, docstringsIn, type Documented } from './event-catalogue.js';

const file = 'docs/events.md';
const usage = `usage: npm run generate:events -- [--check]
Writes ${file} from the events of the domain; with --check only compares (exit code 1 when they differ).`;

async function documentedEvents(): Promise<ReadonlyMap<string, Documented>> {
  const rooms = (await readdir('domain', { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found = await Promise.all(
    rooms.map(async ({ name: room }) => {
      const files = (await readdir(join('domain', room))).filter((name) => name.endsWith('events.ts'));
      const sources = await Promise.all(files.map((name) => readFile(join('domain', room, name), 'utf8')));
      return sources.flatMap((source) => docstringsIn(room, source));
    }),
  );
  return new Map(found.flat());
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const text = catalogueText(catalogue, await documentedEvents());
  const present = await readFile(file, 'utf8').catch(absent);
  if (present === text) return 0;
  if (args.includes('--check')) {
    console.error(`${file} does not fit the events: run \`npm run generate:events\` and commit it.`);
    return 1;
  }
  await writeFile(file, text);
  console.log(`${file} written, ${catalogue.length} events`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
