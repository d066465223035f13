import type { IncidentNotice } from '../../domain/alerting/notices.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { findPlant, type PlantRecord } from '../../projections/plant-queries.js';
import { known } from '../../projections/plant-view.js';
import type { Db } from '../database/port.js';

/** What a program is sent or asks for. */
export type OutsideEvent = {
  /** The same for every attempt: by source and id a receiver knows what it has seen. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** When it happened, RFC 3339. */
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** CloudEvents 1.0, the JSON format: https://github.com/cloudevents/spec */
export function cloudEvent(event: OutsideEvent) {
  return { specversion: '1.0', datacontenttype: 'application/json', ...event } as const;
}

type ReaderDeps = {
  readonly db: Db;
  readonly publicUrl: string;
  /** Whether monitoring is open to an account for a plant that it sees. */
  readonly isOpenFor: (accountId: AccountId, plantId: PlantId) => Promise<boolean>;
};

/**
 * Notices with the names that their reader knows; those of plants that the account does not see, or for which monitoring is
 * closed to it, are left out.
 */
export async function eventsFor(
  deps: ReaderDeps,
  accountId: AccountId,
  notices: readonly IncidentNotice[],
): Promise<readonly OutsideEvent[]> {
  const ids = [...new Set(notices.map(({ plantId }) => plantId))];
  const plants = new Map<string, PlantRecord | null>();
  // One after the other: a page may tell of hundreds, and others need the database, too.
  for (const id of ids) plants.set(id, await openPlant(deps, accountId, id));
  return notices.flatMap((notice) => {
    const plant = plants.get(notice.plantId) ?? null;
    return plant === null ? [] : [eventOf(notice, plant, deps.publicUrl)];
  });
}

async function openPlant({ db, isOpenFor }: ReaderDeps, accountId: AccountId, plantId: string) {
  const record = await findPlant(db, accountId, plantId);
  return record !== null && (await isOpenFor(accountId, record.plant.plantId)) ? record : null;
}

function eventOf(notice: IncidentNotice, { plant }: PlantRecord, url: string): OutsideEvent {
  const { plantId, position, eventId, type, time, data } = notice;
  const { inverterId, incidentId } = data;
  const inverter = [...plant.inverters.values()].find((one) => one.inverterId === inverterId);
  return {
    ...{ id: eventId, source: url, type, time },
    data: {
      ...{ position, plantId, plantName: known(plant.details.name, '') },
      ...data,
      ...(inverter && { inverterName: known(inverter.name, '') || inverter.serialNumber }),
      page: `${url}/incidents/${String(incidentId)}`,
    },
  };
}
