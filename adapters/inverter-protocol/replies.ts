import type { Temporal } from '../../domain/kernel/time.js';

/** An answer of the old portal around a text that is already escaped; CRLF after the declaration (wire.md 1.8). */
function reply(escapedText: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\r\n<string xmlns="InverterService">${escapedText}</string>`;
}

/** "Received": 83 bytes. */
export const okReply = reply('OK');

/** Refusal of a message that is larger than any device sends, in the form of the portal's answers. */
export const tooLargeReply = reply('Request entity too large');

/**
 * Sets the clock of a device, which runs in local time: 204 bytes. Only `<` and `>` are escaped, as the original portal
 * did.
 */
export function clockReply(localTime: Temporal.PlainDateTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${two(localTime.day)}.${two(localTime.month)}.${String(localTime.year).padStart(4, '0')}`;
  const time = `${two(localTime.hour)}:${two(localTime.minute)}:${two(localTime.second)}`;
  const command = `<crqr><c n="SETINVERTERTIME" i="0"><p n="date" t="3">${date} ${time}</p></c></crqr>`;
  return reply(command.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}
