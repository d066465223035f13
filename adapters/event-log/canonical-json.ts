/** Needs no escape: most of what stands in a log. */
const plain = /^[ !#-[\]-~]*$/;
/** Halves of surrogate pairs have no UTF-8 form. */
const malformed = /\p{Surrogate}/u;

/**
 * The one text of a JSON value: members sorted by UTF-16 code units, numbers and strings as ECMAScript writes them, no
 * blanks (RFC 8785, JSON Canonicalization Scheme). Members that are undefined are left out, as by `JSON.stringify`.
 * Throws a `TypeError` for what is not JSON.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (plain.test(value)) return `"${value}"`;
      if (malformed.test(value)) throw new TypeError('half a surrogate pair has no canonical form');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
      // Minus zero becomes 0.
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value)
        ? `[${value.map(canonicalJson).join(',')}]`
        : canonicalObject(value as Readonly<Record<string, unknown>>);
    default:
      throw new TypeError(`${typeof value} has no canonical form`);
  }
}

function canonicalObject(object: Readonly<Record<string, unknown>>): string {
  let text = '';
  // Without a comparator, `sort` compares UTF-16 code units.
  for (const name of Object.keys(object).sort()) {
    const member = object[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalJson(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
