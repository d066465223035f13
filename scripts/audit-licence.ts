import { auditLicenceCommand } from './operator/audit-licence.js';
import { exitWith, openHouse } from './operator/house.js';
import { processOutput } from './operator/output.js';

await exitWith(auditLicenceCommand(process.argv.slice(2), openHouse, processOutput));
