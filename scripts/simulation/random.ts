/** A 32-bit hash of a text and two numbers (FNV-1a with the finisher of MurmurHash3), as a number in [0, 1). */
export function hash01(seed: string, a = 0, b = 0): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193);
  h = mix(h ^ Math.imul(a | 0, 0x9e3779b1));
  h = mix(h ^ Math.imul(b | 0, 0x85ebca77));
  return h / 0x1_0000_0000;
}

/** Noise in [0, 1) that is smooth over `x`, with one independent value at every whole number. */
export function smoothNoise(seed: string, x: number): number {
  const left = Math.floor(x);
  const part = x - left;
  const weight = part * part * (3 - 2 * part);
  return hash01(seed, left) * (1 - weight) + hash01(seed, left + 1) * weight;
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
