import { startEmbeddedPostgres } from '../../adapters/embedded-postgres/embedded-postgres.js';

/** A process of its own that runs embedded PostgreSQL on the folder it is given, until it gets SIGTERM. */
const dataDir = process.argv[2] ?? '';
const notes: string[] = [];
const log = { info: (text: string) => void notes.push(text), warn: (text: string) => void notes.push(text) };
try {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  process.stdout.write(`${JSON.stringify({ url: postgres.url, home: postgres.home, pid: postgres.pid, notes })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ failed: (error as Error).message, notes })}\n`);
}
