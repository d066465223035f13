import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import type { Clock } from '../../commands/ports.js';
import type { Leases } from '../database/port.js';
import { startRounds, type Rounds } from '../rounds.js';
import { zipOf } from './archive.js';
import {
  BuildOver,
  finishBuild,
  noteProgress,
  putBack,
  removeExpired,
  takeBuild,
  writeChunk,
  type Build,
} from './builds.js';
import { contentsOf } from './contents.js';
import { readOwnData, type OwnDataDeps } from './own-data.js';

const lease = 'data-exports';
/** Often enough for a bar to move, seldom enough to cost nothing. */
const progressEveryMs = 500;

type DataExportsOptions = OwnDataDeps & {
  readonly leases: Pick<Leases, 'acquire' | 'holds'>;
  readonly clock: Clock;
  readonly operatorName: string;
  readonly desk: Pick<InvoiceDesk, 'file'>;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
};

/**
 * Builds the archives that people asked for, one after the other, on one of all nodes, and removes those that have
 * expired. Who is stopped in one leaves it to the next, who begins it anew.
 */
export function startDataExports(options: DataExportsOptions): Rounds {
  const { pool, leases, clock, onTrouble, pollMs = 1_000 } = options;

  async function buildNext(signal: AbortSignal): Promise<boolean> {
    const build = await takeBuild(pool);
    if (build === null) return false;
    try {
      await makeArchive(options, build, signal);
    } catch (error) {
      if (error instanceof BuildOver || signal.aborted) return true;
      onTrouble(error);
      await putBack(pool, build);
    }
    return true;
  }

  async function round(signal: AbortSignal): Promise<boolean> {
    if (!(await leases.acquire(lease))) return false;
    await removeExpired(pool, clock.now());
    return buildNext(signal);
  }

  return startRounds({ round, pauseMs: pollMs, onTrouble });
}

async function makeArchive(options: DataExportsOptions, build: Build, signal: AbortSignal): Promise<void> {
  const { pool, leases, clock, desk, operatorName: operator } = options;
  const { language } = build;
  const own = await readOwnData(options, build.accountId);
  // Between erasure and its end there may be a wish of somebody who is gone.
  if (own === null || own.account.status === 'erased') throw new BuildOver();
  const at = clock.now();
  let done = 0;
  const onProgress = (now: number) => void (done = now);
  const invoiceFile: InvoiceDesk['file'] = (facts) => desk.file(facts);
  const entries = await contentsOf({ pool, own, language, operator, at: at.toString(), invoiceFile, onProgress });
  let [ordinal, sizeBytes, toldAt] = [0, 0, -Infinity];
  for await (const chunk of zipOf(entries, new Date(at.epochMilliseconds))) {
    if (signal.aborted || !leases.holds(lease)) throw new BuildOver();
    await writeChunk(pool, build, ordinal++, chunk);
    sizeBytes += chunk.length;
    if (performance.now() - toldAt < progressEveryMs) continue;
    await noteProgress(pool, build, done);
    toldAt = performance.now();
  }
  await finishBuild(pool, build, { sizeBytes, at: clock.now() });
}
