import { z } from 'zod';
import { InstantText, optionalText, text } from './common.js';
import { InverterVerdict } from './plants.js';

/**
 * The verdicts of a single inverter, and: `repeated` - the device stands in an earlier row · `inThisPlant` - added
 * already · `added` - by this list · `invalid` - see `errors`.
 */
const ListVerdict = z.enum([...InverterVerdict.options, 'repeated', 'inThisPlant', 'added', 'invalid']);

/** What a row must look like before it can be judged. */
export const ListedFields = z.object({
  serialNumber: text(40),
  activationCode: optionalText(40),
  name: optionalText(80),
  subplant: optionalText(80),
  type: optionalText(60),
});

const typed = z.string().max(500);

/** A row and what was corrected in it; what is left out stays. `line` names the row. */
const RowCorrection = z
  .strictObject({
    line: z.int().positive(),
    serialNumber: typed.optional(),
    activationCode: typed.optional(),
    name: typed.optional(),
    /** By name. */
    subplant: typed.optional(),
    /** Id, model or alias. */
    type: typed.optional(),
  })
  .meta({ id: 'InverterListCorrection' });

export const ListCorrections = z
  .strictObject({ rows: z.array(RowCorrection).max(500) })
  .meta({ id: 'InverterListCorrections' });

const FieldError = z.object({ pointer: z.string(), code: z.string(), message: z.string() });

export const ListAnswer = z
  .object({
    id: z.string(),
    /** Until then it can be corrected and confirmed. */
    expiresAt: InstantText,
    rows: z.array(
      z.object({
        /** Line of the file, 1 = first. */
        line: z.int(),
        serialNumber: z.string(),
        activationCode: z.string(),
        name: z.string(),
        subplant: z.string(),
        type: z.string(),
        verdict: ListVerdict,
        errors: z.array(FieldError),
        inverterId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'InverterList' });

export const ConfirmBody = z
  .strictObject({ rows: z.array(RowCorrection).min(1).max(500) })
  .meta({ id: 'InverterListConfirmation' });

/** What became of each chosen row. */
export const ConfirmAnswer = z
  .object({
    added: z.int(),
    refused: z.int(),
    rows: z.array(
      z.object({
        line: z.int(),
        /** Null when the row was refused. */
        inverterId: z.string().nullable(),
        /** Null when it was added. */
        problem: z.object({ code: z.string(), title: z.string(), detail: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'InverterListResult' });
