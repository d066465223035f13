import { z } from 'zod';
import { OfficeRepairListItem } from './repairs.js';

export const OfficeDevice = z
  .object({
    serialNumber: z.string(),
    /** Whether it stands in the registry of the operator; its activation code is told to nobody. */
    isRegistered: z.boolean(),
    /** As the registry says. */
    type: z.object({ maker: z.string(), model: z.string(), nominalPowerW: z.int() }).nullable(),
    /** Null when it was never heard. */
    firstSeenAt: z.string().nullable(),
    lastSeenAt: z.string().nullable(),
    /** Where it is awaited, stands and stood, the latest first. */
    stays: z.array(
      z.object({
        plantId: z.string(),
        /** Null once the plant is gone. */
        plantName: z.string().nullable(),
        /** Whether its first data is awaited, it stands there, or stood there. */
        state: z.enum(['awaited', 'there', 'former']),
        /** Null: all that it told before counts for the place, too. */
        from: z.string().nullable(),
        to: z.string().nullable(),
        /** What it made there; null when that is not known. */
        energyWh: z.number().nullable(),
      }),
    ),
    /** Those of last time, the latest first. */
    errors: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        code: z.string(),
        text: z.string(),
        deviceState: z.int().nullable(),
      }),
    ),
    /** Repair orders of the device, the newest first. */
    repairs: z.array(OfficeRepairListItem),
  })
  .meta({ id: 'OfficeDevice' });

const rows = z.int();
export const DeviceImport = z
  .object({
    counts: z.object({
      imported: rows,
      updated: rows,
      unchanged: rows,
      /** Stored; the type counts as unknown. */
      typeUnknown: rows,
      /** Not stored. */
      refused: rows,
    }),
    /** Those that somebody should look at, the first ones of the file. */
    rows: z.array(
      z.object({
        line: z.int(),
        serialNumber: z.string(),
        verdict: z.enum(['typeUnknown', 'serialNumberMalformed', 'activationCodeMalformed', 'repeatedInFile']),
      }),
    ),
    moreRows: rows,
  })
  .meta({ id: 'DeviceImport' });
