/** Where the pictures of maps come from. */
export type MapTiles = {
  /** With `{z}`, `{x}` and `{y}`. */
  readonly urlTemplate: string;
  readonly attribution: string;
  /** Where the attribution leads, or null. */
  readonly attributionUrl: string | null;
};

/** Placeholders stand in the path or query only, so that the tiles come from one origin. */
export function isTileTemplate(text: string): boolean {
  const names = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
  if (!['z', 'x', 'y'].every((name) => names.includes(name))) return false;
  if (names.some((name) => !['z', 'x', 'y', 'r'].includes(name))) return false;
  if (!/^https?:\/\/[^/?#{}\s;,'"]+\/[^\s]*$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** An address at the end of the attribution is where it leads. */
export function mapTiles(urlTemplate: string, attribution: string): MapTiles {
  const [, text = attribution, url = null] = /^(.*\S)\s+(https?:\/\/\S+)$/.exec(attribution) ?? [];
  return { urlTemplate, attribution: text, attributionUrl: url };
}
