import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { Instant } from '../kernel/time.js';

const rows = z.int().min(0);

/** A list of devices came into the registry: how many rows were new, changed, known, of an unknown type, or left out. */
export const DevicesImported = defineEvent(
  'DevicesImported',
  z.object({ at: Instant, imported: rows, updated: rows, unchanged: rows, typeUnknown: rows, refused: rows }),
);
export const deviceRegistryEvents = [DevicesImported] as const;
export type DeviceRegistryEvent = EventOf<typeof DevicesImported>;
