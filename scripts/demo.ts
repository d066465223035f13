import { demoCommand } from './demo/command.js';
import { openHouse } from './demo/open-house.js';
import { exitWith } from './operator/house.js';

await exitWith(demoCommand(openHouse));
