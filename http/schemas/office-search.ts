import { z } from 'zod';

/** What the office looks for; each needs a right of its own. */
export const searchKinds = ['account', 'plant', 'device', 'order', 'invoice', 'repair', 'mail'] as const;
export const SearchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof SearchKind>;

export const SearchQuery = z.strictObject({
  /** How a user name, an address, a last name, a company, a plant, a serial number, an invoice or an id begins. */
  find: z.string().trim().min(3).max(254),
});

export const SearchHit = z
  .object({
    kind: SearchKind,
    /** Of the thing; of a device its serial number, of an invoice its number. */
    id: z.string(),
    /** What it is called. */
    title: z.string(),
    /** What tells it from others of its name; empty when nothing does. */
    detail: z.string(),
    /** What its page is looked up by: a user name, an id, a number. */
    find: z.string(),
  })
  .meta({ id: 'SearchHit' });

export const SearchHits = z
  .object({
    /** Kind by kind, a few of each. */
    items: z.array(SearchHit),
    next: z.null(),
    /** What was looked through: what the roles of the caller see. */
    kinds: z.array(SearchKind),
    /** Of these there are more: a longer text finds them. */
    more: z.array(SearchKind),
  })
  .meta({ id: 'SearchHits' });
