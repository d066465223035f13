import { exitWith, openHouse } from './operator/house.js';
import { inverterTypesCommand } from './operator/inverter-types.js';
import { processOutput } from './operator/output.js';

await exitWith(inverterTypesCommand(process.argv.slice(2), openHouse, processOutput));
