import { checkRestoreCommand } from './operator/check-restore.js';
import { exitWith, openRestoredCopy } from './operator/house.js';
import { interrupted } from './operator/interrupt.js';
import { processOutput } from './operator/output.js';

const terminal = process.stderr.isTTY ? process.stderr : null;
await exitWith(
  checkRestoreCommand(process.argv.slice(2), openRestoredCopy, processOutput, { signal: interrupted(), terminal }),
);
