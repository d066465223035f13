import { fc } from '../../../support/properties.js';
import t from 'tap';
import { cosDeg } from '../../../../domain/production/yield/angles.js';
import {
  absoluteAirMass,
  dayOfYear,
  extraterrestrialWm2,
  pressurePa,
  relativeAirMass,
} from '../../../../domain/production/yield/atmosphere.js';
import { clearSky, haurwitzGhiWm2, ineichenPerez } from '../../../../domain/production/yield/clear-sky.js';
import { erbs } from '../../../../domain/production/yield/diffuse-fraction.js';
import { acPowerW } from '../../../../domain/production/yield/inverter.js';
import { ashraeTransmission, cellTemperatureC, dcPowerW } from '../../../../domain/production/yield/module.js';
import { cosIncidence, hayDavies, incidenceDeg, perez } from '../../../../domain/production/yield/plane-of-array.js';
import { sunPosition } from '../../../../domain/production/yield/sun-position.js';
import { deviations, pvVectors, sites, type Vector } from '../../../support/pv-vectors.js';

/** Tolerance of single functions. */
const relative = 1e-3;

t.test('air mass and clear sky', async (t) => {
  const seen = deviations();
  for (const row of pvVectors('unit_clearsky.csv')) {
    const [apparentZenithDeg, altitudeM] = [row.num('apparent_zenith_deg'), row.num('altitude_m')];
    seen.compare('pressure', pressurePa(altitudeM), row.num('pressure_pa'), 0.01);
    const airMass = relativeAirMass(apparentZenithDeg);
    t.equal(airMass === null, row.numOrNull('airmass_relative') === null);
    seen.compare('haurwitz', haurwitzGhiWm2(apparentZenithDeg), row.num('haurwitz_ghi_wm2'), 1e-3, relative);
    if (airMass === null) continue;
    const absolute = absoluteAirMass(airMass, row.num('pressure_pa'));
    seen.compare('relative air mass', airMass, row.num('airmass_relative'), 1e-5, relative);
    seen.compare('absolute air mass', absolute, row.num('airmass_absolute'), 1e-5, relative);
    const sky = ineichenPerez({
      apparentZenithDeg,
      absoluteAirMass: absolute,
      linkeTurbidity: row.num('linke_turbidity'),
      altitudeM,
      outsideWm2: row.num('dni_extra_wm2'),
    });
    seen.compare('global', sky.ghiWm2, row.num('ghi_wm2'), 1e-3, relative);
    seen.compare('beam', sky.dniWm2, row.num('dni_wm2'), 1e-3, relative);
    seen.compare('diffuse', sky.dhiWm2, row.num('dhi_wm2'), 1e-3, relative);
  }
  t.same(seen.beyond(), []);
  t.equal(seen.kinds().length, 7);
});

t.test('Erbs by the hour', async (t) => {
  const seen = deviations();
  for (const row of pvVectors('unit_decomposition.csv')) {
    const sky = erbs(row.num('ghi_wm2'), row.num('zenith_deg'), extraterrestrialWm2(row.num('doy')));
    seen.compare('beam', sky.dniWm2, row.num('erbs_dni_wm2'), 1e-2, relative);
    seen.compare('diffuse', sky.dhiWm2, row.num('erbs_dhi_wm2'), 1e-2, relative);
  }
  t.same(seen.beyond(), []);
});

t.test('on a tilted plane', async (t) => {
  const seen = deviations();
  for (const row of pvVectors('unit_transposition.csv')) {
    const model = row.text('model');
    const plane = { tiltDeg: row.num('tilt_deg'), compassAzimuthDeg: row.num('surface_azimuth_deg') };
    const sun = { apparentZenithDeg: row.num('zenith_deg'), compassAzimuthDeg: row.num('solar_azimuth_deg') };
    const sky = { ghiWm2: row.num('ghi_wm2'), dniWm2: row.num('dni_wm2'), dhiWm2: row.num('dhi_wm2') };
    const [outsideWm2, albedo] = [row.num('dni_extra_wm2'), row.num('albedo')];
    seen.compare('incidence', incidenceDeg(plane, sun), row.num('aoi_deg'), 1e-3, relative);
    if (model !== 'haydavies' && model !== 'perez') continue;
    const on =
      model === 'haydavies'
        ? hayDavies(plane, sun, sky, outsideWm2, albedo)
        : perez(plane, sun, sky, outsideWm2, row.numOrNull('airmass_relative'), albedo);
    seen.compare(`${model} beam`, on.beamWm2, row.num('poa_direct_wm2'), 1e-3, relative);
    seen.compare(`${model} sky`, on.skyDiffuseWm2, row.num('poa_sky_diffuse_wm2'), 1e-3, relative);
    seen.compare(`${model} ground`, on.groundWm2, row.num('poa_ground_wm2'), 1e-3, relative);
  }
  t.same(seen.beyond(), []);
  t.equal(seen.kinds().length, 7);
});

