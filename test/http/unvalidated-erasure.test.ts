import t from 'tap';
import { projections } from '../../adapters/system/followers.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { rebuildProjection } from '../../projections/engine/rebuild.js';
import { eventually } from '../support/eventually.js';
import { callJson, newOwner, password } from '../support/owner.js';
import { registrationForm } from '../support/accounts.js';
import { testPortal } from '../support/portal.js';
import { travellingClock } from '../support/travelling-clock.js';
import { marker, rowsOf, tablesWith } from '../support/planted-person.js';

t.test('registrations that nobody validated are forgotten after 30 days', async (t) => {
  const clock = travellingClock();
  const portal = await testPortal(t, {}, { clock });
  const { pool, db } = portal.system.database;
  const register = async (changes: object) => {
    const form = { ...registrationForm(portal.system.documents), ...changes };
    const registered = await callJson(`${portal.url}/api/v1/accounts`, 'POST', form);
    t.equal(registered.status, 202, JSON.stringify(registered.body));
    return AccountId.parse((await portal.system.credentials.findByUserName(form.userName))?.accountId);
  };
  const planted = (n: number) => ({
    userName: `${marker}name${n}`,
    email: `${marker}@example.org`,
    person: { firstName: `${marker}vorne`, lastName: `${marker}hinten` },
    address: { street: `${marker}weg 1`, postcode: '72555', town: `${marker}stadt`, country: 'DE' },
  });
  const gone = [
    // The second takes the place of the first.
    await register(planted(1)),
    await register(planted(2)),
    await register({
      ...planted(3),
      ...{ email: `${marker}werk@example.org`, kind: 'business' },
      company: { name: `${marker}werk`, legalForm: 'GmbH', vatId: 'DE147167387' },
    }),
  ];
  const neighbour = await newOwner(portal.url, {}, { person: { firstName: 'Bleibt', lastName: 'Hier' } });
  // A decoy: the address is somebody’s.
  await register({ userName: `${marker}name4`, email: `${neighbour.userName}@example.org` });
  await callJson(`${portal.url}/api/v1/sessions`, 'POST', { userName: `${marker}name2`, password: 'Falsch-2026' });
  await eventually(async () => (await portal.system.mailbox?.list({ to: `${marker}werk@example.org` }))?.length === 1);
  const rebuild = { db, pool, log: portal.system.log, signal: new AbortController().signal };
  for (const projection of projections) await rebuildProjection(rebuild, projection);
  const before = await tablesWith(pool, [marker]);
  for (const table of [
    'accounts.accounts',
    'identities.identities',
    'accounts_previous.accounts',
    'public.credentials',
  ])
    t.ok(before.includes(table), `the scan sees what is in ${table}`);
  t.match(
    (await pool.query('select view from accounts.accounts where account_id = $1', [gone[0]])).rows[0],
    { view: { userName: '', email: '', person: { lastName: '' } } },
    'who was replaced is blank at once',
  );

  clock.travel({ hours: 31 * 24 });
  for (const accountId of gone)
    await eventually(async () => (await rowsOf(pool, 'destroyed_person_keys', accountId)) === 1);
  t.strictSame(await tablesWith(pool, [marker]), [], 'no table holds a word of them');
  for (const accountId of gone) {
    const { events } = await portal.system.log.load(streamOf.account(accountId));
    t.equal(events.filter(({ type }) => type === 'RegistrationExpired').length, 1);
    t.notMatch(JSON.stringify(events), new RegExp(marker, 'i'));
  }
  const again = { userName: neighbour.userName, password };
  t.match(await callJson(`${portal.url}/api/v1/sessions`, 'POST', again), { status: 200 }, 'who has validated stays');
});
