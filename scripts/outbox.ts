import { exitWith, openOutboxHouse } from './operator/house.js';
import { outboxCommand } from './operator/outbox.js';
import { processOutput } from './operator/output.js';

await exitWith(outboxCommand(process.argv.slice(2), openOutboxHouse, processOutput));
