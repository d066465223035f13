import { z } from 'zod';
import { jobStates, rebuildActions } from '../../projections/engine/jobs.js';
import { InstantText } from './common.js';

/** A place in the log; larger than JavaScript's exact integers, so text. */
const Position = z.string().meta({ description: 'Position in the log, a whole number as text' });

const Failure = z.object({ position: Position, reason: z.string() }).meta({
  description: 'The event at which it stopped, and why; goes on from there once a fixed release runs',
});

const Tables = z.object({ version: z.int(), position: Position, failure: Failure.nullable() });

const Comparison = z.object({
  equal: z.boolean(),
  position: Position,
  tables: z.array(
    z.object({
      table: z.string(),
      liveRows: z.int().nullable(),
      rebuiltRows: z.int().nullable(),
      missing: z.int(),
      surplus: z.int(),
      different: z.int(),
      otherColumns: z.boolean(),
    }),
  ),
});

export const RebuildJob = z
  .object({
    id: z.string(),
    action: z.enum(rebuildActions),
    fresh: z.boolean(),
    state: z.enum(jobStates),
    /** User name; null when the account is not there any more. */
    requestedBy: z.string().nullable(),
    requestedAt: InstantText,
    startedAt: InstantText.nullable(),
    finishedAt: InstantText.nullable(),
    cancelRequested: z.boolean(),
    progress: z
      .object({
        phase: z.enum(['filling', 'indexing', 'comparing', 'swapping']),
        position: Position,
        target: Position,
        events: z.int(),
        eventsPerSecond: z.number(),
        secondsLeft: z.number().nullable(),
      })
      .nullable(),
    result: z
      .object({
        report: z
          .object({
            version: z.int(),
            replacedVersion: z.int(),
            events: z.int(),
            seconds: z.number(),
            eventsPerSecond: z.number(),
            swapMs: z.number(),
          })
          .optional(),
        comparison: Comparison.nullable().optional(),
        dropped: z.array(z.enum(['live', 'next', 'previous', 'check'])).optional(),
      })
      .nullable(),
    failure: z
      .object({
        code: z.enum(['refused', 'busy-readers', 'overtaken', 'event', 'unexpected']),
        reason: z.string(),
        position: Position.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'RebuildJob' });

export const RebuildWish = z
  .strictObject({
    action: z.enum(rebuildActions),
    /** From the first event, instead of where a stopped rebuild has left off. */
    fresh: z.boolean().default(false),
  })
  .meta({ id: 'RebuildWish' });

export const ReadModel = z
  .object({
    name: z.string(),
    /** That this release builds. */
    version: z.int(),
    lagEvents: z.int(),
    live: Tables.nullable(),
    /** The log was restored from before the live tables: they stand still until they are built anew. */
    ahead: z.boolean(),
    /** Being built, or left by a rebuild that was stopped. */
    next: Tables.nullable(),
    /** Kept for going back. */
    previous: Tables.nullable(),
    /** The last thing that was asked for in the office. */
    job: RebuildJob.nullable(),
  })
  .meta({ id: 'ReadModel' });

export const ReadModelList = z
  .object({
    /** End of the log. */
    head: Position,
    items: z.array(ReadModel),
    /** What the system does by itself; follows the log like a read model, but is never rebuilt. */
    policies: z.array(
      z.object({
        name: z.string(),
        position: Position,
        lagEvents: z.int(),
        failure: Failure.nullable(),
        ahead: z.boolean(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'ReadModelList' });

export const RebuildJobList = z.object({ items: z.array(RebuildJob), next: z.null() }).meta({ id: 'RebuildJobList' });