t.test('glass, temperature, modules, inverter', async (t) => {
  const seen = deviations();
  for (const row of pvVectors('unit_iam.csv')) {
    seen.compare('glass', ashraeTransmission(cosDeg(row.num('aoi_deg'))), row.num('iam_ashrae_b005'), 1e-4, relative);
  }
  for (const row of pvVectors('unit_temperature_power.csv')) {
    const planeWm2 = row.num('poa_wm2');
    const cellC = cellTemperatureC(planeWm2, row.num('temp_air_c'), row.num('wind_ms'));
    seen.compare('cell', cellC, row.num('faiman_c'), 1e-3, relative);
    const dcW = dcPowerW(10_000, planeWm2, cellC, -0.004);
    seen.compare('dc', dcW, row.num('pvwatts_dc_10kw_g04_w'), 1e-2, relative);
    seen.compare('ac', acPowerW(dcW, 9_600), row.num('pvwatts_ac_pdc0_10000_eta096_w'), 1e-2, relative);
  }
  t.same(seen.beyond(), []);
});

const planes = {
  s1: { tiltDeg: 30, compassAzimuthDeg: 180 },
  s2: { tiltDeg: 15, compassAzimuthDeg: 90 },
  s3: { tiltDeg: 30, compassAzimuthDeg: 0 },
};

function compareHour(seen: ReturnType<typeof deviations>, row: Vector, siteName: string): void {
  const site = sites[siteName] as (typeof sites)[string];
  const sun = sunPosition(site, row.num('unix_s'));
  const isHigh = sun.apparentZenithDeg < 85;
  // Low suns are judged by power alone: there 0.0001° are a per mille.
  const compare = (kind: string, actual: number, column: string, absolute = 0.5) =>
    seen.compare(kind, actual, row.num(column), isHigh ? absolute : 4 * absolute, isHigh ? 2e-3 : 0);
  const outsideWm2 = extraterrestrialWm2(dayOfYear(row.num('unix_s')));
  seen.compare('outside', outsideWm2, row.num('dni_extra_wm2'), 1e-3);
  const airMass = relativeAirMass(sun.apparentZenithDeg);
  for (const [name, linke] of [
    ['tl3', 3],
    ['tlm', row.num('tl_monthly')],
  ] as const) {
    const sky = clearSky(outsideWm2, site.altitudeM, sun.apparentZenithDeg, linke);
    compare(`${name} global`, sky.ghiWm2, `ineichen_${name}_ghi_wm2`);
    compare(`${name} beam`, sky.dniWm2, `ineichen_${name}_dni_wm2`);
    compare(`${name} diffuse`, sky.dhiWm2, `ineichen_${name}_dhi_wm2`);
  }
  const sky = clearSky(outsideWm2, site.altitudeM, sun.apparentZenithDeg);
  for (const [name, plane] of Object.entries(planes)) {
    const hay = hayDavies(plane, sun, sky, outsideWm2);
    const hayWm2 = hay.beamWm2 + hay.skyDiffuseWm2 + hay.groundWm2;
    const cellC = cellTemperatureC(hayWm2, 20, 1);
    const dcW = dcPowerW(10_000, hayWm2, cellC, -0.004);
    compare('beam on plane', hay.beamWm2, `${name}_poa_direct_wm2`);
    compare('ground on plane', hay.groundWm2, `${name}_poa_ground_wm2`);
    compare('Hay-Davies', hayWm2, `${name}_poa_haydavies_wm2`);
    compare('Perez', perez(plane, sun, sky, outsideWm2, airMass).skyDiffuseWm2, `${name}_poa_sky_perez_wm2`);
    seen.compare('glass', ashraeTransmission(cosIncidence(plane, sun)), row.num(`${name}_iam_ashrae`), 1e-3, relative);
    compare('cell', cellC, `${name}_tcell_faiman_c`, 0.05);
    compare('dc', dcW, `${name}_pdc_w`, 5);
    compare('ac', acPowerW(dcW, 9_600), `${name}_pac_w`, 5);
  }
}

