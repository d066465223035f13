import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import t from 'tap';
import { request } from 'undici';
import { keepInvitations } from '../../adapters/invitations/housekeeping.js';
import { inviteThirdParty } from '../../commands/plant/third-parties.js';
import { forgetThirdParty } from '../../commands/plant/forget-third-party.js';
import { AccountId, streamOf, PlantId } from '../../domain/kernel/ids.js';
import { plantsGrantedTo } from '../../projections/grants.js';
import { eventually } from '../support/eventually.js';
import { callJson, newInverter, newOwner, newPlant, sharePlant, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('plants that are shared with third parties', async (t) => {
  const portal = await testPortal(t);
  const { system, url } = portal;
  const [owner, anna, stranger] = [await newOwner(url), await newOwner(url), await newOwner(url)];
  const addressOf = (person: Owner) => `${person.userName}@example.org`;

  /** The newest mail to an address with these words, once it has come. */
  async function mailTo(to: string, words: RegExp): Promise<string> {
    let text = '';
    await eventually(async () => {
      const mails = (await system.mailbox?.list({ to })) ?? [];
      text = mails.find((mail) => words.test(`${mail.subject}\n${mail.text}`))?.text ?? '';
      return text !== '';
    });
    return text;
  }
  const tokenIn = (mail: string) => /\/invitation\?token=(\S+)/.exec(mail)?.[1] ?? '';
  const invite = (plantId: string, email: string, more: object = {}, headers: object = {}) =>
    owner.call(
      'POST',
      `/plants/${plantId}/grants/invitations`,
      { email, right: 'viewer', language: 'en', ...more },
      headers,
    );
  const grantsOf = async (plantId: string) => (await owner.call('GET', `/plants/${plantId}/grants`)).body;

  await t.test('somebody with an account is invited, accepts, and looks after the plant', async (t) => {
    const plantId = await newPlant(owner, { name: 'Scheune' });
    await newInverter(owner, plantId, `S-${randomUUID().slice(0, 8)}`);
    const email = addressOf(anna).toUpperCase();
    const invited = await invite(plantId, email);
    t.match(invited, { status: 201, body: { email, right: 'viewer', expired: false } });
    t.match(await invite(plantId, addressOf(anna)), { status: 409, body: { errors: [{ pointer: '/email' }] } });
    t.match(await invite(plantId, addressOf(owner)), { status: 422, body: { code: 'invitation.own-address' } });
    t.match(await invite(plantId, 'nobody'), { status: 400, body: { errors: [{ pointer: '/email' }] } });

    const mail = await mailTo(email, /shares a photovoltaic plant/);
    t.match(mail, /Anna Wirt invites you.*Scheune.*View:/s);
    const link = `/invitations/${tokenIn(mail)}`;
    const seen = { plantName: 'Scheune', ownerName: 'Anna Wirt', right: 'viewer', email };
    t.match(await callJson(`${url}/api/v1${link}`, 'GET'), { status: 200, body: { ...seen, addressedToCaller: null } });
    t.match(await stranger.call('GET', link), { body: { ...seen, addressedToCaller: false } });
    const { body } = await anna.call('GET', link);
    t.match(body, { ...seen, addressedToCaller: true });
    t.match(await callJson(`${url}/api/v1/invitations/${tokenIn(mail)}x`, 'GET'), {
      status: 404,
      body: { code: 'invitation.link-invalid' },
    });

    const acceptance = `/me/invitations/${body.id}/acceptance`;
    t.match(await stranger.call('POST', acceptance), { status: 403, body: { code: 'invitation.other-address' } });
    t.match(await stranger.call('GET', '/me/invitations'), { body: { items: { length: 0 } } });
    t.match(await anna.call('GET', '/me/invitations'), { body: { items: [{ id: body.id, plantName: 'Scheune' }] } });
    t.equal((await anna.call('GET', `/plants/${plantId}`)).status, 404, 'not before');
    t.match(await anna.call('POST', acceptance), { status: 200, body: { plantId, right: 'viewer' } });
    t.match(await anna.call('POST', acceptance), { status: 200 }, 'clicked twice');
    t.match(await anna.call('GET', '/me/invitations'), { body: { items: { length: 0 } } });
    t.match(await anna.call('GET', link), { status: 404, body: { code: 'invitation.not-found' } });

    t.match(await anna.call('GET', '/plants'), {
      body: { items: [{ id: plantId, right: 'viewer', ownerName: 'Anna Wirt' }] },
    });
    t.match(await anna.call('GET', `/plants/${plantId}`), { body: { right: 'viewer', ownerName: 'Anna Wirt' } });
    t.match(await owner.call('GET', `/plants/${plantId}`), { body: { right: 'owner', ownerName: null } });
    t.match(await anna.call('GET', `/plants/${plantId}/inverters`), { body: { items: [{}] } });
    t.equal((await anna.call('GET', `/plants/${plantId}/overview`)).status, 200);
    await mailTo(addressOf(owner), /hat Ihre Einladung angenommen/);

    t.match(await anna.call('PATCH', `/plants/${plantId}`, { name: 'Neu' }), {
      status: 403,
      body: { code: 'plant.right-missing', detail: /Eigentümer|owner/ },
    });
    t.equal((await anna.call('GET', `/plants/${plantId}/grants`)).status, 403);
    t.equal((await stranger.call('PATCH', `/plants/${plantId}`, { name: 'Neu' })).status, 404);
    const grants = await grantsOf(plantId);
    t.match(grants, { items: [{ name: 'Anna Wirt', email, right: 'viewer' }], invitations: { length: 0 } });
    t.match(grants.history, [
      { what: 'accepted', name: 'Anna Wirt', email },
      { what: 'invited', email },
    ]);

    const grant = `/plants/${plantId}/grants/${grants.items[0].accountId}`;
    t.match(await owner.call('PATCH', grant, { right: 'manager' }), { status: 200, body: { right: 'manager' } });
    await mailTo(addressOf(anna), /Recht an einer Anlage wurde geändert/);
    t.match(await anna.call('PATCH', `/plants/${plantId}`, { name: 'Neu' }), {
      status: 200,
      body: { name: 'Neu', right: 'manager', ownerName: 'Anna Wirt' },
    });
    const added = await anna.call('POST', `/plants/${plantId}/inverters`, {
      serialNumber: `S-${randomUUID().slice(0, 8)}`,
      name: 'Zwei',
    });
    t.equal(added.status, 201);
    t.equal((await anna.call('DELETE', `/plants/${plantId}`)).status, 403);
    t.equal((await anna.call('GET', `/plants/${plantId}/grants`)).status, 403);

    t.equal((await owner.call('DELETE', `/plants/${plantId}/grants/me`)).status, 403, 'an owner does not leave');
    t.equal((await anna.call('DELETE', `/plants/${plantId}/grants/me`)).status, 204);
    t.equal((await anna.call('GET', `/plants/${plantId}`)).status, 404);
    await mailTo(addressOf(owner), /hat Ihre Anlage verlassen/);
    t.match(await grantsOf(plantId), {
      items: { length: 0 },
      history: [{ what: 'left' }, { what: 'changed' }, {}, {}],
    });
  });

  await t.test('an invitation is sent again, taken back, declined and expires', async (t) => {
    const plantId = await newPlant(owner);
    const [email, other, late] = ['a', 'b', 'c'].map((name) => `${name}-${randomUUID().slice(0, 8)}@example.org`) as [
      string,
      string,
      string,
    ];
    const first = (await invite(plantId, email, { language: 'de' })).body;
    const link = tokenIn(await mailTo(email, /teilt eine Photovoltaik-Anlage mit Ihnen/));
    const path = `/plants/${plantId}/grants/invitations/${first.id}`;
    t.match(await owner.call('POST', `${path}/resend`), { status: 429, body: { code: 'invitation.too-soon' } });
    t.equal((await owner.call('DELETE', path)).status, 204);
    t.equal((await owner.call('DELETE', path)).status, 404);
    t.match(await callJson(`${url}/api/v1/invitations/${link}`, 'GET'), { status: 404 });

    const yesterday = { now: () => system.clock.now().subtract({ hours: 24 }) };
    const ownerId = (await owner.call('GET', '/me')).body.id;
    const early = {
      plantId: PlantId.parse(plantId),
      email: addressOf(stranger),
      right: 'viewer',
      language: 'de',
    } as const;
    const { invitationId } = await inviteThirdParty({ ...system, clock: yesterday }, early, {
      ...{ actor: { kind: 'account', id: ownerId }, correlationId: 'test' },
    });
    const sent = await owner.call('POST', `/plants/${plantId}/grants/invitations/${invitationId}/resend`);
    t.match(sent, { status: 200, body: { id: invitationId } });
    t.equal((await stranger.call('POST', `/me/invitations/${invitationId}/refusal`)).status, 204);

    await invite(plantId, other);
    const refusal = `${url}/api/v1/invitations/${tokenIn(await mailTo(other, /shares/))}/refusal`;
    t.equal((await callJson(refusal, 'POST')).status, 204);
    t.equal((await callJson(refusal, 'POST')).status, 404);
    await mailTo(addressOf(owner), /Einladung wurde abgelehnt/);

    const again = { 'idempotency-key': randomUUID() };
    const third = (await invite(plantId, late, {}, again)).body;
    t.match(await invite(plantId, late, {}, again), { status: 201, body: { id: third.id } }, 'asked twice, sent once');
    const late14 = { ...system, db: system.database.db, clock: { now: () => system.clock.now().add({ hours: 336 }) } };
    await keepInvitations(late14);
    await eventually(async () => (await grantsOf(plantId)).invitations[0]?.expired === true);
    t.match((await grantsOf(plantId)).history, [
      { what: 'expired', email: late },
      {},
      { what: 'declined' },
      {},
      { what: 'declined' },
      {},
      {},
      {},
      {},
    ]);
    t.equal((await callJson(`${url}/api/v1/invitations/x`, 'GET')).status, 404);

    const later = { ...late14, clock: { now: () => system.clock.now().add({ hours: (90 + 14) * 24 + 1 }) } };
    await eventually(async () => {
      await keepInvitations(later);
      const { history, invitations } = await grantsOf(plantId);
      return invitations.length === 0 && history.every((entry: { email: string | null }) => entry.email === null);
    });
    const { rows } = await system.database.pool.query('select from invitation_addresses where plant_id = $1', [
      plantId,
    ]);
    t.equal(rows.length, 0, 'after three months nobody knows where they went');
  });

  await t.test('a right that is taken away ends at once, at every node', async (t) => {
    const node = await testPortal(t, { DATABASE_URL: portal.databaseUrl, ROLE: 'web' });
    const plantId = await newPlant(owner);
    const accountId = await sharePlant(owner, plantId, anna, 'manager');
    const scopes = ['plants:read', 'readings:read'] as const;
    const createdAt = system.clock.now();
    const text = await system.apiTokens.add({
      ...{ tokenId: randomUUID(), accountId: AccountId.parse(accountId), name: 'Test', scopes },
      ...{ plantIds: [PlantId.parse(plantId)], createdAt, expiresAt: createdAt.add({ hours: 1 }) },
    });
    const token = { authorization: `Bearer ${text}` };
    const views = [];
    for (const place of [portal.url, node.url]) {
      t.equal((await callJson(`${place}/api/v1/plants/${plantId}`, 'GET', undefined, token)).status, 200);
      t.equal((await anna.at(place).call('GET', `/plants/${plantId}`)).status, 200);
      for (const authorization of [`Bearer ${anna.accessToken}`, token.authorization]) {
        const { statusCode, body } = await request(`${place}/api/v1/plants/${plantId}/live`, {
          headers: { authorization },
        });
        t.equal(statusCode, 200);
        await once(body, 'readable');
        views.push(once(body.resume(), 'end'));
      }
    }
    const { etag } = (await anna.call('GET', `/plants/${plantId}`)).headers;
    t.equal((await owner.call('DELETE', `/plants/${plantId}/grants/${accountId}`)).status, 204);
    await Promise.all(views);
    for (const place of [portal.url, node.url]) {
      t.equal((await callJson(`${place}/api/v1/plants/${plantId}`, 'GET', undefined, token)).status, 404);
      const cached = await anna.at(place).call('GET', `/plants/${plantId}`, undefined, { 'if-none-match': etag });
      t.equal(cached.status, 404);
      t.equal((await anna.at(place).call('PATCH', `/plants/${plantId}`, { name: 'X' })).status, 404);
      t.match(await anna.at(place).call('GET', '/plants'), { body: { items: { length: 0 } } });
    }
    await mailTo(addressOf(anna), /ist nicht mehr mit Ihnen geteilt/);

    const gone = await newPlant(owner, { name: 'Bald fort' });
    await sharePlant(owner, gone, anna, 'viewer');
    t.equal((await owner.call('DELETE', `/plants/${gone}`)).status, 204);
    t.equal((await anna.call('GET', `/plants/${gone}`)).status, 404);
    await mailTo(addressOf(anna), /Bald fort/);
  });

  await t.test('with its account every right of a third party goes, and where invitations went', async (t) => {
    const [leaver, plantId, open] = [await newOwner(url), await newPlant(owner), await newPlant(owner)];
    const accountId = AccountId.parse(await sharePlant(owner, plantId, leaver, 'viewer'));
    await invite(open, addressOf(leaver));
    const deps = { ...system, plantsGrantedTo: (id: AccountId) => plantsGrantedTo(system.database.db, id) };
    const context = { actor: { kind: 'system', id: 'erasure' }, correlationId: 'test' } as const;
    await forgetThirdParty(deps, accountId, context);
    await forgetThirdParty(deps, accountId, context);
    await eventually(async () => (await leaver.call('GET', `/plants/${plantId}`)).status === 404);
    const told = await Promise.all([plantId, open].map(grantsOf));
    t.match(told, [
      { items: { length: 0 }, history: [{ what: 'left', email: null }, { what: 'accepted' }, { email: null }] },
      {
        invitations: { length: 0 },
        history: [
          { what: 'declined', email: null },
          { what: 'invited', email: null },
        ],
      },
    ]);
    for (const id of [plantId, open]) {
      const { events } = await system.log.load(streamOf.plant(PlantId.parse(id)));
      t.notMatch(JSON.stringify(events), leaver.userName);
    }
  });
});
