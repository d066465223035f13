/** Which edition is shown, and since which one its changes; without them the text in force. */
export type DocumentSearch = { readonly version?: string | undefined; readonly since?: string | undefined };

const day = /^\d{4}-\d{2}-\d{2}$/;

export function parseDocumentSearch(search: Record<string, unknown>): DocumentSearch {
  const dayIn = (name: 'version' | 'since') => {
    const value = search[name];
    return typeof value === 'string' && day.test(value) ? value : undefined;
  };
  return { version: dayIn('version'), since: dayIn('since') };
}
