import type pg from 'pg';
import type { ReadingsCounters } from './counters.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import { storableText } from './rows.js';

const maxMessages = 20_000;
const maxBodyBytes = 65_536;
const insertsBetweenTrims = 1_000;

export type RawEntry = {
  readonly serialNumber: string | null;
  readonly mac: string | null;
  readonly root: string | null;
  /** `unknown-message` or `implausible-clock`. */
  readonly reason: string;
  readonly body: Uint8Array;
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
        entries.map(({ body }) => Buffer.from(body.subarray(0, maxBodyBytes)).toString('hex')),
        entries.map(({ receivedS }) => receivedS),
      ],
    );
    counters.rawStored += entries.length;
    insertsSinceTrim += entries.length;
    if (insertsSinceTrim >= insertsBetweenTrims) {
      insertsSinceTrim = 0;
      counters.rawDropped += await trimRaw(pool);
    }
  }, 200);
}

/** Deletes all but the newest messages; answers how many went. */
export async function trimRaw(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from public.raw_messages where id <=
       (select id from public.raw_messages order by id desc offset $1 limit 1)`,
    [maxMessages],
  );
  return rowCount ?? 0;
}

function printable(text: string | null): string | null {
  return text === null ? null : storableText(text).slice(0, 200);
}
