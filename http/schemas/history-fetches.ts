import { z } from 'zod';
import type { FetchFailure } from '../../adapters/history-fetch/fetches.js';
import { refusals } from '../../adapters/history-fetch/port.js';
import { InstantText, pageOf, text, Uuid } from './common.js';

export const HistoryFetchBody = z
  .strictObject({
    /** Of the data service, as `http://ds.aesitelink.de/DataServiceApi.asmx`. */
    address: text(300),
    userName: text(200),
    password: z.string().min(1).max(200),
    /** Of the plant in the old portal: what stands after `PlantDetails.aspx?id=`. */
    plantNumber: z.int().min(1).max(2_147_483_647),
  })
  .meta({ id: 'HistoryFetchBody' });

const failures = [
  ...refusals,
  ...(['noInverters', 'nothing', 'tooMuch', 'tooLong'] as const),
] as const satisfies readonly FetchFailure[];

export const HistoryFetch = z
  .object({
    id: Uuid,
    address: z.string(),
    plantNumber: z.int(),
    /** `ready`: everything is there, and waits a week to be looked at and taken. */
    state: z.enum(['running', 'ready', 'failed']),
    failure: z.enum(failures).nullable(),
    /** What the old portal said, in its own words. */
    said: z.string().nullable(),
    callsDone: z.int(),
    /** Null before it is known how much there is. */
    callsAll: z.int().nullable(),
    begunAt: InstantText,
  })
  .meta({ id: 'HistoryFetch' });

export const HistoryFetchList = pageOf(HistoryFetch);
