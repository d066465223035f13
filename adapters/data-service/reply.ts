/** How the original data service writes its answers (wire.md 2.1 to 2.4). */

/** The inner document as text of the outer one: escaped, and in one piece, because clients parse the text of the root. */
export function envelope(inner: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\r\n<string xmlns="DataService.API">${escapeText(inner)}</string>`;
}

export function response(content: string): string {
  return `<rws_response>${content}</rws_response>`;
}

export function errorResponse(message: string): string {
  return response(`<error>${escapeText(message)}</error>`);
}

type Value = string | number;

/** An element with a start and an end tag, also when nothing stands between them. */
export function element(name: string, attributes: Readonly<Record<string, Value>>, content = ''): string {
  return `<${name}${attributesText(attributes)}>${content}</${name}>`;
}

/** `<Inverter serial='A0264' />`. */
export function emptyElement(name: string, attributes: Readonly<Record<string, Value>>): string {
  return `<${name}${attributesText(attributes)} />`;
}

function attributesText(attributes: Readonly<Record<string, Value>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}='${escapeAttribute(String(value))}'`)
    .join('');
}

/** What no XML document may hold, in whatever form, is left out. */
function allowed(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}

export function escapeText(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** For single quotes; a line break stays one where parsers would make a blank of it. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll("'", '&apos;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** More places than any channel has. */
const maxDecimals = 4;

/** A value as an integer and the number of its decimal places, as few as it has: 2429.1 is 24291 and 1. */
export function decimalOf(value: number): { readonly dec: number; readonly integer: number } {
  const exact = Number(value.toFixed(maxDecimals));
  for (let dec = 0; dec < maxDecimals; dec++) {
    const integer = Math.round(exact * 10 ** dec);
    if (Number((integer / 10 ** dec).toFixed(maxDecimals)) === exact) return { dec, integer: integer + 0 };
  }
  return { dec: maxDecimals, integer: Math.round(exact * 10 ** maxDecimals) };
}

/** As .NET Framework prints a double: 15 significant digits at most. */
export function dotNetNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (rounded === 0 || !Number.isFinite(rounded)) return '0';
  const size = Math.abs(rounded);
  if (size >= 1e-4 && size < 1e15) return String(rounded);
  const [digits = '', exponent = ''] = rounded.toExponential().split('e');
  const places = exponent.replace(/^[+-]/, '').padStart(2, '0');
  return `${digits}E${exponent.startsWith('-') ? '-' : '+'}${places}`;
}
