import { activationCode } from '../simulation/fleet.js';
import { openHouse } from '../demo/open-house.js';

const devicesPerPlant = 50;

/** Lets devices `<prefix>000000` and so on stand in plants of a bench account, unless that account is there already. */
export async function prepareDevices(prefix: string, count: number): Promise<void> {
  const house = await openHouse();
  try {
    const userName = `bench-${prefix.toLowerCase()}-${count}`;
    const account = await house.account({
      userName,
      email: `${userName}@example.com`,
      password: 'Messlatte-10000',
      kind: 'consumer',
      person: { firstName: 'Ben', lastName: 'Chmark' },
      address,
      language: 'en',
    });
    if (account === null || !account.isNew) return;
    const { accountId } = account;
    const serialNumbers = Array.from({ length: count }, (_, index) => prefix + String(index).padStart(6, '0'));
    await house.registerDevices(
      serialNumbers.map((serialNumber) => ({
        serialNumber,
        activationCode: activationCode(serialNumber),
        typeId: 'refusol-020k',
      })),
    );
    for (let first = 0; first < count; first += devicesPerPlant) {
      const name = `Bench ${first / devicesPerPlant + 1}`;
      const plantId = await house.addPlant(accountId, plantBody(name), name);
      for (const serialNumber of serialNumbers.slice(first, first + devicesPerPlant)) {
        const code = activationCode(serialNumber);
        const inverter = { serialNumber, activationCode: code, name: serialNumber };
        await house.addInverter(accountId, plantId, inverter, serialNumber);
      }
    }
  } finally {
    await house.close();
  }
}

const address = { street: 'Teststraße 1', postcode: '72555', town: 'Metzingen', country: 'DE' };

function plantBody(name: string) {
  return {
    name,
    kind: 'pv' as const,
    address,
    location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 360, timeZone: 'Europe/Berlin' },
    powerTemperatureCoefficientPercentPerK: -0.4,
    azimuthDeg: 180,
    tiltDeg: 30,
    moduleAreaM2: 6_000,
    generatorPowerW: 1_000_000,
  };
}