t.test('the whole chain by the hour', async (t) => {
  for (const siteName of Object.keys(sites)) {
    const seen = deviations();
    for (const row of pvVectors(`hourly_${siteName}.csv`)) compareHour(seen, row, siteName);
    t.same(seen.beyond(), [], siteName);
    t.equal(seen.kinds().length, 15);
  }
});

const zenith = fc.double({ min: 0, max: 180, noNaN: true });
const azimuth = fc.double({ min: 0, max: 360, noNaN: true });
const tilt = fc.oneof(fc.constantFrom(0, 90), fc.double({ min: 0, max: 90, noNaN: true }));
const anySky = fc
  .record({
    dniWm2: fc.double({ min: 0, max: 1_100, noNaN: true }),
    dhiWm2: fc.double({ min: 0, max: 600, noNaN: true }),
    zenith,
  })
  .map(({ dniWm2, dhiWm2, zenith }) => ({
    dniWm2,
    dhiWm2,
    ghiWm2: dhiWm2 + dniWm2 * Math.max(cosDeg(zenith), 0),
    zenith,
  }));

t.test('every step answers with a number that is not negative', async () => {
  const isSound = (value: number) => Number.isFinite(value) && value >= 0;
  fc.assert(
    fc.property(
      zenith,
      fc.double({ min: -430, max: 8_850, noNaN: true }),
      fc.double({ min: 1, max: 8, noNaN: true }),
      (zenithDeg, altitudeM, linke) => {
        const sky = clearSky(1_367, altitudeM, zenithDeg, linke);
        const isDark = sky.ghiWm2 === 0 && sky.dniWm2 === 0 && sky.dhiWm2 === 0;
        return Object.values(sky).every(isSound) && (zenithDeg <= 90 || isDark);
      },
    ),
  );
  fc.assert(
    fc.property(anySky, azimuth, tilt, azimuth, (sky, sunAzimuth, tiltDeg, compassAzimuthDeg) => {
      const sun = { apparentZenithDeg: sky.zenith, compassAzimuthDeg: sunAzimuth };
      const plane = { tiltDeg, compassAzimuthDeg };
      const split = erbs(sky.ghiWm2, sky.zenith, 1_367);
      return [
        ...Object.values(hayDavies(plane, sun, sky, 1_367)),
        ...Object.values(perez(plane, sun, sky, 1_367, relativeAirMass(sky.zenith))),
        ...Object.values(split),
        ashraeTransmission(cosIncidence(plane, sun)),
      ].every(isSound);
    }),
  );
});

t.test('clear sky, plane and inverter have no steps, and more light is more power', async () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 89.9, noNaN: true }),
      tilt,
      azimuth,
      (zenithDeg, tiltDeg, compassAzimuthDeg) => {
        const plane = { tiltDeg, compassAzimuthDeg };
        const [here, near] = [zenithDeg, zenithDeg + 1e-5].map((apparentZenithDeg) => {
          const on = hayDavies(
            plane,
            { apparentZenithDeg, compassAzimuthDeg: 135 },
            clearSky(1_367, 300, apparentZenithDeg),
            1_367,
          );
          return on.beamWm2 + on.skyDiffuseWm2 + on.groundWm2;
        }) as [number, number];
        return Math.abs(here - near) < 0.1;
      },
    ),
  );
  const power = fc.double({ min: 0, max: 50_000, noNaN: true });
  fc.assert(
    fc.property(power, power, (oneW, otherW) => {
      const [lessW, moreW] = [Math.min(oneW, otherW), Math.max(oneW, otherW)];
      return acPowerW(lessW, 9_600) <= acPowerW(moreW, 9_600) && acPowerW(moreW, 9_600) <= 9_600;
    }),
  );
});
