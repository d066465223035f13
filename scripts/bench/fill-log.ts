import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidV7 } from 'uuid';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { chained } from '../../adapters/event-log/chain.js';
import { openCodec, type Codec } from '../../adapters/event-log/codec.js';
import { openPersonKeys } from '../../adapters/event-log/person-keys.js';
import type { NewEvent } from '../../adapters/event-store/port.js';
import type { StreamHead } from '../../commands/ports.js';
import { AccountId, type PlantId } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { eventsPerPlant, plantLife } from './plant-log.js';

/** Lives that are written side by side, a few events of each in turn, as years bring them. */
const plantsAtOnce = 10_000;
const eventsInTurn = 4;
const metadata = { actor: { kind: 'system', id: 'bench' }, correlationId: 'bench' } as const;

export type FilledPlant = { readonly plantId: PlantId; readonly ownerId: AccountId };

type FillOptions = {
  /** Rounded up to whole lives of 20 events. */
  readonly events: number;
  readonly plantsPerOwner: number;
  /** Of all plants, when it is not made for this log alone. */
  readonly ownerId?: AccountId;
  readonly masterKey?: Buffer;
  readonly onProgress?: (events: number) => void;
};

type Life = { readonly streamId: string; readonly events: readonly PlantEvent[]; head: StreamHead };

/**
 * Fills an empty log of a migrated database with what the portal would have written: checked, sealed, chained, in dense
 * order; thousands of events in a statement instead of one.
 */
export async function fillPlantLog(pool: pg.Pool, options: FillOptions): Promise<readonly FilledPlant[]> {
  const { plantsPerOwner, masterKey = randomBytes(32), onProgress } = options;
  const codec = openCodec(catalogue, openPersonKeys({ pool, masterKey }));
  const count = Math.ceil(options.events / eventsPerPlant);
  const plants: FilledPlant[] = [];
  let ownerId = options.ownerId ?? AccountId.parse(uuidV7());
  let position = 0;
  while (plants.length < count) {
    const lives: Life[] = [];
    while (lives.length < plantsAtOnce && plants.length < count) {
      if (options.ownerId === undefined && plants.length % plantsPerOwner === 0) ownerId = AccountId.parse(uuidV7());
      const events = plantLife(ownerId);
      const plantId = plantIdOf(events);
      lives.push({ streamId: `plant-${plantId}`, events, head: { revision: 'no_stream', hash: null } });
      plants.push({ plantId, ownerId });
    }
    for (let from = 0; from < eventsPerPlant; from += eventsInTurn) {
      position = await writeTurn(pool, codec, lives, from, position);
    }
    await finishStreams(pool, lives, position);
    onProgress?.(position);
  }
  await pool.query('vacuum analyze log.events, log.streams');
  return plants;
}

function plantIdOf([first]: readonly PlantEvent[]): PlantId {
  if (first === undefined) throw new TypeError('a life without events');
  return first.data.plantId;
}

/** Answers the position of the last event written. */
async function writeTurn(
  pool: pg.Pool,
  codec: Codec,
  lives: readonly Life[],
  from: number,
  after: number,
): Promise<number> {
  const written: { readonly streamId: string; readonly revision: number; readonly event: NewEvent }[] = [];
  for (const life of lives) {
    const wanted = life.events.slice(from, from + eventsInTurn);
    const encoded = await Promise.all(
      wanted.map(async (event): Promise<NewEvent> => {
        const id = uuidV7();
        return { id, type: event.type, metadata, ...(await codec.encode(id, event)) };
      }),
    );
    for (const [index, event] of chained(life.streamId, encoded, life.head).entries()) {
      written.push({ streamId: life.streamId, revision: from + index, event });
      life.head = { revision: BigInt(from + index), hash: event.metadata.hash ?? null };
    }
  }
  await pool.query(
    `insert into log.events
       (global_position, stream_id, stream_revision, event_id, event_type, schema_version, data, metadata)
     select $1::bigint + u.n, u.stream_id, u.revision, u.id, u.type, u.version, u.data::jsonb, u.metadata::jsonb
     from unnest($2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::int[], $7::text[], $8::text[])
       with ordinality as u (stream_id, revision, id, type, version, data, metadata, n)`,
    [
      after,
      written.map(({ streamId }) => streamId),
      written.map(({ revision }) => revision),
      written.map(({ event }) => event.id),
      written.map(({ event }) => event.type),
      written.map(({ event }) => event.schemaVersion),
      written.map(({ event }) => JSON.stringify(event.data)),
      written.map(({ event }) => JSON.stringify(event.metadata)),
    ],
  );
  return after + written.length;
}

async function finishStreams(pool: pg.Pool, lives: readonly Life[], position: number): Promise<void> {
  await pool.query(
    `with written as (insert into log.streams (stream_id, revision) select * from unnest($1::text[], $2::bigint[]))
     update log.log_head set position = $3`,
    [lives.map(({ streamId }) => streamId), lives.map(({ head }) => head.revision), position],
  );
}
