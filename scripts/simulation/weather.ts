import { hash01, smoothNoise } from './random.js';
import { cosineOfIncidence, sunPosition } from './sun.js';

/** A place under one sky: devices of one site share clouds and temperature. */
export type Site = {
  /** Seeds the weather; the same seed has the same clouds for ever. */
  readonly seed: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly timeZone: string;
};

export type Sky = {
  readonly sunElevationDeg: number;
  /** Global horizontal irradiance. */
  readonly globalWPerM2: number;
  readonly diffuseWPerM2: number;
  /** Beam irradiance on a surface that faces the sun. */
  readonly beamNormalWPerM2: number;
  readonly airTemperatureC: number;
  readonly sunAzimuthDeg: number;
};

const daySeconds = 86_400;

/** Sky over a site at a moment: clear-sky irradiance (Haurwitz 1945) dimmed by clouds. Pure and deterministic. */
export function skyAt(site: Site, epochS: number): Sky {
  const sun = sunPosition(site.latitudeDeg, site.longitudeDeg, epochS);
  const sine = Math.max(0, Math.sin((sun.elevationDeg * Math.PI) / 180));
  const clearWPerM2 = sine > 0 ? 1098 * sine * Math.exp(-0.057 / sine) : 0;
  const clearness = clearnessAt(site.seed, epochS);
  const globalWPerM2 = clearWPerM2 * clearness;
  // A clear sky is 15 % diffuse, an overcast one entirely.
  const diffuseShare = Math.min(1, 1.15 - clearness) ** 1.4;
  const diffuseWPerM2 = globalWPerM2 * Math.max(0.15, diffuseShare);
  const beamNormalWPerM2 = sine > 0.03 ? Math.min(950, (globalWPerM2 - diffuseWPerM2) / sine) : 0;
  return {
    sunElevationDeg: sun.elevationDeg,
    sunAzimuthDeg: sun.azimuthDeg,
    globalWPerM2,
    diffuseWPerM2,
    beamNormalWPerM2,
    airTemperatureC: airTemperatureAt(site, epochS, clearness),
  };
}

/** Irradiance on a tilted surface: beam, isotropic diffuse and 20 % of the light that the ground sends back. */
export function planeIrradianceWPerM2(sky: Sky, azimuthDeg: number, tiltDeg: number): number {
  const sun = { elevationDeg: sky.sunElevationDeg, azimuthDeg: sky.sunAzimuthDeg };
  const cosTilt = Math.cos((tiltDeg * Math.PI) / 180);
  return (
    sky.beamNormalWPerM2 * cosineOfIncidence(sun, azimuthDeg, tiltDeg) +
    (sky.diffuseWPerM2 * (1 + cosTilt)) / 2 +
    (0.2 * sky.globalWPerM2 * (1 - cosTilt)) / 2
  );
}

/** Share of the clear-sky irradiance that comes through, 0.08 to 1: weather of days with clouds of minutes in it. */
function clearnessAt(seed: string, epochS: number): number {
  const days = epochS / daySeconds;
  const front = smoothNoise(`${seed} front`, days / 2.7);
  const day = smoothNoise(`${seed} day`, days * 1.3);
  const season = 0.12 * Math.cos(((days - 172 - 16_436) / 365.25) * 2 * Math.PI);
  const cloudiness = clamp(0.08 + 0.6 * front + 0.4 * day - season, 0, 1);
  const passing =
    smoothNoise(`${seed} clouds`, epochS / 2_700) * 0.8 + smoothNoise(`${seed} wisps`, epochS / 1_100) * 0.2;
  // Fair days stay clear, broken clouds come and go, overcast days are even. Records are means of ten minutes: what passes
  // faster than that is not to be seen in them.
  if (cloudiness < 0.38) return 0.97 + 0.03 * passing;
  const overcast = clamp((cloudiness - 0.38) / 0.34, 0, 1);
  const gaps = clamp((passing - overcast * 0.75) * 2.5 + 0.5, 0, 1);
  const under = 0.5 - 0.38 * overcast;
  return under + (1 - under) * gaps * (1 - 0.6 * overcast);
}

function airTemperatureAt(site: Site, epochS: number, clearness: number): number {
  const days = epochS / daySeconds;
  const season = -10 * Math.cos(((days - 16_436 - 20) / 365.25) * 2 * Math.PI);
  const solarDay = days + site.longitudeDeg / 360;
  const time = (2 + 5 * clearness) * Math.sin((solarDay - Math.floor(solarDay) - 0.375) * 2 * Math.PI);
  return 9.5 + season + time + 6 * (smoothNoise(`${site.seed} air`, days / 3) - 0.5) + 0.2 * hash01(site.seed, epochS);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
