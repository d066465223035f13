import { textUpTo } from '../forms/rules.js';
import type { Text } from '../i18n/use-text.js';

/** As the devices send it and the API takes it: printable ASCII without blanks. */
const serialNumberPattern = /^[\x21-\x7e]+$/;

/** Why this cannot be a serial number; undefined when it can. */
export function wrongSerialNumber(text: Text, value: string): string | undefined {
  const isWrong = value.trim() !== '' && !serialNumberPattern.test(value.trim());
  return isWrong ? text('plant.inverter.serialNumberWrong') : textUpTo(text, value, 40);
}
