import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeviceBiography } from '../../adapters/readings/biography.js';
import type { Clock, DeviceRegistry, InverterCatalogue } from '../../commands/ports.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { instantText } from '../../domain/kernel/time.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { deviceError } from '../../domain/production/device-errors.js';
import type { DeviceStay } from '../../projections/device-biography.js';
import type { RepairSummary } from '../../projections/repair-orders.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { OfficeDevice } from '../schemas/office-devices.js';
import { namesInQueue, queuedRepair } from './repair-answers.js';

type OfficeDevicesDeps = {
  readonly clock: Clock;
  readonly registry: Pick<DeviceRegistry, 'find'>;
  readonly catalogue: Pick<InverterCatalogue, 'find'>;
  readonly staysOf: (serialNumber: SerialNumber) => Promise<readonly DeviceStay[]>;
  readonly biographyOf: (serialNumber: SerialNumber) => Promise<DeviceBiography | null>;
  readonly repairsOfDevice: (serialNumber: SerialNumber) => Promise<readonly RepairSummary[]>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The back office: the life of a device, for whoever is asked about it (H6). */
export function officeDeviceRoutes(deps: OfficeDevicesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/devices/:serialNumber',
      {
        config: { access: 'devices:read' },
        schema: {
          tags: ['Office'],
          summary: 'A device: its type, where it stood and what it made there, its last errors and its repairs',
          params: z.object({ serialNumber: SerialNumber }),
          response: { 200: OfficeDevice, 404: Problem },
        },
      },
      async (request, reply) => {
        const { serialNumber } = request.params;
        const [registered, stays, biography, repairs] = await Promise.all([
          deps.registry.find(serialNumber),
          deps.staysOf(serialNumber),
          deps.biographyOf(serialNumber),
          deps.repairsOfDevice(serialNumber),
        ]);
        const isKnown = registered !== null || stays.length > 0 || biography !== null || repairs.length > 0;
        if (!isKnown) throw new ProblemError('request.not-found');
        const typeId = registered?.typeId ?? null;
        const type = typeId === null ? null : await deps.catalogue.find(typeId);
        const names = await deps.userNamesOf(namesInQueue(repairs));
        const today = legalDay(deps.clock.now().toString());
        const answer: z.infer<typeof OfficeDevice> = {
          ...{ serialNumber, isRegistered: registered !== null },
          type: type && { maker: type.maker, model: type.model, nominalPowerW: type.nominalPowerW },
          firstSeenAt: biography && instantText(biography.firstSeenAtS),
          lastSeenAt: biography && instantText(biography.lastSeenAtS),
          stays: stays.map(({ inverterId, ...stay }) => ({
            ...stay,
            energyWh: stay.state === 'awaited' ? null : (biography?.energyWh.get(inverterId) ?? null),
          })),
          errors: (biography?.errors ?? []).map(({ id, atS, code, state }) => ({
            ...{ id, at: instantText(atS), code, deviceState: state },
            text: deviceError(code).text[request.language],
          })),
          repairs: repairs.map((one) => queuedRepair(one, { names, today })),
        };
        return reply.header('cache-control', 'no-store').header('vary', 'accept-language').send(answer);
      },
    );
  };
}
