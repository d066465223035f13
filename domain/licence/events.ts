import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { PlantId } from '../kernel/ids.js';
import { Day, Instant } from '../kernel/time.js';

/** The free test period of a plant: whole calendar days in Europe/Berlin, first and last day included. */
export const TrialStarted = defineEvent(
  'TrialStarted',
  z.object({ plantId: PlantId, at: Instant, firstDay: Day, lastDay: Day }),
);

export const licenceEvents = [TrialStarted] as const;

export type LicenceEvent = EventOf<(typeof licenceEvents)[number]>;
