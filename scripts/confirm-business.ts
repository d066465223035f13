import { confirmBusinessCommand } from './operator/confirm-business.js';
import { exitWith, openConfirmationHouse } from './operator/house.js';
import { processOutput } from './operator/output.js';

await exitWith(confirmBusinessCommand(process.argv.slice(2), openConfirmationHouse, processOutput));
