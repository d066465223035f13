import { z } from 'zod';
import { expectedPostcode } from '../../domain/kernel/postcode.js';

export const Uuid = z.uuid();
/** To the nanosecond at most, which is as fine as an instant is. */
export const InstantText = z.iso.datetime({ offset: true }).refine((text) => !/\.\d{10}/.test(text));
export const DayText = z.iso.date();
export const Language = z.enum(['de', 'en']);
export type Language = z.infer<typeof Language>;

/** ISO 3166-1 alpha-2, upper case. */
export const Country = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2}$/)
  .transform((text) => text.toUpperCase());

export const text = (max: number) => z.string().trim().min(1).max(max);
export const optionalText = (max: number) => z.string().trim().max(max);

export const Address = z
  .strictObject({
    street: text(120),
    postcode: text(16),
    town: text(80),
    country: Country,
  })
  .superRefine(({ country, postcode }, context) => {
    const example = expectedPostcode(country, postcode);
    if (example !== null) context.addIssue(postcodeIssue(['postcode'], example));
  });

/** A postcode that its country does not have; `problems/fields.ts` says it in words. */
export const postcodeIssue = (path: string[], example: string) =>
  ({ code: 'custom', message: 'postcode', path, input: '', params: { postcodeExample: example } }) as const;

/** What `documents.not-accepted` holds besides: what is due, and where it is accepted. Addresses are relative to ours. */
const DueDocuments = z.object({
  documents: z.array(
    z.object({
      kind: z.enum(['terms', 'privacy']),
      /** The one in force. */
      version: z.string(),
      acceptedVersion: z.string().nullable(),
      text: z.string(),
      /** Left out where nothing was accepted before. */
      changes: z.string().optional(),
    }),
  ),
  /** `api` takes the versions as a POST; `page` is for people. */
  accept: z.object({ api: z.string(), page: z.string() }),
});

/** What a locked plant's problem holds besides: the page where a licence is bought. */
const Shop = z.object({ shop: z.string() });

/** RFC 9457 with our members. `code` is stable; `title` and `detail` follow Accept-Language. */
/** 403 `password.expired`: whether a new password takes a code of the second factor, too. */
const CodeNeeded = z.object({ totpRequired: z.boolean() });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    /** Id to quote to support; also in the log. */
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
    ...DueDocuments.partial().shape,
    ...Shop.partial().shape,
    ...CodeNeeded.partial().shape,
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
export type ProblemMembers = z.infer<typeof DueDocuments> | z.infer<typeof Shop> | z.infer<typeof CodeNeeded>;

const bytes = z.unknown().meta({ type: 'string', format: 'binary' });

/** A response that is a file of one of these types, or JSON of the schema where there is one. */
export function fileOf(types: readonly string[], json?: z.ZodType) {
  const files = Object.fromEntries(types.map((type) => [type, { schema: bytes }]));
  return { content: { ...(json === undefined ? {} : { 'application/json': { schema: json } }), ...files } };
}

/** A token that stands in the address, as the link of a mail has it. */
export const LinkParams = z.object({ token: z.string().min(1).max(500) });

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(200).optional(),
});

/** The same for lists that people leaf through. */
export const ShortPage = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
};

export const pageOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().nullable() });
