import { parseArgs } from 'node:util';
import { progressBar, progressLine } from '../simulation/progress.js';
import type { OpenDemoHouse } from './house.js';
import { loadDemo } from './load.js';

const help = `Loads a demonstration account: three plants, eight inverters, 14 months of production up to now; and ten public
plants of neighbours, for the map on the start page.

  demo [--user <name>] [--password <password>] [--days <n>]

  --user <name>          user name (default demo); its plants get devices of their own
  --password <password>  (default Sonnenschein-7)
  --days <n>             length of the production (default 426)
  --help

A run that was broken off goes on when it is started again with the same options. Nothing happens when the
demonstration is there already. Exit code 0: the demonstration is there; 1: it is not; 2: wrong arguments.`;

/** Runs the command line tool against a house that is opened only when there is something to do. */
export async function demoCommand(openHouse: () => Promise<OpenDemoHouse>): Promise<number> {
  const options = readOptions();
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${help}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const { userName, password, days } = options;
  const house = await openHouse();
  process.stdout.write(`Into ${house.databasePlace}.\n`);
  const startedMs = performance.now();
  const progress = progressLine();
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  try {
    const result = await loadDemo(house, {
      userName,
      password,
      days,
      onProgress: (share, counts) => {
        interrupt.signal.throwIfAborted();
        progress.show(() => `${progressBar(share)}  ${counts.records} records, ${counts.errors} errors`);
      },
    });
    if (result.kind === 'already-there') {
      process.stdout.write(`The demonstration is already there: user name ${userName}. Nothing was changed.\n`);
      return 0;
    }
    if (result.kind === 'name-taken') {
      process.stderr.write(
        `The user name ${result.userName} belongs to somebody else: choose another one with --user.\n`,
      );
      return 1;
    }
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
    progress.end(`${progressBar(1)}  ${result.counts.records} records, ${result.counts.errors} errors in ${seconds} s`);
    process.stdout.write(
      `${result.plants} plants with ${result.inverters} inverters are loaded.\n\n` +
        `  User name  ${userName}\n  Password   ${password}\n\n` +
        `With DEMO_ACCOUNT=${userName} the start page of the portal opens it to everybody, to look at only.\n`,
    );
    return 0;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    process.stderr.write('\nInterrupted. The same command goes on where it stopped.\n');
    return 130;
  } finally {
    await house.close();
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        user: { type: 'string', default: 'demo' },
        password: { type: 'string', default: 'Sonnenschein-7' },
        days: { type: 'string', default: '426' },
        help: { type: 'boolean', default: false },
      },
    });
    const days = Number(values.days);
    if (!Number.isSafeInteger(days) || days < 1 || days > 3_650) return '--days must be 1 to 3650';
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{2,30}$/.test(values.user)) return '--user must be 3 to 31 letters, digits, . _ -';
    return { userName: values.user, password: values.password, days, help: values.help };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
