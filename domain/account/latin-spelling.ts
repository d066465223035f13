import anyAscii from 'any-ascii';

/** What the check of a VAT id takes (A8): Latin letters without marks, digits, blanks, and these characters. */
export const allowedSpecialCharacters = "_.,-'!()[]–;:&*";

const allowed = /^[A-Za-z0-9 _.,\-'!()[\]–;:&*]*$/;
const allowedCharacter = /[A-Za-z0-9 _.,\-'!()[\]–;:&*]/;

/** Whether a text can go into the check as it is. */
export function isLatin(text: string): boolean {
  return allowed.test(text);
}

/** The characters of a text that the check does not take, each once, in their order. */
export function illegalCharacters(text: string): readonly string[] {
  return [...new Set([...text.normalize('NFC')].filter((character) => !allowedCharacter.test(character)))];
}

/** Capitals depend on what stands beside them: `MÜLLER` is `MUELLER`, `Übel` is `Uebel`. */
const german: Readonly<Record<string, string>> = {
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ẞ: 'SS',
};

/** What people would write instead; everything else that cannot be spelt leaves a gap. */
const replacements: Readonly<Record<string, string>> = {
  '/': '-',
  '\\': '-',
  '|': '-',
  '+': '&',
  '@': '(at)',
  '"': "'",
  '`': "'",
  '«': "'",
  '»': "'",
  '§': ' ',
  '{': '(',
  '}': ')',
};

/**
 * A spelling that the check takes, as a proposal for the person who knows how the register spells it: German practice for
 * umlauts and ß, any-ascii for the other letters, the nearest allowed sign for the rest. Never empty: null when nothing of
 * the text can be spelt. A text that is allowed already only loses superfluous blanks.
 */
export function suggestLatin(text: string): string | null {
  const characters = [...text.normalize('NFC')];
  const spelt = characters.map((character, index) =>
    allowedCharacter.test(character)
      ? character
      : (germanSpelling(character, characters[index - 1], characters[index + 1]) ?? asciiSpelling(character)),
  );
  const suggestion = spelt.join('').replaceAll(/ +/g, ' ').trim();
  return suggestion === '' ? null : suggestion;
}

function germanSpelling(character: string, before: string | undefined, after: string | undefined): string | undefined {
  const spelling = german[character];
  if (spelling === undefined || character === 'ẞ') return spelling;
  const neighbour = isLetter(after) ? after : before;
  const isCapital = character !== character.toLowerCase() || character === 'ß';
  return isCapital && isUpperCase(neighbour) ? spelling.toUpperCase() : spelling;
}

function asciiSpelling(character: string): string {
  const replacement = replacements[character];
  if (replacement !== undefined) return replacement;
  return [...anyAscii(character)]
    .map((letter) => (allowedCharacter.test(letter) ? letter : (replacements[letter] ?? ' ')))
    .join('');
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /^\p{L}$/u.test(character);
}

function isUpperCase(character: string | undefined): boolean {
  return character !== undefined && /^\p{Lu}$/u.test(character);
}
