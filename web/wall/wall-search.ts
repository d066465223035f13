/** What the address line of the wall screen holds: how long each plant is shown. */
export type WallSearch = { readonly seconds?: number | undefined };

export const usualSeconds = 15;

/** Reads the search part of the address; what makes no sense is dropped. */
export function parseWallSearch(search: Readonly<Record<string, unknown>>): WallSearch {
  const seconds = Number(search['seconds']);
  const isRight =
    Number.isInteger(seconds) && seconds >= 5 && seconds <= 3_600 && typeof search['seconds'] !== 'boolean';
  return { seconds: isRight ? seconds : undefined };
}
