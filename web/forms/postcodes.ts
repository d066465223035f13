import type { Text } from '../i18n/use-text.js';
import { textUpTo } from './rules.js';

type Shape = { readonly pattern: RegExp; readonly example: string };

const digits = (example: string): Shape => ({ pattern: new RegExp(`^\\d{${example.length}}$`), example });

/** As the server judges them; a test holds both tables equal. */
export const postcodeShapes: Readonly<Record<string, Shape>> = {
  AT: digits('1010'),
  BE: digits('1000'),
  CH: digits('8000'),
  DE: digits('72555'),
  DK: digits('2100'),
  ES: digits('28001'),
  FR: digits('75001'),
  IT: digits('20121'),
  LI: digits('9490'),
  NL: { pattern: /^\d{4} ?[A-Z]{2}$/i, example: '1012 AB' },
  PL: { pattern: /^\d{2}-\d{3}$/, example: '00-001' },
};

/** The message beside a postcode of that country; undefined when it may be one. */
export function wrongPostcode(text: Text, country: string, postcode: string): string | undefined {
  const shape = postcodeShapes[country];
  const isWrong = postcode.trim() !== '' && shape !== undefined && !shape.pattern.test(postcode.trim());
  return isWrong ? text('form.postcode', { example: shape.example }) : textUpTo(text, postcode, 16);
}
