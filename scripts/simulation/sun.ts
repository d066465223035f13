type SunPosition = {
  readonly elevationDeg: number;
  /** Compass degrees, 180 = south. */
  readonly azimuthDeg: number;
};

const rad = Math.PI / 180;

/**
 * Where the sun stands, to about 0.1 degree: the low-precision formulas of the Astronomical Almanac. `epochS` is UTC.
 */
export function sunPosition(latitudeDeg: number, longitudeDeg: number, epochS: number): SunPosition {
  const days = epochS / 86_400 - 10_957.5;
  const anomaly = (357.529 + 0.98560028 * days) * rad;
  const longitude = (280.459 + 0.98564736 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * rad;
  const obliquity = (23.439 - 0.00000036 * days) * rad;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
  const siderealDeg = 280.46062 + 360.98564737 * days + longitudeDeg;
  const hourAngle = siderealDeg * rad - rightAscension;
  const latitude = latitudeDeg * rad;
  const sinElevation =
    Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  const azimuth = Math.atan2(
    -Math.cos(declination) * Math.sin(hourAngle),
    Math.sin(declination) * Math.cos(latitude) - Math.cos(declination) * Math.sin(latitude) * Math.cos(hourAngle),
  );
  return { elevationDeg: Math.asin(sinElevation) / rad, azimuthDeg: (azimuth / rad + 360) % 360 };
}

/** Cosine of the angle between the sun and the normal of a surface; 0 when the sun is behind it. */
export function cosineOfIncidence(sun: SunPosition, azimuthDeg: number, tiltDeg: number): number {
  const elevation = sun.elevationDeg * rad;
  const tilt = tiltDeg * rad;
  const cosine =
    Math.sin(elevation) * Math.cos(tilt) +
    Math.cos(elevation) * Math.sin(tilt) * Math.cos((sun.azimuthDeg - azimuthDeg) * rad);
  return Math.max(0, cosine);
}
