import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { DailyRoots } from '../../adapters/event-log/daily-roots.js';
import { exportLine, parseExportLine, rootLine } from '../../adapters/event-log/export-format.js';
import { missingEnd, readLog } from '../../adapters/event-log/read-log.js';
import {
  DailyRoot,
  openVerification,
  type BrokenLink,
  type Verification,
  type Verified,
} from '../../adapters/event-log/verification.js';
import type { EventStore } from '../../adapters/event-store/port.js';
import { requireFile } from './input-file.js';
import { runTool, UsageError, type Output } from './output.js';

export type LogHouse = {
  readonly store: EventStore;
  readonly dailyRoots: DailyRoots;
  close(): Promise<void>;
};

const help = `Proves that the log is what was written: every event, in its place, unchanged.

  verify-log [--against <roots.jsonl>] [--json]                       the live log
  verify-log --file <export.jsonl> [--against <roots.jsonl>] [--json] an exported log
  verify-log --export <export.jsonl>                                  writes the log, one event a line, and checks it
  verify-log --roots [--json]                                         prints the daily roots

Each event carries a hash over its content and its predecessor; each daily root stands for the whole log up to it. The
live log is compared with the roots that are stored beside it. Roots that an auditor has kept, as --roots --json
prints them, prove more: nobody who changes the database can change those.

  --against  compare with these roots, too
  --json     the result as one JSON document (--roots: one root a line)

Exit code 0: nothing was changed; 1: something was, the first broken link is named; 2: wrong arguments or file.`;

const options = {
  file: { type: 'string' },
  export: { type: 'string' },
  against: { type: 'string' },
  roots: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** The command line tool; a file is checked without opening the house. */
export function verifyLogCommand(
  args: readonly string[],
  openHouse: () => Promise<LogHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values } = parseArgs({ args: [...args], options });
    const chosen = [values.file, values.export, values.roots || undefined].filter((choice) => choice !== undefined);
    if (chosen.length > 1) throw new UsageError('Please choose one of --file, --export and --roots.');
    if (values.roots && values.against !== undefined) throw new UsageError('--roots only prints.');
    const against = values.against === undefined ? [] : await readRoots(values.against);
    if (values.file !== undefined) {
      const { file } = values;
      const verification = openVerification({ roots: against });
      return measured(verification, values.json, output, () => verifyFile(file, verification, output));
    }
    const house = await openHouse();
    try {
      if (values.roots) return printRoots(await house.dailyRoots.list(), values.json, output);
      const [stored, recordedHeads] = [await house.dailyRoots.list(), await house.dailyRoots.heads()];
      const verification = openVerification({
        roots: [...stored, ...against],
        recordedHeads,
        stride: house.store.stride,
      });
      return await measured(verification, values.json, output, () =>
        verifyStore(house.store, verification, output, values.export),
      );
    } finally {
      await house.close();
    }
  });
}

async function measured(
  verification: Verification,
  asJson: boolean,
  output: Output,
  work: () => Promise<void>,
): Promise<number> {
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1_000;
  const verified = verification.finish();
  report(verified, { ...verification.root(), seconds }, asJson, output);
  return verified.brokenCount === 0 ? 0 : 1;
}

async function verifyStore(
  store: EventStore,
  verification: Verification,
  output: Output,
  exportFile: string | undefined,
): Promise<void> {
  const head = await store.head();
  const file = exportFile === undefined ? null : createWriteStream(exportFile, { flags: 'wx' });
  const progress = progressTo(output);
  let position = 0n;
  try {
    if (file !== null) await opened(file);
    for await (const page of readLog(store)) {
      for (const event of page) verification.add(event);
      if (file !== null && !file.write(page.map((event) => `${exportLine(event)}\n`).join('')))
        await once(file, 'drain');
      position = page.at(-1)?.position ?? position;
      progress(page.length);
    }
  } finally {
    file?.end();
  }
  if (file !== null) await finished(file);
  const missing = missingEnd(store, { position, head });
  if (missing !== null) verification.report(missing);
}

async function opened(file: ReturnType<typeof createWriteStream>): Promise<void> {
  try {
    await once(file, 'open');
  } catch (error) {
    throw new UsageError(`${String(file.path)}: cannot be written (${String((error as NodeJS.ErrnoException).code)}).`);
  }
}

async function verifyFile(file: string, verification: Verification, output: Output): Promise<void> {
  await requireFile(file);
  const progress = progressTo(output);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line === '') continue;
    const event = parseExportLine(line);
    if (event !== null) verification.add(event);
    else {
      const what = `line ${number} is not an exported event`;
      verification.report({ streamId: null, revision: null, fault: 'unreadable', what });
    }
    progress(1);
  }
}

/** Roots as `--roots --json` prints them, one a line. */
export async function readRoots(file: string): Promise<readonly DailyRoot[]> {
  await requireFile(file);
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    try {
      return DailyRoot.parse(JSON.parse(line));
    } catch {
      throw new UsageError(`${file}, line ${index + 1}: not a root as --roots --json prints it.`);
    }
  });
}

function printRoots(roots: readonly DailyRoot[], asJson: boolean, output: Output): number {
  for (const one of roots) {
    output.out(asJson ? rootLine(one) : `${one.day}  ${one.root}  ${one.events} events in ${one.streams} streams`);
  }
  if (roots.length === 0) output.err('There is no root yet: the first one is made after midnight.');
  return 0;
}

function report(
  verified: Verified,
  end: ReturnType<Verification['root']> & { readonly seconds: number },
  asJson: boolean,
  output: Output,
): void {
  const { events, streams, rootsMatched, broken, brokenCount } = verified;
  const perSecond = Math.round(events / Math.max(end.seconds, 0.001));
  if (asJson) {
    const ok = brokenCount === 0;
    const links = broken.map((link) => ({ ...link, revision: link.revision === null ? null : String(link.revision) }));
    const { root } = end;
    output.out(JSON.stringify({ ok, events, streams, rootsMatched, root, brokenCount, broken: links, perSecond }));
    return;
  }
  const [first, ...more] = broken;
  if (first === undefined) output.out('The log is whole.');
  else {
    output.out(`FIRST BROKEN LINK: ${brokenLinkText(first)}`);
    for (const link of more) output.out(`also: ${brokenLinkText(link)}`);
    if (brokenCount > broken.length) output.out(`and ${brokenCount - broken.length} more`);
  }
  output.err(`${events} events in ${streams} streams, ${rootsMatched} daily roots matched, ${perSecond} events/s`);
  output.err(`root over all: ${end.root}`);
}

export function brokenLinkText({ streamId, revision, fault, what }: BrokenLink): string {
  const place = streamId === null ? 'the log' : `${streamId}, revision ${revision}`;
  return `${place}: ${fault}: ${what}`;
}

/** A line now and then, for those who wait. */
function progressTo(output: Output): (events: number) => void {
  const startedAt = performance.now();
  let events = 0;
  let toldAt = startedAt;
  return (more) => {
    events += more;
    if (events % 1_000 !== 0 || performance.now() - toldAt < 5_000) return;
    toldAt = performance.now();
    output.err(`${events} events, ${Math.round((events / (toldAt - startedAt)) * 1_000)} events/s`);
  };
}
