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
  ё: 'ë',
  һ: 'h',
  і: 'i',
  ι: 'i',
  ї: 'ï',
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
  // Upper case first: full case folding (ß = ss, ſ = s), which toLowerCase alone does not do.
  const folded = userName.trim().normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return [...folded].map((letter) => lookAlikes[letter] ?? letter).join('');
}
