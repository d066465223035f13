/** How figures are written: decimal comma and narrow spaces in German, "–" for nothing, never 0 for nothing. */

export type Language = 'de' | 'en';

export const nothing = '–';
/** Narrow no-break space: between figure and unit, and between thousands in German. */
export const narrowSpace = '\u202f';

const locales = { de: 'de-DE', en: 'en-GB' } as const;
export const localeOf = (language: Language): string => locales[language];

export type Digits = { readonly min?: number; readonly max?: number };

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, { min, max }: Digits): Intl.NumberFormat {
  const key = `${language}:${min}:${max}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const maximumFractionDigits = Math.max(max ?? min ?? 0, min ?? 0);
  const format = new Intl.NumberFormat(locales[language], { minimumFractionDigits: min ?? 0, maximumFractionDigits });
  formats.set(key, format);
  return format;
}

/** A figure without unit. Without `digits` no decimals; null and what is not finite is "–". */
export function formatNumber(value: number | null | undefined, language: Language, digits: Digits = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return nothing;
  return numberFormat(language, digits)
    .formatToParts(Object.is(value, -0) ? 0 : value)
    .map((part) => {
      if (part.type === 'group' && language === 'de') return narrowSpace;
      return part.type === 'minusSign' ? '−' : part.value;
    })
    .join('');
}

/**
 * A number of a text field as people type it: the language's decimal sign, all decimals that matter, and thousands apart only
 * with `groups`, for fields that are read with them: 1.234,5 in German, 1,234.5 in English.
 */
export function numberForInput(value: number, language: Language, maxDigits = 6, groups = false): string {
  const text = String(Number(value.toFixed(maxDigits)));
  if (groups && !text.includes('e')) {
    return new Intl.NumberFormat(locales[language], { maximumFractionDigits: maxDigits }).format(Number(text));
  }
  return language === 'de' ? text.replace('.', ',') : text;
}

/**
 * Reads what a person typed: "0,4", "-0.4", "1 234,5"; undefined when it is no number. With `groups`, "1.234" in
 * German and "1,234" in English are a thousand two hundred thirty-four; otherwise either sign is the decimal sign.
 */
export function parseDecimal(input: string, language: Language, groups = false): number | undefined {
  let text = input
    .trim()
    .replace(/[\s\u00a0\u202f\u2009'’]/g, '')
    .replace(/^[−–]/, '-');
  const [group, decimal] = language === 'de' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const bothSigns = text.includes(group) && text.includes(decimal);
  if (grouped.test(text) && (groups || bothSigns)) text = text.replaceAll(group, '');
  text = text.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const value = Number(text);
  return Object.is(value, -0) ? 0 : value;
}
