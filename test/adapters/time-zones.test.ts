import t from 'tap';
import { isPlantTimeZone, isTimeZone, Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

t.test('a zone that a plant may be given means the same to all who count with it', async (t) => {
  const { pool } = await testDatabase(t);
  const { rows } = await pool.query<{ name: string }>(
    'select name from pg_timezone_names union select abbrev from pg_timezone_abbrevs',
  );
  const legacy = [
    'BET',
    'AGT',
    'VST',
    'CST',
    'JST',
    'CET',
    'EET',
    'MET',
    'WET',
    'SystemV/EST5',
    'Etc/Unknown',
    'Factory',
  ];
  const names = new Set([...rows.map(({ name }) => name), ...legacy, ...Intl.supportedValuesOf('timeZone')]);
  const accepted = [...names].filter(isPlantTimeZone);
  t.ok(accepted.length > 400);
  for (const name of ['Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'UTC']) {
    t.ok(isPlantTimeZone(name), name);
  }
  for (const name of legacy) t.notOk(isPlantTimeZone(name), name);
  t.ok(isTimeZone('CET'), 'stored events may name it');

  const wall = '2026-07-15T12:00';
  const { rows: instants } = await pool.query<{ name: string; at_ms: number }>(
    `select name, extract(epoch from ($2::timestamp at time zone name))::float8 * 1000 as at_ms from unnest($1::text[]) name`,
    [accepted, wall],
  );
  const different = instants.filter(
    ({ name, at_ms }) => Temporal.PlainDateTime.from(wall).toZonedDateTime(name).epochMilliseconds !== at_ms,
  );
  t.strictSame(different, []);
});
