import type pg from 'pg';
import type { Temporal } from '../../domain/kernel/time.js';

/** Whoever took a plant and is not heard of again is taken over after this time. */
const takenForS = 120;
/** Nobody listened to the devices when no worker was awake for so long. */
const breakS = 300;
/** Errors may become visible a little after others that bear a higher number. */
const settlingS = 5;

type Instant = Temporal.Instant;

/** A plant that this worker looks at; nobody else does until `takenUntil`. */
export type Taken = { readonly plantId: string; readonly takenUntil: string };

/**
 * Which plant is looked at when, by any number of workers: each takes what is due for itself, and says when it is due
 * again. A worker that dies leaves its plants to the others.
 */
export function alertPlan(pool: pg.Pool) {
  return {
    /**
     * Notes that devices are listened to now, and answers since when without a break: silence from before may be the
     * portal's own.
     */
    async listen(now: Instant): Promise<number> {
      const { rows } = await pool.query<{ sinceS: number }>(
        `insert into alert_listening as listening (since, heard_at) values ($1, $1)
         on conflict (one) do update set
           since = case when listening.heard_at < excluded.heard_at - make_interval(secs => $2)
             then excluded.since else listening.since end,
           heard_at = greatest(listening.heard_at, excluded.heard_at)
         returning extract(epoch from since)::double precision as "sinceS"`,
        [now.toString(), breakS],
      );
      return rows[0]?.sinceS ?? now.epochMilliseconds / 1_000;
    },

    /** Plans plants whose rules changed after a position for now; answers up to where that is done. */
    async planChanged(after: bigint, now: Instant): Promise<bigint> {
      const { rows } = await pool.query<{ head: bigint | null }>(
        'select max(position) as head from alert_rules.plants where position > $1',
        [after],
      );
      const head = rows[0]?.head ?? null;
      if (head === null) return after;
      await pool.query(
        `insert into alert_plan as plan (plant_id, due_at, position)
         select plant_id, $3, position from alert_rules.plants where position > $1 and position <= $2
         on conflict (plant_id) do update set due_at = least(plan.due_at, excluded.due_at), position = excluded.position
           where plan.position < excluded.position`,
        [after, head, now.toString()],
      );
      return head;
    },

    /** Plans plants with errors of devices that came after this one for now; answers from where to look next. */
    async planErrors(afterId: bigint, now: Instant): Promise<bigint> {
      const { rows } = await pool.query<{ lastId: bigint | null }>(
        `with new as (
           select id, device_id, received_at from public.device_errors where id > $1 order by id limit 10000
         ), woken as (
           update alert_plan plan set due_at = $2
           where due_at > $2 and plant_id in (
             select stay.plant_id from new join public.devices device on device.id = new.device_id
             join devices.assignments stay using (serial_number) where stay.assigned_to is null)
         )
         select max(id) filter (where received_at < clock_timestamp() - make_interval(secs => $3)) as "lastId" from new`,
        [afterId, now.toString(), settlingS],
      );
      return rows[0]?.lastId ?? afterId;
    },

    /** From where errors are new to somebody who has just come; a little before the newest. */
    async newestError(): Promise<bigint> {
      const { rows } = await pool.query<{ id: bigint }>(
        'select greatest(coalesce(max(id), 0) - 1000, 0) as id from public.device_errors',
      );
      return rows[0]?.id ?? 0n;
    },

    /** Takes plants that are due, the longest due first. */
    async take(now: Instant, limit: number): Promise<readonly Taken[]> {
      const { rows } = await pool.query<Taken>(
        `update alert_plan plan set due_at = $1::timestamptz + make_interval(secs => $3)
         from (select plant_id from alert_plan where due_at <= $1 order by due_at limit $2 for update skip locked) due
         where plan.plant_id = due.plant_id
         returning plan.plant_id::text as "plantId", plan.due_at::text as "takenUntil"`,
        [now.toString(), limit, takenForS],
      );
      return rows;
    },

    /** Says when plants are due again; one that was planned anew meanwhile keeps that time. Null: never again. */
    async done(plants: readonly (Taken & { readonly dueAtS: number | null })[]): Promise<void> {
      const [again, never] = [plants.filter((one) => one.dueAtS !== null), plants.filter((one) => one.dueAtS === null)];
      await pool.query(
        `update alert_plan plan set due_at = to_timestamp(done.due_s)
         from unnest($1::uuid[], $2::timestamptz[], $3::double precision[]) as done (plant_id, taken_until, due_s)
         where plan.plant_id = done.plant_id and plan.due_at = done.taken_until`,
        [
          again.map(({ plantId }) => plantId),
          again.map(({ takenUntil }) => takenUntil),
          again.map(({ dueAtS }) => dueAtS),
        ],
      );
      if (never.length === 0) return;
      await pool.query(
        `delete from alert_plan plan using unnest($1::uuid[], $2::timestamptz[]) as done (plant_id, taken_until)
         where plan.plant_id = done.plant_id and plan.due_at = done.taken_until`,
        [never.map(({ plantId }) => plantId), never.map(({ takenUntil }) => takenUntil)],
      );
    },
  };
}

export type AlertPlan = ReturnType<typeof alertPlan>;
