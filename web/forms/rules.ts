import { formatNumber, parseDecimal, type Language } from '../format/numbers.js';
import type { Text } from '../i18n/use-text.js';

/** Checks of single fields: the message, or undefined when all is well. */
export const required = (text: Text, value: string): string | undefined =>
  value.trim() === '' ? text('form.required') : undefined;

export const textUpTo = (text: Text, value: string, max: number): string | undefined =>
  required(text, value) ?? atMost(text, value, max);

export const atMost = (text: Text, value: string, max: number): string | undefined =>
  value.trim().length > max ? text('form.tooLong', { max }) : undefined;

export const emailAddress = (text: Text, value: string): string | undefined =>
  required(text, value) ?? (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value.trim()) ? undefined : text('form.email'));

export function numberWithin(
  text: Text,
  language: Language,
  value: string,
  { min, max, groups = false }: { readonly min: number; readonly max: number; readonly groups?: boolean },
): string | undefined {
  if (value.trim() === '') return text('form.required');
  const number = parseDecimal(value, language, groups);
  if (number === undefined) return text('form.number');
  const show = (limit: number) => formatNumber(limit, language, { max: 3 });
  return number < min || number > max ? text('form.range', { min: show(min), max: show(max) }) : undefined;
}
