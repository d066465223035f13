import { z } from 'zod';
import { InstantText } from './common.js';

export const DataExport = z
  .object({
    id: z.string(),
    /** `failed`: it could not be made; another one may be asked for at once. */
    state: z.enum(['waiting', 'building', 'ready', 'failed']),
    requestedAt: InstantText,
    progressPercent: z.int(),
    /** The ZIP file, once it is ready: at `url`, for whoever is signed in, until `expiresAt`. */
    file: z.object({ url: z.string(), sizeBytes: z.int(), readyAt: InstantText, expiresAt: InstantText }).nullable(),
  })
  .meta({ id: 'DataExport' });

/** Null when none was asked for, or the last one has expired. */
export const OwnDataExport = z.object({ export: DataExport.nullable() }).meta({ id: 'OwnDataExport' });
