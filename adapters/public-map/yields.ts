import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';

/** Brings the yields of the public plants up to date; only what changed is written. */
export async function refreshPublicYields(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Before the read model has made its tables there is nothing to look at.
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public_plants.plants') is not null as there`,
    );
    if (rows[0]?.there !== true) return;
    await client.query(
      `delete from public.public_yields listed
       where not exists (select from public_plants.plants where plant_id = listed.plant_id and is_public)`,
    );
    await client.query(upsert);
    await client.query(totals);
  });
}

/** Today is the day of each plant. */
const upsert = `
  insert into public.public_yields as listed (plant_id, rank, today_wh, total_wh, generator_power_w, nominal_power_w,
    country, postcode_key, town_key, size_class)
  select plant_id, coalesce(made.today_wh / nullif(generator_power_w, 0), -1), made.today_wh, made.total_wh,
    generator_power_w, nominal_power_w, country, postcode_key, town_key, size_class
  from public_plants.plants plant
  left join (
    select total.plant_id, sum(total.total_wh) as total_wh, sum(day.energy_wh) as today_wh
    from public_plants.plants shown
    join public.inverter_totals total using (plant_id)
    left join lateral (
      select sum(energy_wh) as energy_wh from public.device_days
      where inverter_id = total.inverter_id and day = (now() at time zone shown.time_zone)::date
    ) day on true
    where shown.is_public group by total.plant_id
  ) made using (plant_id)
  where is_public
  on conflict (plant_id) do update set rank = excluded.rank, today_wh = excluded.today_wh, total_wh = excluded.total_wh,
    generator_power_w = excluded.generator_power_w, nominal_power_w = excluded.nominal_power_w,
    country = excluded.country, postcode_key = excluded.postcode_key, town_key = excluded.town_key,
    size_class = excluded.size_class
  where (listed.rank, listed.today_wh, listed.total_wh, listed.generator_power_w, listed.nominal_power_w, listed.country,
      listed.postcode_key, listed.town_key, listed.size_class)
    is distinct from (excluded.rank, excluded.today_wh, excluded.total_wh, excluded.generator_power_w,
      excluded.nominal_power_w, excluded.country, excluded.postcode_key, excluded.town_key, excluded.size_class)`;

const totals = `
  insert into public.public_totals as known (plants, generator_power_w, nominal_power_w, today_wh, total_wh)
  select count(*), coalesce(sum(generator_power_w), 0), coalesce(sum(nominal_power_w), 0), sum(today_wh), sum(total_wh)
  from public.public_yields
  on conflict (one) do update set plants = excluded.plants, generator_power_w = excluded.generator_power_w,
    nominal_power_w = excluded.nominal_power_w, today_wh = excluded.today_wh, total_wh = excluded.total_wh
  where (known.plants, known.generator_power_w, known.nominal_power_w, known.today_wh, known.total_wh)
    is distinct from (excluded.plants, excluded.generator_power_w, excluded.nominal_power_w, excluded.today_wh,
      excluded.total_wh)`;
