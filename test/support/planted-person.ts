import type pg from 'pg';
import { handle } from '../../commands/handle.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { anOrder } from './an-order.js';
import { eventually } from './eventually.js';
import { callJson, newInverter, newOwner, newPlant, password, type Owner } from './owner.js';
import type { Portal } from './portal.js';
import { record, serial } from './readings.js';
import { xlsxOf } from './spreadsheet-files.js';

/** In every word that a person can leave somewhere. */
export const marker = 'Xqzv';

/** Somebody with that word everywhere. */
export async function plantedPerson(portal: Portal) {
  const owner = await newOwner(
    portal.url,
    {},
    {
      person: { firstName: `${marker}vorne`, lastName: `${marker}hinten` },
      address: { street: `${marker}weg 1`, postcode: '72555', town: `${marker}stadt`, country: 'DE' },
    },
  );
  const { call } = owner;
  const own = { userName: owner.userName, password };
  await callJson(`${portal.url}/api/v1/sessions`, 'POST', own, { 'user-agent': `${marker}browser/1.0` });
  const plantId = await newPlant(owner, {
    ...{ name: `${marker}scheune`, description: `${marker}hof`, moduleName: `${marker}module` },
    address: { street: `${marker}acker 7`, postcode: '72555', town: `${marker}dorf`, country: 'DE' },
  });
  await call('PATCH', `/plants/${plantId}`, { name: `${marker}halle` });
  const subplant = await call('POST', `/plants/${plantId}/subplants`, { name: `${marker}ost` });
  await call('PATCH', `/plants/${plantId}/subplants/${subplant.body.id}`, { name: `${marker}west` });
  const inverterId = await newInverter(owner, plantId, 'PLANTED1');
  await call('PATCH', `/plants/${plantId}/inverters/${inverterId}`, { name: `${marker}gerät` });
  const sheet = xlsxOf([
    ['Seriennummer *', 'Aktivierungscode', 'Name'],
    ['PLANTED2', '', `${marker}zeile`],
  ]);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(sheet)]), 'list.xlsx');
  const list = await fetch(`${portal.url}/api/v1/plants/${plantId}/inverters/import`, {
    ...{ method: 'POST', body: form },
    headers: { authorization: `Bearer ${owner.accessToken}` },
  });
  if (list.status !== 201) throw new Error(await list.text());
  const expiresAt = portal.system.clock.now().add({ hours: 24 }).toString();
  await call('POST', '/me/tokens', { name: `${marker}token`, scopes: ['plants:read'], expiresAt, password });
  await call('PUT', '/me/email', { email: `${marker}@example.org`, password });
  await mailTo(portal, owner, 'Ihre E-Mail-Adresse soll geändert werden');
  await measured(portal, 'PLANTED1');
  await ordered(portal, await accountIdOf(owner));
  await call('POST', '/me/export');
  await eventually(async () => (await call('GET', '/me/export')).body.export.state === 'ready');
  await mailTo(portal, owner, 'Ihre Daten liegen bereit');
  return { owner, accountId: await accountIdOf(owner) };
}

/** With that word in everything that is refused, misspelt or broken. */
export async function refused({ url }: Portal, { call, accessToken, userName }: Owner): Promise<void> {
  const [plant] = (await call('GET', '/plants')).body.items;
  const secret = `${marker}-2026`;
  await call('POST', '/plants', { name: marker.repeat(200), [marker]: marker });
  await call('PATCH', `/plants/${plant.id}`, { name: `${marker}neu` }, { 'if-match': `"${marker}"` });
  await call('PATCH', `/plants/${plant.id}`, { name: `${marker}neu` }, { 'idempotency-key': marker });
  await call('GET', `/plants/${marker}?name=${marker}&cursor=${marker}`);
  await call('GET', `/${marker}/${marker}`);
  await call('POST', '/me/tokens', { name: marker, scopes: [marker], password: secret });
  await call('PUT', '/me/email', { email: `${marker}@@example.org`, password: secret });
  await callJson(`${url}/api/v1/sessions`, 'POST', { userName, password: secret });
  await callJson(`${url}/api/v1/sessions`, 'POST', { userName: marker, password: secret });
  await callJson(`${url}/api/v1/password-resets`, 'POST', { email: `${marker}@example.org` });
  await callJson(`${url}/api/v1/invitations/${marker}`, 'GET');
  await callJson(`${url}/${marker}?${marker}`, 'GET', undefined, { authorization: `Bearer ${marker}`, cookie: marker });
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  await fetch(`${url}/api/v1/me`, { method: 'PATCH', headers, body: `{"company":${marker}` });
  await fetch(`${url}/api/v1/me`, { method: 'PATCH', headers: { ...headers, 'content-type': marker }, body: marker });
  await fetch(`${url}/DataServiceApi.asmx/GetInverterList?xmlData=<${marker}`);
}

