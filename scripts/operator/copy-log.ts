import { parseArgs } from 'node:util';
import { openDatabase } from '../../adapters/database/database.js';
import { openCheckpointMove } from './copy-log/checkpoints.js';
import { copyLog, OtherLog, type Copied } from './copy-log/copy.js';
import { openPlace } from './copy-log/place.js';
import { runTool, UsageError, type Output } from './output.js';

const help = `Copies the log from one store to another, or to and from a file.

  copy-log --from <store> --to <store> [--checkpoints <postgres://…>] [--json]

A store is postgres://user:password@host/database, esdb://host:2113?tls=false, esdb+discover://…, or the path of a file
with JSON lines. The target must be empty or hold the beginning of the same log: that is compared and the rest is added,
so that a copy that was broken off is continued by the same command. At the end the whole copy is read once more and
compared by number and SHA-256.

  --checkpoints  the database of the portal: its policies and daily roots go on in the copy where they stood in the
                 original, and the next start builds its read models anew. Needed before EVENT_STORE is changed, or old mails would be
                 sent again. Stop the portal first.
  --json         the result as one JSON document

Exit code 0: the copy is equal; 1: it is not; 2: wrong arguments or file.`;

const progressMs = 2_000;

export function copyLogCommand(args: readonly string[], output: Output): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values } = parseArgs({ args: [...args], options });
    const { from, to, checkpoints } = values;
    if (from === undefined || to === undefined) throw new UsageError('Please say --from which store and --to which.');
    if (from === to) throw new UsageError('--from and --to name the same store.');
    const opened: (() => Promise<void>)[] = [];
    try {
      const source = await openPlace(from, 'source');
      opened.push(() => source.close());
      const target = await openPlace(to, 'target');
      opened.push(() => target.close());
      const database = checkpoints === undefined ? null : openDatabase(checkpoints);
      if (database !== null) opened.push(() => database.close());
      const move = database === null ? null : await openCheckpointMove(database.pool);
      const onProgress = progressBar(await source.head(), output);
      const copied = await copyLog(source, target, { ...move, onProgress });
      if (!isEqual(copied)) return report(copied, null, values.json, output);
      return report(copied, (await move?.finish()) ?? null, values.json, output);
    } catch (error) {
      if (!(error instanceof OtherLog)) throw error;
      output.err(`${error.message}: nothing more was copied.`);
      return 1;
    } finally {
      for (const close of opened.reverse()) await close();
    }
  });
}

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  checkpoints: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function isEqual({ source, target }: Copied): boolean {
  return source.events === target.events && source.hash === target.hash;
}

function report(copied: Copied, moved: number | null, asJson: boolean, output: Output): number {
  const equal = isEqual(copied);
  if (asJson) output.out(JSON.stringify({ ...copied, equal, checkpointsMoved: moved }));
  else if (equal) {
    output.out(`${copied.source.events} events, ${copied.added} of them new. SHA-256 ${copied.source.hash}`);
    if (moved !== null)
      output.out(`${moved} policies stand in the copy now: change EVENT_STORE before the next start.`);
  } else {
    output.err(
      `The copy differs: ${copied.source.events} events in the source, ${copied.target.events} in the target.`,
    );
  }
  return equal ? 0 : 1;
}

function progressBar(head: bigint, output: Output) {
  const started = performance.now();
  let told = started;
  return (events: number, position: bigint) => {
    const now = performance.now();
    if (now - told < progressMs) return;
    told = now;
    const share = head > 0n ? `${(position * 100n) / head} %, ` : '';
    output.err(`${events} events, ${share}${Math.round((events * 1000) / (now - started))} events/s`);
  };
}
