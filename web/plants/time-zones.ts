/** Zones of a country with the longitude for which each stands; the nearest one is proposed. */
const zonesByCountry: Readonly<Record<string, readonly (readonly [zone: string, longitudeDeg: number])[]>> = {
  AT: [['Europe/Vienna', 14]],
  AU: [
    ['Australia/Perth', 116],
    ['Australia/Adelaide', 137],
    ['Australia/Sydney', 150],
  ],
  BE: [['Europe/Brussels', 4]],
  BG: [['Europe/Sofia', 25]],
  BR: [
    ['America/Manaus', -62],
    ['America/Sao_Paulo', -46],
  ],
  CA: [
    ['America/Vancouver', -123],
    ['America/Edmonton', -113],
    ['America/Winnipeg', -97],
    ['America/Toronto', -79],
    ['America/Halifax', -63],
  ],
  CH: [['Europe/Zurich', 8]],
  CL: [['America/Santiago', -71]],
  CN: [['Asia/Shanghai', 115]],
  CY: [['Asia/Nicosia', 33]],
  CZ: [['Europe/Prague', 15]],
  DE: [['Europe/Berlin', 10]],
  DK: [['Europe/Copenhagen', 10]],
  EE: [['Europe/Tallinn', 25]],
  ES: [
    ['Atlantic/Canary', -16],
    ['Europe/Madrid', -4],
  ],
  FI: [['Europe/Helsinki', 26]],
  FR: [['Europe/Paris', 2]],
  GB: [['Europe/London', -1]],
  GR: [['Europe/Athens', 23]],
  HR: [['Europe/Zagreb', 16]],
  HU: [['Europe/Budapest', 19]],
  IE: [['Europe/Dublin', -8]],
  IL: [['Asia/Jerusalem', 35]],
  IN: [['Asia/Kolkata', 79]],
  IS: [['Atlantic/Reykjavik', -19]],
  IT: [['Europe/Rome', 12]],
  JP: [['Asia/Tokyo', 138]],
  LI: [['Europe/Vaduz', 9]],
  LT: [['Europe/Vilnius', 24]],
  LU: [['Europe/Luxembourg', 6]],
  LV: [['Europe/Riga', 25]],
  MT: [['Europe/Malta', 14]],
  NL: [['Europe/Amsterdam', 5]],
  NO: [['Europe/Oslo', 10]],
  NZ: [['Pacific/Auckland', 174]],
  PL: [['Europe/Warsaw', 20]],
  PT: [
    ['Atlantic/Azores', -26],
    ['Europe/Lisbon', -8],
  ],
  RO: [['Europe/Bucharest', 25]],
  SE: [['Europe/Stockholm', 16]],
  SI: [['Europe/Ljubljana', 15]],
  SK: [['Europe/Bratislava', 19]],
  TR: [['Europe/Istanbul', 34]],
  UA: [['Europe/Kyiv', 31]],
  US: [
    ['Pacific/Honolulu', -157],
    ['America/Anchorage', -150],
    ['America/Los_Angeles', -120],
    ['America/Denver', -107],
    ['America/Chicago', -92],
    ['America/New_York', -76],
  ],
  ZA: [['Africa/Johannesburg', 26]],
};

/**
 * A likely IANA zone for a plant, from its country and longitude; elsewhere the whole-hour zone of the longitude, and
 * the viewer's own zone when nothing is known.
 */
export function proposeTimeZone(country: string, longitudeDeg: number | undefined, viewersZone: string): string {
  const zones = zonesByCountry[country];
  if (zones !== undefined) {
    const near = (reference: number) => (longitudeDeg === undefined ? 0 : Math.abs(reference - longitudeDeg));
    return [...zones].sort(([, a], [, b]) => near(a) - near(b))[0]?.[0] ?? viewersZone;
  }
  if (longitudeDeg === undefined) return viewersZone;
  const hours = Math.round(longitudeDeg / 15);
  // The signs of the Etc zones are reversed: Etc/GMT-3 is three hours ahead of Greenwich.
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
