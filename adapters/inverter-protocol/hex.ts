const word = new Uint32Array(1);
const single = new Float32Array(word.buffer);

/** The unsigned number that `text[from..to)` writes in 1 to 8 hex digits of either case, or -1. */
export function parseHex(text: string, from: number, to: number): number {
  const digits = to - from;
  if (digits < 1 || digits > 8) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** Value of an ASCII hex digit, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** IEEE-754 single of a 32-bit word; -0 reads as 0. */
export function float32(bits: number): number {
  word[0] = bits;
  return (single[0] ?? 0) + 0;
}

export function float32Bits(value: number): number {
  single[0] = value;
  return word[0] ?? 0;
}

/** Two's complement: up to 4 digits in 16 bits, more in 32 bits (wire.md 1.4: `ffcb` and `ffffffcb` are both -53). */
export function signed(bits: number, digits: number): number {
  if (digits <= 4) return bits > 0x7fff ? bits - 0x1_0000 : bits;
  return bits | 0;
}
