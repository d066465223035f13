import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { confirmBusinessCommand } from '../../scripts/operator/confirm-business.js';
import { userNamesOf } from '../../projections/account-queries.js';
import { unconfirmedBusinesses } from '../../projections/identities.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant, password, plantBody, sharePlant, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { newBuyer, plantWithPower } from '../support/shop.js';

const addressIn = (country: string) => {
  const postcode = country === 'CH' || country === 'AT' ? '8000' : '12345';
  return { street: 'Hauptstr. 1', postcode, town: 'Musterort', country };
};
const business = (country: string, vatId?: string) => ({
  kind: 'business',
  company: { name: 'Solarhof', legalForm: 'GmbH', ...(vatId === undefined ? {} : { vatId }) },
  address: addressIn(country),
});
const consumer = (country: string) => ({
  address: addressIn(country),
});

t.test('who may use monitoring', async (t) => {
  const file = join(t.testdir(), 'partners.json');
  await writeFile(file, JSON.stringify([{ country: 'GR', name: 'Helios', email: 'service@helios.example' }]));
  const portal = await testPortal(t, { SERVICE_PARTNERS: file, TRUST_PROXY: '127.0.0.1' });
  const { url } = portal;
  const refused = async (t: Test, owner: Owner, code: string) => {
    const calls = [
      await owner.call('GET', '/plants'),
      await owner.call('POST', '/plants', plantBody),
      await owner.call('GET', '/plants/0d3f4a5e-1111-4222-8333-944445555666/overview'),
    ];
    for (const { status, body } of calls) t.match({ status, body }, { status: 403, body: { code, detail: /\w/ } });
    t.match((await owner.call('GET', '/me')).status, 200, 'the account itself is open');
    return owner.call('GET', '/me/vat-check');
  };
  const stateIs = (owner: Owner, state: string) =>
    eventually(async () => ((await owner.call('GET', '/me/vat-check')).body.state === state ? true : null));

  await t.test('consumers in Germany', async (t) => {
    const owner = await newOwner(url);
    t.ok(await newPlant(owner));
    t.match((await owner.call('GET', '/me/vat-check')).body, { state: 'notNeeded', services: null, purchases: null });
    t.match(await owner.call('POST', '/me/vat-check'), { status: 409, body: { code: 'vat-check.not-needed' } });
    const company = { company: { name: 'Solarhof' } };
    t.match(await owner.call('PATCH', '/me', company), { status: 422, body: { code: 'account.company-not-allowed' } });
  });

  await t.test('consumers elsewhere may register, and are told who helps', async (t) => {
    const owner = await newOwner(url, {}, consumer('GR'));
    t.match((await refused(t, owner, 'service.consumer-abroad')).body, { services: 'service.consumer-abroad' });
    const partners = await callJson(`${url}/api/v1/public/service-partners`, 'GET');
    t.strictSame(partners.body.items, [
      { country: 'GR', name: 'Helios', email: 'service@helios.example', phone: null, website: null },
    ]);
  });

  await t.test('consumers elsewhere see what a service partner has set up and bought for them', async (t) => {
    const eleni = await newOwner(url, {}, consumer('GR'));
    const partner = await newBuyer(url, business('DE', 'DE123456789'));
    await stateIs(partner, 'valid');
    const friend = await newOwner(url);
    const emailOf = ({ userName }: Owner) => `${userName}@example.org`;
    const invite = (owner: Owner, plantId: string) =>
      owner.call('POST', `/plants/${plantId}/grants/invitations`, {
        ...{ email: emailOf(eleni), right: 'viewer', language: 'en' },
      });
    const plantId = await plantWithPower(partner, 1, 'Odos Ermou');
    const closed = { status: 403, body: { code: 'service.consumer-abroad' } };

    const ofFriend = (await invite(friend, await newPlant(friend))).body.id;
    t.match(await eleni.call('POST', `/me/invitations/${ofFriend}/acceptance`), closed, 'not by anybody');
    const { id } = (await invite(partner, plantId)).body;
    t.match(await eleni.call('POST', `/me/invitations/${id}/acceptance`), closed, 'not by any business');
    const role = { userName: partner.userName, email: emailOf(partner), language: 'de' } as const;
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const named = await createOperator(portal.system, { ...role, grant: ['partner'], revoke: [] }, context);
    t.match(named, { ok: true });
    t.match(await eleni.call('GET', '/plants'), closed, 'not before it is accepted');
    const before = await eleni.call('GET', '/me/vat-check');
    t.match(await eleni.call('POST', `/me/invitations/${id}/acceptance`), { status: 200, body: { plantId } });

    t.match(await partner.buy([plantId]), { status: 'accepted' });
    t.match((await eleni.call('GET', '/plants')).body.items, [
      { id: plantId, right: 'viewer', licence: { state: 'licensed' } },
    ]);
    t.equal((await eleni.call('GET', `/plants/${plantId}/overview`)).status, 200);
    t.match(await eleni.call('POST', `/me/invitations/${ofFriend}/acceptance`), closed, 'nor by anybody beside it');
    const after = await eleni.call('GET', '/me/vat-check');
    t.match(after.body, { services: null, purchases: 'service.consumer-abroad' });
    t.not(after.headers['etag'], before.headers['etag']);
    t.match(await eleni.call('POST', '/plants', plantBody), closed, 'a plant of their own');
    const items = [{ plantId, termDays: 365 }];
    t.match(await eleni.call('POST', '/orders/quote', { items }), closed, 'a licence of their own');

    await createOperator(portal.system, { ...role, grant: [], revoke: ['partner'] }, context);
    t.match(await eleni.call('GET', `/plants/${plantId}`), closed, 'who is no partner any more serves nobody');
    await createOperator(portal.system, { ...role, grant: ['partner'], revoke: [] }, context);
    t.equal((await eleni.call('GET', `/plants/${plantId}`)).status, 200);
    const { accountId } = (await partner.call('GET', `/plants/${plantId}/grants`)).body.items[0];
    t.equal((await partner.call('DELETE', `/plants/${plantId}/grants/${accountId}`)).status, 204);
    t.match(await eleni.call('GET', '/plants'), closed, 'the right was taken back');
  });

  await t.test('who moves abroad goes on with a service partner that manages the plant', async (t) => {
    const [owner, friend] = [await newOwner(url), await newOwner(url)];
    const [plantId, ofFriend] = [await newPlant(owner), await newPlant(friend)];
    await sharePlant(friend, ofFriend, owner, 'viewer');
    const partner = await newOwner(url, {}, business('DE', 'DE123456789'));
    await stateIs(partner, 'valid');
    const email = `${partner.userName}@example.org`;
    const role = { userName: partner.userName, email, language: 'de', grant: ['partner'], revoke: [] } as const;
    const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    t.match(await createOperator(portal.system, role, context), { ok: true });
    const accountId = await sharePlant(owner, plantId, partner, 'manager');
    const seen = async () =>
      (await owner.call('GET', '/plants')).body.items.map(({ id }: { readonly id: string }) => id).toSorted();
    const inFleet = async () =>
      (await owner.call('GET', '/fleet')).body.items.map(({ id }: { readonly id: string }) => id).toSorted();
    const numberOf = async (person: Owner, id: string) => (await person.call('GET', `/plants/${id}`)).body.number;
    const [number, numberOfFriend] = [await numberOf(owner, plantId), await numberOf(friend, ofFriend)];
    const listed = (ofPlant: number) => dataService(url, owner.userName, `<Plant>${ofPlant}</Plant>`);
    t.strictSame(await seen(), [plantId, ofFriend].toSorted());
    t.match(await listed(numberOfFriend), /Plant id/);
    const support = await sessionOf(portal, await newOperator(portal, ['support']), { secondFactor: true });
    const self = (await owner.call('GET', '/me')).body.id;
    const move = { address: addressIn('GR'), reason: 'moved' };
    const moved = await callJson(`${url}/api/v1/office/accounts/${self}/country`, 'PUT', move, support.headers);
    t.ok(moved.status < 300, JSON.stringify(moved.body));
    t.equal((await owner.call('GET', `/plants/${plantId}`)).status, 200);
    const closed = { status: 403, body: { code: 'service.consumer-abroad' } };
    t.strictSame(await seen(), [plantId], 'what others share is not what the partner serves');
    t.strictSame(await inFleet(), [plantId], 'nor in the list with counters');
    t.equal((await owner.call('GET', '/fleet')).body.counts.all, 1);
    t.match((await owner.call('GET', `/plants?number=${numberOfFriend}`)).body.items, { length: 0 });
    for (const page of ['', '/overview', '/live', '/alert-rules']) {
      t.match(await owner.call('GET', `/plants/${ofFriend}${page}`), closed, `friend's plant${page}`);
    }
    t.match(await listed(number), /Plant id/);
    t.match(await listed(numberOfFriend), /Access denied/);
    t.equal((await owner.call('DELETE', `/plants/${ofFriend}/grants/me`)).status, 204, 'leaving is open to everybody');
    await owner.call('PATCH', `/plants/${plantId}/grants/${accountId}`, { right: 'viewer' });
    t.match(await owner.call('GET', `/plants/${plantId}`), closed);
  });

  await t.test('businesses with a valid id, wherever they are', async (t) => {
    for (const [country, vatId] of [
      ['DE', 'DE123456789'],
      ['FR', 'FR40303265045'],
    ] as const) {
      const owner = await newOwner(url, {}, business(country, vatId));
      await stateIs(owner, 'valid');
      t.ok(await newPlant(owner), country);
    }
  });

  await t.test('businesses without one', async (t) => {
    const none = await newOwner(url, {}, business('AT'));
    t.match((await refused(t, none, 'service.data-incomplete')).body, { state: 'incomplete' });
    const invalid = await newOwner(url, {}, business('DE', 'DE000000200'));
    await stateIs(invalid, 'invalid');
    const answer = await refused(t, invalid, 'service.vat-id-invalid');
    t.match(answer.body, { simulated: true, findings: [{ pointer: '/company/vatId', code: 'vat-check.invalid' }] });
    const down = await newOwner(url, {}, business('AT', 'ATU00000301'));
    await eventually(async () => (await down.call('GET', '/me/vat-check')).body.nextAttemptAt);
    t.match((await refused(t, down, 'service.vat-id-pending')).body, { state: 'pending' });
    t.match((await down.call('POST', '/plants', plantBody, { 'accept-language': 'en' })).body.detail, /nothing to do/);
  });

  await t.test('businesses outside the EU are confirmed in the office, or with the tool', async (t) => {
    const first = await newOwner(url, {}, business('CH', 'CHE-107.787.577 MWST'));
    const second = await newOwner(url, {}, business('US'));
    await refused(t, first, 'service.business-not-confirmed');
    const support = await sessionOf(portal, await newOperator(portal, ['support']), { secondFactor: true });
    const office = (method: 'GET' | 'POST', path: string, body?: unknown) =>
      callJson(`${url}/api/v1/office${path}`, method, body, support.headers);
    const { body } = await office('GET', '/unconfirmed-businesses');
    t.strictSame(
      new Set(body.items.map(({ userName }: { userName: string }) => userName)),
      new Set([first.userName, second.userName]),
    );
    const page = (await office('GET', '/unconfirmed-businesses?limit=1')).body;
    const rest = (await office('GET', `/unconfirmed-businesses?limit=1&cursor=${page.next}`)).body;
    t.strictSame([...page.items, ...rest.items], body.items, 'page by page');
    t.equal(rest.next, null);
    const { accountId } = body.items.find(({ userName }: { userName: string }) => userName === first.userName);
    const confirmation = `/accounts/${accountId}/business-confirmation`;
    t.match(await office('POST', confirmation, { evidence: ' ' }), { status: 400 });
    t.match(await office('POST', confirmation, { evidence: 'Handelsregister Zürich' }), { status: 204 });
    t.ok(await newPlant(first));
    const mail = await eventually(async () =>
      (await portal.system.mailbox?.list({ to: `${first.userName}@example.org` }))?.find(
        ({ subject }) => subject === 'Ihr Unternehmen ist bestätigt',
      ),
    );
    t.match(mail.text, /stehen Ihnen ab sofort offen/);

    const run = async (...args: string[]) => {
      const out: string[] = [];
      const write = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
      const { database, log, clock, credentials } = portal.system;
      const house = {
        ...{ log, clock, credentials },
        unconfirmedBusinesses: async () => {
          const { items: waiting } = await unconfirmedBusinesses(database.db, { after: null, limit: 10 });
          const names = await userNamesOf(
            database.db,
            waiting.map((one) => one.accountId),
          );
          return waiting.map((one) => ({ ...one, userName: names.get(one.accountId) ?? '' }));
        },
        close: async () => undefined,
      };
      return { code: await confirmBusinessCommand(args, async () => house, write), text: out.join('\n') };
    };
    t.match(await run('--list'), { code: 0, text: new RegExp(`^${second.userName}\tSolarhof GmbH\t`) });
    t.match(await run('nobody', '--evidence', 'x'), { code: 1, text: /Nobody is called nobody/ });
    t.match(await run(second.userName), { code: 2, text: /--evidence/ });
    t.match(await run(), { code: 2 });
    t.match(await run(second.userName, '--evidence', 'Certificate of Delaware'), { code: 0, text: /is confirmed/ });
    t.match(await run(second.userName, '--evidence', 'again'), { code: 0, text: /confirmed before/ });
    await stateIs(second, 'confirmed');
    t.ok(await newPlant(second));
    t.match(await run('--list', '--json'), { code: 0, text: '{"items":[]}' });
  });

  await t.test('an id of another country proves nothing of a business', async (t) => {
    const swiss = await newOwner(url, {}, business('CH', 'DE 136 695 976'));
    await refused(t, swiss, 'service.business-not-confirmed');
  });
});

/** What the data service of the original portal says to a question for inverters. */
async function dataService(url: string, userName: string, content: string): Promise<string> {
  const auth = `<Auth><Username>${userName}</Username><Password>${password}</Password></Auth>`;
  const xml = `<rws_request>${auth}<GetInverterList>${content}</GetInverterList></rws_request>`;
  const answer = await fetch(`${url}/DataServiceApi.asmx/GetInverterList?xmlData=${encodeURIComponent(xml)}`);
  return answer.text();
}
