import type pg from 'pg';
import type { ReadingsCounters } from './counters.js';
import { maxMessageBytes, type RawMessage } from './port.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import { storableText } from './rows.js';

const maxMessages = 20_000;
const maxStoredBytes = 512 * 1024 ** 2;
/** Bodies may be long. */
const maxBatch = 10;
const insertsBetweenTrims = 1_000;

type RawEntry = Omit<RawMessage, 'serialNumber'> & {
  readonly serialNumber: string | null;
  readonly receivedS: number;
};

/** Keeps messages as they came, bounded in size and number: the oldest go first. */
export function rawStore(pool: pg.Pool, counters: ReadingsCounters): GroupCommit<RawEntry> {
  let insertsSinceTrim = 0;
  return groupCommit(async (entries) => {
    await pool.query(
      `insert into public.raw_messages (serial_number, mac, root, reason, body, received_at)
       select serial_number, mac, root, reason, decode(body, 'hex'), to_timestamp(received_s)
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::double precision[])
         as raw (serial_number, mac, root, reason, body, received_s)`,
      [
        entries.map(({ serialNumber }) => serialNumber),
        entries.map(({ mac }) => printable(mac)),
        entries.map(({ root }) => printable(root)),
        entries.map(({ reason }) => reason),
        entries.map(({ body }) => Buffer.from(body.subarray(0, maxMessageBytes)).toString('hex')),
        entries.map(({ receivedS }) => receivedS),
      ],
    );
    counters.rawStored += entries.length;
    insertsSinceTrim += entries.length;
    if (insertsSinceTrim >= insertsBetweenTrims) {
      insertsSinceTrim = 0;
      counters.rawDropped += await trimRaw(pool);
    }
  }, maxBatch);
}

/** Deletes all but the newest messages within the bounds of number and size; answers how many went. */
export async function trimRaw(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from public.raw_messages where id <= (
       select max(id) from (
         select id, row_number() over newest_first as messages, sum(octet_length(body)) over newest_first as bytes
         from public.raw_messages window newest_first as (order by id desc)
       ) kept where messages > $1 or bytes > $2)`,
    [maxMessages, maxStoredBytes],
  );
  return rowCount ?? 0;
}

function printable(text: string | null): string | null {
  return text === null ? null : storableText(text).slice(0, 200);
}
