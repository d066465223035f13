import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ServicePartners = z.array(
  z
    .strictObject({
      /** ISO 3166-1 alpha-2, upper case. */
      country: z.string().regex(/^[A-Z]{2}$/),
      name: z.string().min(1).max(120),
      email: z.email().nullable().default(null),
      phone: z.string().max(40).nullable().default(null),
      website: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
    })
    .readonly(),
);

/** Somebody who buys and manages licences for consumers of another country (A10, A11). */
export type ServicePartner = z.infer<typeof ServicePartners>[number];

/** The partners in a JSON file of the operator; throws an error whose message says what is wrong with it. */
export function readServicePartners(file: string): readonly ServicePartner[] {
  const parsed = ServicePartners.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TypeError(`${issue?.path.join('.')}: ${issue?.message}`);
}
