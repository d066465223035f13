import { exitWith } from './operator/house.js';
import { copyLogCommand } from './operator/copy-log.js';
import { processOutput } from './operator/output.js';

await exitWith(copyLogCommand(process.argv.slice(2), processOutput));
