import anyAscii from 'any-ascii';

/** What stands at 0x80 to 0x9f, where Windows-1252 is not Latin-1; five of them are nothing. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const bytes = new Map([...upper].flatMap((letter, index) => (letter === ' ' ? [] : [[letter, 0x80 + index] as const])));

/** The text in Windows-1252; letters that it does not have are written with those of ASCII. */
export function windows1252(text: string): Buffer {
  return Buffer.from([...text].flatMap(bytesOf));
}

function bytesOf(letter: string): readonly number[] {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return [code];
  const byte = bytes.get(letter);
  if (byte !== undefined) return [byte];
  return [...anyAscii(letter)].map((ascii) => ascii.charCodeAt(0));
}
