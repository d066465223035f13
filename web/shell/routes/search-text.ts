// Whoever reads the search part of an address names every field, also one that is dropped: the router lays what is read over
// what came, so that a field that is left out would stay as it came.

/** A field of the search part of an address that is a text and not empty. */
export function textIn(search: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
