import { sql, type Migration } from 'kysely';

/** What operators asked for to be done with read models, and what became of it. */
export const rebuildJobs: Migration = {
  up: async (db) => {
    await sql`
      create table rebuild_jobs (
        id uuid primary key,
        projection text not null,
        action text not null,
        fresh boolean not null,
        state text not null,
        requested_by uuid not null,
        requested_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        cancel_requested boolean not null default false,
        -- Who works on it; silent for a while means that another process may.
        runner uuid,
        runner_seen_at timestamptz,
        not_before timestamptz not null default now(),
        progress jsonb,
        result jsonb,
        failure jsonb
      )`.execute(db);
    await sql`create unique index rebuild_jobs_open on rebuild_jobs (projection) where state in ('waiting', 'running')`.execute(
      db,
    );
    await sql`create index rebuild_jobs_of on rebuild_jobs (projection, requested_at desc)`.execute(db);
  },
};
