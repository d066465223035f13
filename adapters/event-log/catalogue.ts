import { accountEvents } from '../../domain/account/events.js';
import { alertEvents } from '../../domain/alerting/events.js';
import { correctionEvents } from '../../domain/correction/events.js';
import { deviceRegistryEvents } from '../../domain/device-registry/events.js';
import { legalDocumentEvents } from '../../domain/documents/events.js';
import { reportingEvents } from '../../domain/reporting/events.js';
import type { EventDefinition } from '../../domain/kernel/event.js';
import { licenceEvents, priceListEvents } from '../../domain/licence/events.js';
import { orderEvents } from '../../domain/order/events.js';
import { plantEvents } from '../../domain/plant/events.js';
import { repairEvents, repairPriceListEvents } from '../../domain/repair/events.js';

/** Every event that this version of the house knows. */
export const catalogue: readonly EventDefinition[] = [
  ...accountEvents,
  ...plantEvents,
  ...licenceEvents,
  ...priceListEvents,
  ...orderEvents,
  ...alertEvents,
  ...repairEvents,
  ...repairPriceListEvents,
  ...reportingEvents,
  ...correctionEvents,
  ...deviceRegistryEvents,
  ...legalDocumentEvents,
];
