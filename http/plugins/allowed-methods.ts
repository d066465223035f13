import type { FastifyInstance } from 'fastify';

type Pattern = { readonly matches: RegExp; readonly methods: Set<string> };

/**
 * Remembers the routes that are registered after it, so that a known address with a wrong method can answer 405 with
 * `Allow` instead of 404. Wildcard routes do not count.
 */
export function rememberMethods(app: FastifyInstance): (url: string) => readonly string[] {
  const patterns = new Map<string, Pattern>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const pattern = patterns.get(url) ?? { matches: patternOf(url), methods: new Set() };
    for (const name of [method].flat()) pattern.methods.add(name);
    patterns.set(url, pattern);
  });
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    const found = [...patterns.values()].filter((pattern) => pattern.matches.test(path));
    return [...new Set(found.flatMap((pattern) => [...pattern.methods]))].sort();
  };
}

/** `/plants/:id/series.csv` → `^/plants/[^/]+/series\.csv$` */
function patternOf(url: string): RegExp {
  const parts = url.split(/:\w+(?:\([^)]*\))?/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
