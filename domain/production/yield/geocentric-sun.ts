import { asinDeg, atan2Deg, cosDeg, halfCircleDeg, sinDeg, tanDeg } from './angles.js';
import { distanceTerms, latitudeTerms, longitudeTerms, nutationTerms } from './sun-tables.js';

/** The sun seen from the centre of the earth. All three change slowly: within a day a parabola follows them. */
export type GeocentricSun = {
  readonly declinationDeg: number;
  /** How far the sun is ahead of the mean sun, whose hour angle at Greenwich is 15° per hour from 12:00 UTC. */
  readonly equationOfTimeDeg: number;
  readonly distanceAu: number;
};

const dayS = 86_400;
/** Terrestrial time minus universal time in 2026. A second more moves the sun by 0.00001°. */
const deltaTS = 69;

/**
 * Where the sun stands at an instant (epoch seconds), after Reda and Andreas (`sun-tables.ts`), steps 3.1 to 3.10: within
 * 0.0003° from the year -2000 to 6000, refraction aside.
 */
export function geocentricSun(unixS: number): GeocentricSun {
  const julianDay = unixS / dayS + 2_440_587.5;
  const century = (julianDay - 2_451_545) / 36_525;
  const ephemerisCentury = century + deltaTS / dayS / 36_525;
  const millennium = ephemerisCentury / 10;

  const distanceAu = seriesOf(distanceTerms, millennium);
  const latitudeDeg = (-180 / Math.PI) * seriesOf(latitudeTerms, millennium);
  const nutation = nutationAt(ephemerisCentury);
  const obliquityDeg = meanObliquityDeg(millennium) + nutation.inObliquityDeg;
  const aberrationDeg = -20.4898 / 3600 / distanceAu;
  const longitudeDeg =
    (180 / Math.PI) * seriesOf(longitudeTerms, millennium) + 180 + nutation.inLongitudeDeg + aberrationDeg;

  const rightAscensionDeg = atan2Deg(
    sinDeg(longitudeDeg) * cosDeg(obliquityDeg) - tanDeg(latitudeDeg) * sinDeg(obliquityDeg),
    cosDeg(longitudeDeg),
  );
  const declinationDeg = asinDeg(
    sinDeg(latitudeDeg) * cosDeg(obliquityDeg) + cosDeg(latitudeDeg) * sinDeg(obliquityDeg) * sinDeg(longitudeDeg),
  );
  const siderealDeg =
    280.46061837 +
    360.98564736629 * (julianDay - 2_451_545) +
    century * century * (0.000387933 - century / 38_710_000) +
    nutation.inLongitudeDeg * cosDeg(obliquityDeg);
  const equationOfTimeDeg = halfCircleDeg(siderealDeg - rightAscensionDeg - meanHourAngleDeg(unixS));
  return { declinationDeg, equationOfTimeDeg, distanceAu };
}

type SunOfDay = (unixS: number) => GeocentricSun;

/** By day of UTC: all plants ask for the same days; bounded, since charts ask for others. */
const remembered = new Map<number, SunOfDay>();
const maxRemembered = 5_000;

/** As `geocentricSun` to 0.00001°, and cheap: parabolas through three exact positions of each day. */
export function sunAt(unixS: number): GeocentricSun {
  const day = Math.floor(unixS / dayS);
  const known = remembered.get(day);
  if (known !== undefined) return known(unixS);
  if (remembered.size >= maxRemembered) remembered.clear();
  const sun = sunOfDay(day * dayS);
  remembered.set(day, sun);
  return sun(unixS);
}

function sunOfDay(fromS: number): SunOfDay {
  const halfS = dayS / 2;
  const [first, middle, last] = [fromS, fromS + halfS, fromS + dayS].map(geocentricSun) as [
    GeocentricSun,
    GeocentricSun,
    GeocentricSun,
  ];
  const through = (field: keyof GeocentricSun) => {
    const slope = (last[field] - first[field]) / 2;
    const bend = (last[field] + first[field]) / 2 - middle[field];
    return (x: number) => middle[field] + x * (slope + x * bend);
  };
  const declinationDeg = through('declinationDeg');
  const equationOfTimeDeg = through('equationOfTimeDeg');
  const distanceAu = through('distanceAu');
  return (unixS) => {
    const x = (unixS - fromS) / halfS - 1;
    return { declinationDeg: declinationDeg(x), equationOfTimeDeg: equationOfTimeDeg(x), distanceAu: distanceAu(x) };
  };
}

/** Hour angle of the mean sun at Greenwich, 0 at 12:00 UTC, in -180..180. */
export function meanHourAngleDeg(unixS: number): number {
  return halfCircleDeg(((unixS % dayS) / dayS) * 360 - 180);
}

/** The sum over the powers of `t` of sums of A cos(B + C t), each row one power. */
function seriesOf(rows: readonly (readonly number[])[], t: number): number {
  let sum = 0;
  for (let power = rows.length - 1; power >= 0; power--) {
    const terms = rows[power] as readonly number[];
    let row = 0;
    for (let i = 0; i < terms.length; i += 3) {
      row += (terms[i] as number) * Math.cos((terms[i + 1] as number) + (terms[i + 2] as number) * t);
    }
    sum = sum * t + row;
  }
  return sum / 1e8;
}

function nutationAt(t: number): { readonly inLongitudeDeg: number; readonly inObliquityDeg: number } {
  const elongation = 297.85036 + t * (445_267.11148 + t * (-0.0019142 + t / 189_474));
  const anomalyOfSun = 357.52772 + t * (35_999.05034 + t * (-0.0001603 - t / 300_000));
  const anomalyOfMoon = 134.96298 + t * (477_198.867398 + t * (0.0086972 + t / 56_250));
  const latitudeOfMoon = 93.27191 + t * (483_202.017538 + t * (-0.0036825 + t / 327_270));
  const nodeOfMoon = 125.04452 + t * (-1_934.136261 + t * (0.0020708 + t / 450_000));
  let longitude = 0;
  let obliquity = 0;
  for (const [x0, x1, x2, x3, x4, a, b, c, d] of nutationTerms) {
    const angleDeg = x0 * elongation + x1 * anomalyOfSun + x2 * anomalyOfMoon + x3 * latitudeOfMoon + x4 * nodeOfMoon;
    longitude += (a + b * t) * sinDeg(angleDeg);
    obliquity += (c + d * t) * cosDeg(angleDeg);
  }
  return { inLongitudeDeg: longitude / 36e6, inObliquityDeg: obliquity / 36e6 };
}

/** Powers of ten millennia, arc seconds. */
const obliquity = [84_381.448, -4_680.93, -1.55, 1_999.25, -51.38, -249.67, -39.05, 7.12, 27.87, 5.79, 2.45];

function meanObliquityDeg(millennium: number): number {
  return obliquity.reduceRight((sum, coefficient) => sum * (millennium / 10) + coefficient, 0) / 3600;
}
