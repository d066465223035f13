/** Which edition is shown, and since which one its changes; without them the text in force. */
export type DocumentSearch = { readonly version?: string; readonly since?: string };

const day = /^\d{4}-\d{2}-\d{2}$/;

export function parseDocumentSearch(search: Record<string, unknown>): DocumentSearch {
  const dayIn = (name: 'version' | 'since') => {
    const value = search[name];
    return typeof value === 'string' && day.test(value) ? { [name]: value } : {};
  };
  return { ...dayIn('version'), ...dayIn('since') };
}
