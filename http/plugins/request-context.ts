import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from '../schemas/common.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of texts for this caller, from Accept-Language. */
    readonly language: Language;
    /** `X-Correlation-Id` of the caller when it is a plain token, else the id of this request. */
    readonly correlationId: string;
  }
}

const plainToken = /^[A-Za-z0-9._-]{8,64}$/;

export const newRequestId = (): string => randomUUID();

/** What every route may ask of a request besides its input. */
export function registerRequestContext(app: FastifyInstance): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('language', {
    getter(this: FastifyRequest) {
      return preferredLanguage(this.headers['accept-language']);
    },
  });
  app.decorateRequest('correlationId', {
    getter(this: FastifyRequest) {
      return correlationIdOf(this.headers) ?? this.id;
    },
  });
}

export function correlationIdOf(headers: FastifyRequest['headers']): string | null {
  const sent = headers['x-correlation-id'];
  return typeof sent === 'string' && plainToken.test(sent) ? sent : null;
}

/** The better of German and English by quality value (RFC 9110, 12.5.4); English when neither is asked for. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  let best: { language: Language; quality: number } = { language: 'en', quality: 0 };
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = tag.split('-')[0];
    if (language !== 'de' && language !== 'en') continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    if (quality > best.quality) best = { language, quality };
  }
  return best.language;
}
