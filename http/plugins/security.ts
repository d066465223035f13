import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

export type SecurityOptions = {
  readonly publicUrl?: string | undefined;
  /** Further origins that map tiles may come from, e.g. `https://tiles.example`. */
  readonly imageOrigins?: readonly string[];
};

/** What of the configuration browsers must be told. */
export function securityOf(config: {
  readonly publicUrl: string;
  readonly mapTiles: { readonly urlTemplate: string } | null;
}): SecurityOptions {
  const { publicUrl, mapTiles } = config;
  return { publicUrl, imageOrigins: mapTiles === null ? [] : [new URL(mapTiles.urlTemplate).origin] };
}

/** Headers for browsers: only our own scripts, styles, workers and connections; nothing inline, no framing. */
export async function registerSecurityHeaders(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const overHttps = options.publicUrl?.startsWith('https://') === true;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', ...(options.imageOrigins ?? [])],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(overHttps ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: overHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
