import { exitWith, openHouse } from './operator/house.js';
import { importDevicesCommand } from './operator/import-devices.js';
import { processOutput } from './operator/output.js';

await exitWith(importDevicesCommand(process.argv.slice(2), openHouse, processOutput));
