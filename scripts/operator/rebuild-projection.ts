import { parseArgs } from 'node:util';
import { RebuildCancelled } from '../../projections/engine/fill.js';
import { PoisonEvent } from '../../projections/engine/follower.js';
import { UndecodableEvent } from '../../projections/engine/port.js';
import type { Projection } from '../../projections/engine/projection.js';
import { RebuildRunning } from '../../projections/engine/rebuild-lock.js';
import {
  dropOld,
  rebuildProjection,
  RebuildRefused,
  rollBack,
  verifyProjection,
  type RebuildContext,
} from '../../projections/engine/rebuild.js';
import { projectionStates } from '../../projections/engine/states.js';
import { SwapRefused } from '../../projections/engine/swap.js';
import { runTool, UsageError, type Output } from './output.js';
import { comparisonText, json, progressBar, reportText, statesText, type Terminal } from './rebuild-texts.js';

export type ReadModelHouse = Pick<RebuildContext, 'db' | 'pool' | 'log'> & {
  readonly projections: readonly Projection[];
  close(): Promise<void>;
};

const help = `Builds read models anew from the log while people use them.

  rebuild-projection <name>... | --all      build beside the live tables, compare, swap in; the old ones are kept
  rebuild-projection <name>... --verify     build apart and tell which rows differ; changes nothing
  rebuild-projection <name>... --rollback   swap the kept tables in again, with everything that happened since
  rebuild-projection <name>... --drop-old   drop the kept tables and what stopped rebuilds have left
  rebuild-projection --list                 what there is and how far it has come

  --all     every read model, with any of the above
  --fresh   begin from the first event, instead of where a stopped rebuild has left off
  --json    one JSON document a line: progress, then results

Ctrl-C stops at the next batch, and the same command goes on from there. No mail is sent and no policy runs again.

Exit code 0: done, and with --verify nothing differs; 1: failed, refused, or rows differ; 2: wrong arguments;
130: stopped.`;

const options = {
  all: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  verify: { type: 'boolean', default: false },
  rollback: { type: 'boolean', default: false },
  'drop-old': { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const actions = ['list', 'verify', 'rollback', 'drop-old'] as const;
type Action = (typeof actions)[number] | 'rebuild';

/** What a terminal gives beside arguments: somebody who stops it, and a place for the progress bar. */
export type Surroundings = { readonly signal: AbortSignal; readonly terminal: Terminal | null };

type Job = {
  readonly context: RebuildContext;
  readonly fresh: boolean;
  readonly asJson: boolean;
  readonly output: Output;
};

export function rebuildProjectionCommand(
  args: readonly string[],
  openHouse: () => Promise<ReadModelHouse>,
  output: Output,
  { signal, terminal }: Surroundings,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const action = actionOf(values);
    if (action !== 'list' && values.all === positionals.length > 0) {
      throw new UsageError('Please name read models, or say --all.');
    }
    const house = await openHouse();
    try {
      const chosen = choose(house.projections, positionals);
      if (action === 'list') {
        const states = await projectionStates(house.db, house.log, chosen);
        output.out(values.json ? json(states) : statesText(states));
        return 0;
      }
      const bar = progressBar(values.json ? { line: (text) => output.out(text) } : { terminal, output });
      const job: Job = {
        context: { ...house, signal, onProgress: bar.show },
        fresh: values.fresh,
        asJson: values.json,
        output: {
          ...output,
          out: (text) => (bar.end(), output.out(text)),
          err: (text) => (bar.end(), output.err(text)),
        },
      };
      return await workOnAll(job, action, chosen);
    } finally {
      await house.close();
    }
  });
}

function actionOf(values: Readonly<Record<string, boolean>>): Action {
  const wanted = actions.filter((action) => values[action] === true);
  if (wanted.length > 1) throw new UsageError(`Please say only one of --${wanted.join(', --')}.`);
  return wanted[0] ?? 'rebuild';
}

function choose(projections: readonly Projection[], names: readonly string[]): readonly Projection[] {
  const unknown = names.find((name) => projections.every((projection) => projection.name !== name));
  if (unknown === undefined) return projections.filter(({ name }) => names.length === 0 || names.includes(name));
  const known = projections.map(({ name }) => name).join(', ');
  throw new UsageError(`There is no read model ${unknown}. There are: ${known}.`);
}

/** One after another; one that fails does not keep the others from their turn. */
async function workOnAll(job: Job, action: Exclude<Action, 'list'>, chosen: readonly Projection[]): Promise<number> {
  let code = 0;
  for (const projection of chosen) {
    try {
      if (!(await work[action](job, projection))) code = 1;
    } catch (error) {
      if (error instanceof RebuildCancelled) {
        tell(job, { name: projection.name, stoppedAt: error.position }, `${projection.name}: ${error.message}`);
        return 130;
      }
      if (!isExpected(error)) throw error;
      tell(job, { name: projection.name, error: error.message }, `${projection.name}: ${error.message}`);
      code = 1;
    }
  }
  return code;
}

/** True when all is well. */
const work: Readonly<Record<Exclude<Action, 'list'>, (job: Job, projection: Projection) => Promise<boolean>>> = {
  async rebuild(job, projection) {
    const report = await rebuildProjection(job.context, projection, { fresh: job.fresh });
    tell(job, { result: 'rebuilt', ...report }, reportText(report));
    return true;
  },
  async verify(job, projection) {
    const { name } = projection;
    const comparison = await verifyProjection(job.context, projection);
    tell(job, { result: 'verified', name, ...comparison }, comparisonText(name, comparison));
    return comparison.equal;
  },
  async rollback(job, projection) {
    const report = await rollBack(job.context, projection);
    tell(job, { result: 'rolledBack', ...report }, reportText({ ...report, comparison: null }));
    return true;
  },
  async 'drop-old'(job, { name }) {
    const dropped = await dropOld(job.context, name);
    tell(job, { result: 'dropped', name, dropped }, `${name}: dropped ${dropped.join(', ') || 'nothing'}`);
    return true;
  },
};

function tell({ asJson, output }: Job, document: object, text: string): void {
  output.out(asJson ? json(document) : text);
}

function isExpected(error: unknown): error is Error {
  return [RebuildRefused, RebuildRunning, SwapRefused, PoisonEvent, UndecodableEvent].some(
    (kind) => error instanceof kind,
  );
}
