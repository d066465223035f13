import { z } from 'zod';

export const AccountKind = z.enum(['consumer', 'business']);
export type AccountKind = z.infer<typeof AccountKind>;

/** Language in which the portal writes to a person. */
export const AccountLanguage = z.enum(['de', 'en']);
export type AccountLanguage = z.infer<typeof AccountLanguage>;

export const PersonName = z.object({ firstName: z.string(), lastName: z.string() }).readonly();
export type PersonName = z.infer<typeof PersonName>;

export const Company = z.object({ name: z.string(), legalForm: z.string(), vatId: z.string().nullable() }).readonly();
export type Company = z.infer<typeof Company>;

export const PostalAddress = z
  .object({
    street: z.string(),
    postcode: z.string(),
    town: z.string(),
    /** ISO 3166-1 alpha-2, upper case. */
    country: z.string(),
  })
  .readonly();
export type PostalAddress = z.infer<typeof PostalAddress>;

/** For each field that the check of a VAT id compares, its spelling in plain Latin letters where it needs one of its own. */
export const LatinSpelling = z
  .object({
    name: z.string().nullable(),
    street: z.string().nullable(),
    postcode: z.string().nullable(),
    town: z.string().nullable(),
  })
  .readonly();
export type LatinSpelling = z.infer<typeof LatinSpelling>;
