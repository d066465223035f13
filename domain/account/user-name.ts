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

/** Whether a user name looks like an e-mail address, and not like the own one: people would take it for somebody else. */
export function isForeignAddress(userName: string, email: string): boolean {
  return /.@./u.test(userName) && userName.toLowerCase() !== email.toLowerCase();
}
