/**
 * Letters of other scripts that look like a Latin letter; the everyday part of the confusables of Unicode Technical
 * Standard 39, Cyrillic and Greek, lower case.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  α: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ι: 'i',
  ј: 'j',
  к: 'k',
  κ: 'k',
  м: 'm',
  о: 'o',
  ο: 'o',
  р: 'p',
  ρ: 'p',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ν: 'v',
  ѵ: 'v',
  в: 'b',
  β: 'b',
  н: 'h',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
};

/**
 * What makes two user names the same: case, compatibility forms (full width, ligatures) and letters that look alike in
 * another script do not count. Only for comparing; people see the name as its owner wrote it.
 */
export function userNameKey(userName: string): string {
  // Letters and their accents apart, so that a look-alike is found under its accent (ё), too.
  const letters = foldCase(userName.normalize('NFKD')).normalize('NFKD');
  const latin = [...letters].map((letter) => lookAlikes[letter] ?? letter).join('');
  return latin.normalize('NFC').trim();
}

/** Full case folding (ß = ẞ = ss, ſ = s), which toLowerCase alone does not do. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/**
 * Scripts of living languages in which a name is written by itself (Unicode Standard Annex 31, table 5). Others are seldom
 * read, and some look like Latin: Cherokee, Lisu, Coptic, mathematical letters.
 */
const scripts = [
  'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada',
  'Malayalam Sinhala Thai Lao Tibetan Myanmar Ethiopic Khmer Bopomofo Han Hangul Hiragana Katakana',
]
  .join(' ')
  .split(' ')
  .map((script) => ({ script, is: new RegExp(`\\p{Script=${script}}`, 'u') }));

/** What is written together with Chinese characters. */
const withHan: readonly string[] = ['Bopomofo', 'Han', 'Hangul', 'Hiragana', 'Katakana'];

/** Letters of phonetic alphabets: of the Latin script, and of no name. */
const phonetic = /[\u01C0-\u01C3\u0250-\u02AF\u1D00-\u1DBF\uA720-\uA7FF\uAB30-\uAB6F]/u;

/** A word that consists of these alone reads like a Latin one (Armenian). */
const readsAsLatin = /^(?=.*\p{Script=Armenian})[օոսհցքզյլտ\d._@+-]+$/u;

/**
 * Whether a user name is written in several scripts, or in letters that no language is written in: the usual ways of looking like
 * somebody else (Unicode Technical Standard 39, "highly restrictive").
 */
export function isDeceptive(userName: string): boolean {
  const letters = [...userName.normalize('NFKC')].filter((letter) => /\p{L}/u.test(letter));
  const used = new Set(letters.map((letter) => scripts.find(({ is }) => is.test(letter))?.script ?? 'other'));
  const isOneScript = used.size <= 1 || [...used].every((script) => withHan.includes(script));
  return (
    !isOneScript ||
    used.has('other') ||
    letters.some((l) => phonetic.test(l)) ||
    readsAsLatin.test(userName.toLowerCase())
  );
}

/** Whether a user name looks like an e-mail address, and not like the own one: people would take it for somebody else. */
export function isForeignAddress(userName: string, email: string): boolean {
  return /.@./u.test(userName) && userName.toLowerCase() !== email.toLowerCase();
}
