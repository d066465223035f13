import { sql, type Migration } from 'kysely';

/**
 * Appends that all stand where their callers believed: the whole batch in one round trip. Positions come relative to the
 * head. Answers the head that they were added to; null, and nothing is written, when an id is known or a stream is not as
 * assumed: then `planAppends` decides. As in `append_one`, the reads after the lock see what its previous holder committed.
 */
export const appendBatch: Migration = {
  async up(db) {
    await sql`
      create function log.append_batch(
        p_positions bigint[], p_streams text[], p_revisions bigint[], p_ids uuid[], p_types text[], p_versions int[],
        p_data text[], p_metadata text[],
        p_touched text[], p_assumed bigint[], p_reached bigint[], p_head bigint
      ) returns bigint language plpgsql volatile as $$
      declare
        head bigint;
      begin
        select h.position into strict head from log.log_head h for update;
        if exists (
          select from unnest(p_touched, p_assumed) as touched (stream_id, revision)
          left join log.streams s on s.stream_id = touched.stream_id
          where s.tombstoned or s.revision is distinct from touched.revision
        ) then
          return null;
        end if;
        insert into log.events
          (global_position, stream_id, stream_revision, event_id, event_type, schema_version, data, metadata)
          select head + u.position, u.stream_id, u.revision, u.id, u.type, u.version, u.data::jsonb, u.metadata::jsonb
          from unnest(p_positions, p_streams, p_revisions, p_ids, p_types, p_versions, p_data, p_metadata)
            as u (position, stream_id, revision, id, type, version, data, metadata);
        insert into log.streams as s (stream_id, revision) select * from unnest(p_touched, p_reached)
          on conflict (stream_id) do update set revision = excluded.revision;
        update log.log_head h set position = head + p_head;
        perform pg_notify('log_head', (head + p_head)::text);
        return head;
      exception when unique_violation then
        return null;
      end $$`.execute(db);
  },
};
