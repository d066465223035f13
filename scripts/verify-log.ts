import { exitWith, openHouse } from './operator/house.js';
import { processOutput } from './operator/output.js';
import { verifyLogCommand } from './operator/verify-log.js';

await exitWith(verifyLogCommand(process.argv.slice(2), openHouse, processOutput));
