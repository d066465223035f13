import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MapTiles } from '../../adapters/map-tiles.js';
import { exampleSeller } from '../../adapters/seller.js';
import type { Seller } from '../../domain/order/invoice.js';
import { isFromThisMachine } from '../local-caller.js';

type PortalDeps = {
  readonly development: boolean;
  readonly operatorName: string;
  readonly seller: Seller;
  readonly representedBy: string | null;
  readonly publicUrl: string;
  /** Null = mails go to the local mailbox. */
  readonly smtpUrl: string | null;
  readonly isMailboxOpen: boolean;
  readonly mapTiles: MapTiles | null;
  readonly payments: 'sandbox' | 'unzer' | 'none';
  readonly demoAccount: string | null;
};

const Imprint = z
  .object({
    /** True as long as nobody was configured: then everything here is made up. */
    isExample: z.boolean(),
    name: z.string(),
    street: z.string(),
    postcode: z.string(),
    town: z.string(),
    /** ISO 3166-1 alpha-2. */
    country: z.string(),
    /** Who speaks for it; null when the operator has not said. */
    representedBy: z.string().nullable(),
    email: z.string(),
    phone: z.string(),
    registrationCourt: z.string(),
    registrationNumber: z.string(),
    vatId: z.string(),
  })
  .meta({ id: 'Imprint' });

const Portal = z
  .object({
    /** True while an embedded default is in use; the page says so. */
    development: z.boolean(),
    operatorName: z.string(),
    /** Who answers for the portal (§ 5 DDG). */
    imprint: Imprint,
    /** Page that shows the mails that were not sent, null when they are sent or the caller may not read them. */
    mailbox: z.string().nullable(),
    /** Tiles for maps, with `{z}`, `{x}` and `{y}`; null when the page has only its own map. */
    mapTiles: z
      .object({ urlTemplate: z.string(), attribution: z.string(), attributionUrl: z.string().nullable() })
      .nullable(),
    /** Who takes the money; `sandbox`: nobody, everything is played. */
    payments: z.enum(['sandbox', 'unzer', 'none']),
    /** User name of the account that everybody may look around in (`POST /sessions/demo`); null = there is none. */
    demoAccount: z.string().nullable(),
    version: z.string(),
  })
  .meta({ id: 'Portal' });

/** What the page needs to know of the portal before anybody signs in. */
export function portalRoutes(deps: PortalDeps, version: string): FastifyPluginAsyncZod {
  function mailboxFor(request: FastifyRequest): string | null {
    const isShown = deps.smtpUrl === null && (deps.isMailboxOpen || isFromThisMachine(request));
    return isShown ? `${deps.publicUrl}/dev/mailbox` : null;
  }

  return async (app) => {
    app.route({
      method: 'GET',
      url: '/api/v1/public/portal',
      config: { access: 'public' },
      schema: { tags: ['Public'], summary: 'About this portal', response: { 200: Portal } },
      handler: async (request) => ({
        development: deps.development,
        operatorName: deps.operatorName,
        imprint: imprintOf(deps),
        mailbox: mailboxFor(request),
        mapTiles: deps.mapTiles,
        payments: deps.payments,
        demoAccount: deps.demoAccount,
        version,
      }),
    });
  };
}

/** The tax number of the seller is nobody's business. */
function imprintOf({ seller, representedBy }: PortalDeps): z.infer<typeof Imprint> {
  const { taxNumber: _, ...named } = seller;
  return { ...named, representedBy, isExample: seller === exampleSeller };
}
