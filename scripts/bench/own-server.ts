import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../adapters/embedded-postgres/embedded-postgres.js';

type OwnServer = { readonly url: string; readonly dataDir: string; stop(): Promise<void> };

/** A PostgreSQL with fsync on: thrown away when it stops, or kept in the given folder for another run. */
export async function ownServer(kept?: string): Promise<OwnServer> {
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'sitelink-bench-')));
  // Open to the user that the server runs as, so that its data lies in here and goes with it.
  await chmod(dataDir, 0o755);
  const log = { info: () => undefined, warn: (text: string) => void process.stderr.write(`${text}\n`) };
  const server = await startEmbeddedPostgres({ dataDir, log });
  return {
    url: server.url,
    dataDir,
    async stop() {
      await server.stop();
      if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
