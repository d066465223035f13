type Shape = { readonly pattern: RegExp; readonly example: string };

const digits = (example: string): Shape => ({ pattern: new RegExp(`^\\d{${example.length}}$`), example });

/** Countries whose postcodes have one shape (ISO 3166-1 alpha-2); what other countries write is not judged. */
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

/** What a postcode of that country looks like when this is none; null when it may be one. */
export function expectedPostcode(country: string, postcode: string): string | null {
  const shape = postcodeShapes[country.toUpperCase()];
  return shape === undefined || shape.pattern.test(postcode.trim()) ? null : shape.example;
}
