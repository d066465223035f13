/** Named, so that each connection plans them once. */
export const lockHead = {
  name: 'log_lock_head',
  text: 'select position from log.log_head for update',
};

export const readStreams = {
  name: 'log_read_streams',
  text: 'select stream_id, revision, visible_from, tombstoned from log.streams where stream_id = any($1::text[])',
};

export const readKnownIds = {
  name: 'log_read_known_ids',
  text: `select event_id, stream_id, stream_revision, global_position from log.events
    where event_id = any($1::uuid[])`,
};

/** Events, streams and head in one statement; the notification wakes readers and carries nothing they rely on. */
export const writeBatch = {
  name: 'log_write_batch',
  text: `
    with written as (
      insert into log.events
        (global_position, stream_id, stream_revision, event_id, event_type, schema_version, data, metadata)
      select u.position, u.stream_id, u.revision, u.event_id, u.type, u.version, u.data::jsonb, u.metadata::jsonb
      from unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::int[], $7::text[], $8::text[])
        as u (position, stream_id, revision, event_id, type, version, data, metadata)
    ), revised as (
      insert into log.streams as s (stream_id, revision)
      select * from unnest($9::text[], $10::bigint[])
      on conflict (stream_id) do update set revision = excluded.revision
    ), moved as (
      update log.log_head set position = $11::bigint
    )
    select pg_notify('log_head', $11::text)`,
};

/** As `writeBatch`, where all streams stand as assumed; positions and head are relative. */
export const appendBatch = {
  name: 'log_append_batch',
  text: `select log.append_batch($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::int[], $7::text[],
    $8::text[], $9::text[], $10::bigint[], $11::bigint[], $12) as head`,
};

export const appendOne = {
  name: 'log_append_one',
  text: `select outcome, revision, position
    from log.append_one($1, $2, $3, $4::uuid[], $5::text[], $6::int[], $7::text[], $8::text[])`,
};

export const readHead = { name: 'log_read_head', text: 'select position from log.log_head' };

/** Largest bigint. */
export const maxRevision = 9_223_372_036_854_775_807n;

/** Times as the text that the port promises: making it from a `Date` costs more than all other columns together. */
const columns = `global_position, stream_id, stream_revision, event_id, event_type, schema_version, data, metadata,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at`;

/** A stretch of the log for a follower: `$1` exclusive, `$2` inclusive, at most `$3` events of the streams in `$4`. */
export const readStretch = {
  name: 'log_read_stretch',
  text: `select ${columns} from log.events
    where global_position > $1 and global_position <= $2 and ($4::text[] is null or stream_id ^@ any($4::text[]))
    order by global_position limit $3`,
};

/** All events that a reader may see: those of deleted and tombstoned streams stay in the log, as in EventStoreDB. */
export const readAfter = {
  name: 'log_read_after',
  text: `select ${columns} from log.events
    where global_position > $1 and ($3::text[] is null or stream_id ^@ any($3::text[]))
    order by global_position limit $2`,
};

export const readStreamState = {
  name: 'log_read_stream_state',
  text: 'select revision, visible_from, tombstoned from log.streams where stream_id = $1',
};

/** Where a stream begins for readers; above every revision when it is missing or tombstoned. */
const visibleFrom = `coalesce((select visible_from from log.streams where stream_id = $1 and not tombstoned),
  ${maxRevision})`;

export const readStreamForwards = {
  name: 'log_read_stream_forwards',
  text: `select ${columns} from log.events where stream_id = $1 and stream_revision >= greatest($2, ${visibleFrom})
    order by stream_revision limit $3`,
};

export const readStreamBackwards = {
  name: 'log_read_stream_backwards',
  text: `select ${columns} from log.events where stream_id = $1 and stream_revision between ${visibleFrom} and $2
    order by stream_revision desc limit $3`,
};
