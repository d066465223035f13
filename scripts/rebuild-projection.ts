import { exitWith, openReadModels } from './operator/house.js';
import { processOutput } from './operator/output.js';
import { interrupted } from './operator/interrupt.js';
import { rebuildProjectionCommand } from './operator/rebuild-projection.js';

const terminal = process.stderr.isTTY ? process.stderr : null;
await exitWith(
  rebuildProjectionCommand(process.argv.slice(2), openReadModels, processOutput, { signal: interrupted(), terminal }),
);
