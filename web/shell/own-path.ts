const anyOrigin = 'https://portal.invalid';

/**
 * Where to go on within the portal, as a browser reads it; undefined for whatever could lead to another host, however it is
 * written. Judged by the parser that browsers have, which drops tabs, turns backslashes and resolves dots.
 */
export function ownPath(path: string | undefined): string | undefined {
  if (path === undefined || !path.startsWith('/') || /[\\\p{Cc}]/u.test(path)) return undefined;
  if (!URL.canParse(path, anyOrigin)) return undefined;
  const { origin, pathname, search, hash } = new URL(path, anyOrigin);
  // Two slashes at the front name a host, also once somebody decodes them.
  const namesHost = /^(?:\/|%2f|%5c){2}/i.test(pathname);
  return origin !== anyOrigin || namesHost ? undefined : `${pathname}${search}${hash}`;
}
