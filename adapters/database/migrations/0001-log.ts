import { sql, type Kysely, type Migration } from 'kysely';

/** The log, the places that its readers have reached, what waits to be sent, and the keys of persons. */
export const log: Migration = {
  async up(db) {
    await sql`create schema log`.execute(db);
    await createTables(db);
    await createAppendOne(db);
    await createFollowers(db);
  },
};

async function createTables(db: Kysely<unknown>): Promise<void> {
  // One row that every append locks: positions are dense and become visible in order. Room for updates in its page.
  await sql`
    create table log.log_head (
      one boolean primary key default true check (one),
      position bigint not null
    ) with (fillfactor = 10)`.execute(db);
  await sql`insert into log.log_head (position) values (0)`.execute(db);
  // `visible_from` above `revision` means deleted; revision -1 means tombstoned before anything was written.
  await sql`
    create table log.streams (
      stream_id text primary key,
      revision bigint not null,
      visible_from bigint not null default 0,
      tombstoned boolean not null default false
    ) with (fillfactor = 70)`.execute(db);
  await sql`
    create table log.events (
      global_position bigint primary key,
      stream_id text not null,
      stream_revision bigint not null,
      event_id uuid not null,
      event_type text not null,
      schema_version int not null,
      data jsonb not null,
      metadata jsonb not null,
      recorded_at timestamptz not null default clock_timestamp(),
      unique (stream_id, stream_revision),
      unique (event_id)
    )`.execute(db);
}

/**
 * An append that has no company: the rules of `planAppends` in one round trip. Each statement of a volatile function
 * takes a new snapshot, so that the reads after the lock see what the previous holder committed.
 */
async function createAppendOne(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.append_one(
      p_stream text, p_kind text, p_expected bigint,
      p_ids uuid[], p_types text[], p_versions int[], p_data text[], p_metadata text[],
      out outcome text, out revision bigint, out "position" bigint
    ) language plpgsql volatile as $$
    declare
      head bigint;
      stream log.streams%rowtype;
      known record;
      place bigint;
      size int := cardinality(p_ids);
    begin
      select h.position into strict head from log.log_head h for update;
      select * into stream from log.streams s where s.stream_id = p_stream;
      if not found then
        stream := row(p_stream, -1, 0, false);
      end if;
      revision := stream.revision;
      if stream.tombstoned then
        outcome := 'stream-deleted';
        return;
      end if;

      place := case p_kind
        when 'exact' then p_expected + 1
        when 'no_stream' then stream.visible_from
      end;
      if p_kind in ('any', 'stream_exists') then
        select e.stream_revision into place from log.events e where e.event_id = p_ids[1] and e.stream_id = p_stream;
      end if;
      select count(*) as total,
             count(*) filter (where e.stream_id = p_stream
               and e.stream_revision = place + array_position(p_ids, e.event_id) - 1) as in_place,
             max(e.stream_revision) as last_revision, max(e.global_position) as last_position
        into known from log.events e where e.event_id = any(p_ids);

      if known.in_place = size then
        outcome := 'idempotent';
        revision := known.last_revision;
        position := known.last_position;
        return;
      end if;
      if known.in_place > 0 then
        outcome := 'idempotency-corrupted';
        return;
      end if;
      if not (case p_kind
        when 'exact' then stream.revision = p_expected
        when 'no_stream' then stream.revision < stream.visible_from
        when 'stream_exists' then stream.revision >= stream.visible_from
        else true
      end) then
        outcome := 'wrong-revision';
        if stream.revision < stream.visible_from then
          revision := null;
        end if;
        return;
      end if;
      if known.total > 0 then
        outcome := 'idempotency-corrupted';
        return;
      end if;

      outcome := 'appended';
      revision := stream.revision + size;
      position := head + size;
      insert into log.events
        (global_position, stream_id, stream_revision, event_id, event_type, schema_version, data, metadata)
        select head + u.n, p_stream, stream.revision + u.n, u.id, u.type, u.version, u.data::jsonb, u.metadata::jsonb
        from unnest(p_ids, p_types, p_versions, p_data, p_metadata)
          with ordinality as u (id, type, version, data, metadata, n);
      insert into log.streams as s (stream_id, revision) values (p_stream, append_one.revision)
        on conflict (stream_id) do update set revision = excluded.revision;
      update log.log_head h set position = append_one.position;
      perform pg_notify('log_head', position::text);
    end $$`.execute(db);
}

async function createFollowers(db: Kysely<unknown>): Promise<void> {
  // Projections and policies: how far each has come, and what stopped it.
  await sql`
    create table log.checkpoints (
      name text primary key,
      version int not null,
      position bigint not null,
      failed_position bigint,
      failed_reason text,
      updated_at timestamptz not null default now()
    ) with (fillfactor = 50)`.execute(db);
  await sql`
    create table outbox (
      id uuid primary key,
      kind text not null,
      payload jsonb not null,
      attempts int not null default 0,
      created_at timestamptz not null default now(),
      next_attempt_at timestamptz not null default now(),
      sent_at timestamptz,
      last_error text
    )`.execute(db);
  await sql`create index outbox_due on outbox (next_attempt_at) where sent_at is null`.execute(db);
  // Wrapped with the master key. Deleting a row erases the person from the log; back up with short retention only.
  await sql`
    create table person_keys (
      key_id uuid primary key,
      account_id uuid not null unique,
      wrapped_key bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table destroyed_person_keys (
      account_id uuid primary key,
      destroyed_at timestamptz not null default now()
    )`.execute(db);
}
