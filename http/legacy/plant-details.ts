import type { FastifyPluginAsync } from 'fastify';

const path = '/PlantDetails.aspx';

/** For Fastify's option `rewriteUrl`: bookmarks and clients of the original portal, in any case. */
export function rewritePlantDetailsUrl(url: string): string {
  const query = url.indexOf('?');
  const end = query < 0 ? url.length : query;
  return url.slice(0, end).toLowerCase().endsWith(path.toLowerCase()) ? path + url.slice(end) : url;
}

/**
 * The page of a plant had this address in the original portal, and its number is the one that the data service asks for.
 * The page it leads to finds the plant for who is signed in; here nothing is said of whether there is one.
 */
export const plantDetails: FastifyPluginAsync = async (app) => {
  app.get(path, { exposeHeadRoute: false }, async (request, reply) => {
    const { id } = request.query as { readonly id?: unknown };
    const number = typeof id === 'string' && /^\d{1,10}$/.test(id) ? id : null;
    return reply.redirect(number === null ? '/plants' : `/plants/number/${number}`, 302);
  });
};
