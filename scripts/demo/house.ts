import type { z } from 'zod';
import type { ReadingsIntake } from '../../adapters/readings/port.js';
import type { RegisterBody } from '../../http/schemas/accounts.js';
import type { InverterBody, PlantBody, SubplantBody } from '../../http/schemas/plants.js';

export type DemoAccount = Omit<z.input<typeof RegisterBody>, 'accepted'>;
export type DemoPlantBody = z.input<typeof PlantBody>;
export type DemoSubplantBody = z.input<typeof SubplantBody>;
export type DemoInverterBody = z.input<typeof InverterBody>;

/** What the demonstration needs of the system. Each promise resolves when the next step can rely on it. */
export type DemoHouse = {
  accountExists(userName: string): Promise<boolean>;
  /** Registers an account that accepted the current documents, with its e-mail address validated; its id. */
  createAccount(account: DemoAccount): Promise<string>;
  /** Brings devices into the operator's registry; `typeId` is an id of the inverter catalogue. */
  registerDevices(
    devices: readonly { readonly serialNumber: string; readonly activationCode: string; readonly typeId: string }[],
  ): Promise<void>;
  addPlant(accountId: string, plant: DemoPlantBody): Promise<string>;
  addSubplant(accountId: string, plantId: string, subplant: DemoSubplantBody): Promise<string>;
  /** Adds an inverter with its activation code; afterwards the intake knows in which plant the device stands. */
  addInverter(accountId: string, plantId: string, inverter: DemoInverterBody): Promise<string>;
  readonly intake: ReadingsIntake;
  /** Resolves when sums and read models have caught up with everything that was loaded. */
  settle(): Promise<void>;
};
