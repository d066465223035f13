import { fleetOf } from '../simulation/fleet.js';
import { plantBody, type DemoPlant } from './plants.js';

/** Public plants of others, near each other and far apart: town, postcode, country, place, zone, altitude and inverters. */
const places = [
  ['Metzingen', '72555', 'DE', 48.54, 9.29, 'Europe/Berlin', 350, 1],
  ['Reutlingen', '72764', 'DE', 48.49, 9.21, 'Europe/Berlin', 382, 2],
  ['Tübingen', '72070', 'DE', 48.52, 9.06, 'Europe/Berlin', 341, 1],
  ['Freiburg im Breisgau', '79098', 'DE', 48.0, 7.85, 'Europe/Berlin', 278, 3],
  ['München', '80331', 'DE', 48.14, 11.58, 'Europe/Berlin', 520, 8],
  ['Erlangen', '91052', 'DE', 49.6, 11.0, 'Europe/Berlin', 279, 1],
  ['Kassel', '34117', 'DE', 51.32, 9.5, 'Europe/Berlin', 167, 2],
  ['Lübeck', '23552', 'DE', 53.87, 10.69, 'Europe/Berlin', 13, 1],
  ['Graz', '8010', 'AT', 47.07, 15.44, 'Europe/Vienna', 353, 2],
  ['Winterthur', '8400', 'CH', 47.5, 8.72, 'Europe/Zurich', 439, 1],
] as const;

const moduleWPerM2 = 172;
const tiltDeg = 30;

/** Ten public plants with no story of their own; `name` makes their serial numbers. */
export function neighbourPlants(name: string): readonly DemoPlant[] {
  const letters = name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 20);
  return places.map(([town, postcode, country, latitudeDeg, longitudeDeg, timeZone, altitudeM, devices], index) => {
    const site = { seed: town, latitudeDeg, longitudeDeg, timeZone };
    const serialPrefix = `LN${letters}${String(index).padStart(2, '0')}`;
    const fleet = fleetOf({ devices, serialPrefix, firmware: 'mixed', outages: false, errors: false, site }, 0, 0);
    const generatorPowerW = fleet.reduce((sum, device) => sum + device.generatorPowerW, 0);
    const facts = {
      address: { street: 'Sonnenweg 1', postcode, town, country },
      ...{ altitudeM, azimuthDeg: 180, tiltDeg, generatorPowerW, feedInTariffs: [], public: true },
      moduleAreaM2: Math.round(generatorPowerW / moduleWPerM2),
      moduleName: 'Solarwatt Blue 60P 260',
    };
    return {
      body: plantBody(`Solardach ${town}`, '', site, facts),
      ...{ subplants: [], expectedWh: null, corrections: [], watchedFor: [] },
      inverters: fleet.map((device, n) => ({ name: `Dach ${n + 1}`, subplant: null, device })),
    };
  });
}
