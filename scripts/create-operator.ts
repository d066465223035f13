import { createOperatorCommand } from './operator/create-operator.js';
import { exitWith, openOperatorHouse } from './operator/house.js';
import { processOutput } from './operator/output.js';

await exitWith(createOperatorCommand(process.argv.slice(2), openOperatorHouse, processOutput));
