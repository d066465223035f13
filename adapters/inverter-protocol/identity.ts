import type { SerialNumber } from '../../domain/kernel/ids.js';

/** As `SerialNumber.parse`, without zod: this runs for every message. Null when it is not a serial number. */
export function serialNumberOf(text: string | null): SerialNumber | null {
  if (text === null) return null;
  const trimmed = text.trim();
  return /^[\x21-\x7e]{1,40}$/.test(trimmed) && !/[<>&]/.test(trimmed) ? (trimmed.toUpperCase() as SerialNumber) : null;
}

/** A MAC address as 12 upper-case hex digits, or null. */
export function macOf(text: string | null): string | null {
  if (text === null) return null;
  if (/^[0-9A-F]{12}$/.test(text)) return text;
  const digits = text.replace(/[:\-\s]/g, '');
  return /^[0-9A-Fa-f]{12}$/.test(digits) ? digits.toUpperCase() : null;
}