export async function plantedCompany(portal: Portal) {
  const owner = await newOwner(
    portal.url,
    {},
    {
      kind: 'business',
      company: { name: `${marker}werk`, legalForm: 'GmbH', vatId: 'DE147167387' },
      person: { firstName: `${marker}chef`, lastName: `${marker}in` },
      address: { street: `${marker}platz 3`, postcode: '72555', town: `${marker}burg`, country: 'DE' },
    },
  );
  await mailTo(portal, owner, /USt/);
  return { owner, accountId: await accountIdOf(owner) };
}

/** Never paid: nothing of it has to be kept. */
async function ordered({ system }: Portal, accountId: AccountId): Promise<void> {
  const context = { actor: { kind: 'account', id: accountId }, correlationId: 'test' } as const;
  const buyer = {
    ...{
      name: `${marker}käufer`,
      contactName: null,
      street: `${marker}gasse`,
      postcode: '72555',
      town: `${marker}dorf`,
    },
    ...{ country: 'DE', vatId: null, email: `${marker}@example.org` },
  };
  const order = { ...anOrder, accountId, buyer, plantNames: [`${marker}scheune`] };
  const commands = [
    { type: 'PlaceOrder', at: '2026-03-01T10:00:00Z', order },
    { type: 'ExpireOrder', at: order.expiresAt },
  ] as const;
  for (const command of commands) {
    const handled = await handle(system.log, orderDecider, streamOf.order(order.orderId), command, context);
    if (!handled.ok || handled.position === null) throw new Error('no order');
    await system.readModels.waitFor(handled.position);
  }
}

async function measured({ system }: Portal, serialNumber: string): Promise<void> {
  const now = system.clock.now();
  const deviceClockS = Math.floor(now.epochMilliseconds / 600_000) * 600 + 3_600;
  const values = [2, 1, 0].map((n) => ({
    ...record(serialNumber, '2026-05-01T00:00', { acPowerW: 500, dayEnergyWh: 1_000 - n }),
    deviceClockS: deviceClockS - 600 * n,
  }));
  await system.intake.record(values, now);
  await eventually(async () => (await system.directory.find(serial(serialNumber))) !== null);
  await system.intake.record(values, now);
  await system.sumsSettled();
}

export async function accountIdOf(owner: Owner): Promise<AccountId> {
  return AccountId.parse((await owner.call('GET', '/me')).body.id);
}

/** The text of the newest mail with this subject. */
export async function mailTo(portal: Portal, owner: Owner, subject: string | RegExp): Promise<string> {
  let text: string | undefined;
  await eventually(async () => {
    const mails = (await portal.system.mailbox?.list({ to: `${owner.userName}@example.org` })) ?? [];
    text = mails.find((mail) =>
      typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject),
    )?.text;
    return text !== undefined;
  });
  return text ?? '';
}

/** Every table of the database, whoever made it, in which one of the words stands, as text or as bytes. */
export async function tablesWith(pool: pg.Pool, words: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const patterns = words.flatMap((word) => [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`]);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rowCount } = await pool.query(
      `select from "${schema}"."${name}" row where row::text ilike any($1::text[]) limit 1`,
      [patterns],
    );
    if ((rowCount ?? 0) > 0) found.push(`${schema}.${name}`);
  }
  return found;
}

export async function rowsOf(pool: pg.Pool, table: string, accountId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from ${table} where account_id = $1`,
    [accountId],
  );
  return rows[0]?.count ?? 0;
}
