import type { FastifyInstance } from 'fastify';
import { Temporal } from '../../domain/kernel/time.js';
import { ProblemError } from '../problem.js';

/** What goes away, as it is announced (docs/api.md). */
export type Deprecation = {
  /** The days (UTC) from which on nobody should call it any more, and on which it ends. */
  readonly since: string;
  readonly sunset: string;
  /** Address of what to do instead. */
  readonly instead: string;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route goes away: each of its answers says so, and after the sunset it answers 410. */
    deprecation?: Deprecation;
  }
}

/** So long programs have at least to be changed. */
const noticeMonths = 6;

/** Announces what goes away in each answer: RFC 9745 and RFC 8594. A route that ends too soon ends the start. */
export function registerDeprecation(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    const { deprecation } = config ?? {};
    const route = `${String(method)} ${url}`;
    if (deprecation === undefined) {
      if (schema?.deprecated !== true) return;
      throw new TypeError(`${route} does not say since when it is deprecated: its config needs a deprecation`);
    }
    const earliest = Temporal.PlainDate.from(deprecation.since).add({ months: noticeMonths });
    if (Temporal.PlainDate.compare(deprecation.sunset, earliest) >= 0) return;
    throw new TypeError(
      `${route} may not end before ${earliest.toString()}, ${noticeMonths} months after it is announced`,
    );
  });
  app.addHook('onRequest', async ({ routeOptions: { config } }, reply) => {
    const { deprecation } = config;
    if (deprecation === undefined) return;
    const [since, sunset] = [beginOf(deprecation.since), beginOf(deprecation.sunset)];
    reply
      .header('deprecation', `@${Math.floor(since / 1000)}`)
      .header('sunset', new Date(sunset).toUTCString())
      .header('link', `<${deprecation.instead}>; rel="deprecation"; type="text/html"`);
    if (Date.now() >= sunset) throw new ProblemError('request.gone');
  });
}

/** In milliseconds of the epoch. */
function beginOf(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds;
}

/** What the document says of such a route to people. */
export function sentenceOfDeprecation({ since, sunset, instead }: Deprecation): string {
  return `Deprecated since ${since}; ends on ${sunset}. What to do instead: ${instead}`;
}
