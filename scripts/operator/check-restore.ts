import { parseArgs } from 'node:util';
import { compareMigrations } from '../../adapters/database/migrate.js';
import { checkLogAndKeys } from './check-restore/log.js';
import { Stopped, type Check, type CheckOptions, type Finding, type RestoredCopy } from './check-restore/port.js';
import { checkCheckpoints, checkReadModels } from './check-restore/read-models.js';
import { checkPartitions, checkSums } from './check-restore/readings.js';
import { runTool, UsageError, type Output } from './output.js';
import { progressBar } from './rebuild-texts.js';
import type { Surroundings } from './rebuild-projection.js';
import { readRoots } from './verify-log.js';

const help = `Proves that a restored copy is whole and belongs together.

  check-restore --database <url> [--against <roots.jsonl>] [--all | --sample <devices>] [--json]

Looks at: the schema; the chain of every stream and the daily roots; the keys of persons, with MASTER_KEY; checkpoints,
which must not be ahead of the log; every read model, against a replay of the log; the months of readings; the sums,
against the readings. The other variables are those of the portal, EVENT_STORE among them. Without --database the copy is
the one that DATABASE_URL or DATA_DIR names. Nobody else may be connected to it: never run this on a database in use.

  --against  compare with the roots that an auditor has kept, too
  --all      compute the sums of all devices anew; otherwise those of 20, others each time
  --sample   of so many
  --json     the result as one JSON document

Exit code 0: the copy is whole; 1: something is wrong, each fault is named; 2: wrong arguments, or somebody is connected;
130: stopped. It leaves the copy as it found it.`;

const options = {
  database: { type: 'string' },
  against: { type: 'string' },
  all: { type: 'boolean', default: false },
  sample: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const defaultSample = 20;
const maxListed = 20;
const progressEveryMs = 5_000;

type Named = { readonly name: string; readonly finding: Finding };

/** `openCopy` takes the address, undefined for what the environment names; it throws `UsageError` when it is in use. */
export function checkRestoreCommand(
  args: readonly string[],
  openCopy: (databaseUrl: string | undefined) => Promise<RestoredCopy>,
  output: Output,
  { signal, terminal }: Surroundings,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values } = parseArgs({ args: [...args], options });
    const devices = devicesOf(values);
    const against = values.against === undefined ? [] : await readRoots(values.against);
    const copy = await openCopy(values.database);
    const bar = progressBar({ terminal, output });
    const checkOptions: CheckOptions = {
      against,
      devices,
      signal,
      onProgress: nowAndThen((text) => (bar.end(), output.err(text))),
      onRebuildProgress: bar.show,
    };
    const findings: Named[] = [];
    try {
      for await (const found of look(copy, checkOptions)) {
        bar.end();
        findings.push(found);
        if (!values.json) tell(found, output);
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      output.err('Stopped: the copy is not proved.');
      return 130;
    } finally {
      bar.end();
      await copy.close();
    }
    return conclude(findings, values.json, output);
  });
}

function devicesOf(values: { readonly all: boolean; readonly sample?: string | undefined }): number | 'all' {
  const { all, sample } = values;
  if (sample === undefined) return all ? 'all' : defaultSample;
  if (all) throw new UsageError('Please say either --all or --sample.');
  if (!/^[1-9]\d{0,6}$/.test(sample)) throw new UsageError('--sample takes a number of devices.');
  return Number(sample);
}

/** What can be looked at; what stands on something broken is left out. */
async function* look(copy: RestoredCopy, checkOptions: CheckOptions): AsyncGenerator<Named, void, undefined> {
  const schema = await checkSchema(copy, checkOptions);
  yield { name: 'schema', finding: schema };
  if (schema.faults.length > 0) return;
  const { log, keys, canRead } = await checkLogAndKeys(copy, checkOptions);
  yield { name: 'log', finding: log };
  yield { name: 'keys', finding: keys };
  const checks: readonly (readonly [string, Check])[] = [
    ['checkpoints', checkCheckpoints],
    ['read models', canRead ? checkReadModels : unreadable],
    ['readings', checkPartitions],
    ['sums', checkSums],
  ];
  for (const [name, check] of checks) yield { name, finding: await check(copy, checkOptions) };
}

const checkSchema: Check = async ({ database: { db } }) => {
  const { missing, unknown } = await compareMigrations(db);
  return {
    looked: 'schema of this release',
    faults: [
      ...missing.map((name) => `${name} was not made: check with the release that made the backup`),
      ...unknown.map((name) => `${name} is of a newer release: check with that one`),
    ],
  };
};

const unreadable: Check = async ({ projections }) => ({
  looked: `${projections.length} read models`,
  faults: ['they cannot be compared with the log while keys of persons do not open'],
});

function tell({ name, finding: { looked, faults } }: Named, output: Output): void {
  output.out(`${faults.length === 0 ? 'ok    ' : 'WRONG '} ${name}: ${looked}`);
  for (const fault of faults.slice(0, maxListed)) output.out(`       ${fault.replaceAll('\n', '\n       ')}`);
  if (faults.length > maxListed) output.out(`       and ${faults.length - maxListed} more`);
}

function conclude(findings: readonly Named[], asJson: boolean, output: Output): number {
  const isWhole = findings.every(({ finding }) => finding.faults.length === 0);
  if (asJson) {
    const checks = findings.map(({ name, finding: { looked, faults } }) => ({
      name,
      ok: faults.length === 0,
      looked,
      faultCount: faults.length,
      faults: faults.slice(0, maxListed),
    }));
    output.out(JSON.stringify({ ok: isWhole, checks }));
  } else output.out(isWhole ? 'The copy is whole.' : 'THE COPY IS NOT WHOLE.');
  return isWhole ? 0 : 1;
}

function nowAndThen(show: (text: string) => void): (text: string) => void {
  let shownAt = performance.now();
  return (text) => {
    if (performance.now() - shownAt < progressEveryMs) return;
    shownAt = performance.now();
    show(text);
  };
}
