import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { confirmBusinessCommand } from '../../scripts/operator/confirm-business.js';
import { userNamesOf } from '../../projections/account-queries.js';
import { unconfirmedBusinesses } from '../../projections/identities.js';
import { eventually } from '../support/accounts.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant, plantBody, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

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

  await t.test('businesses with a valid id, wherever they are', async (t) => {
    for (const [country, vatId] of [
      ['DE', 'DE123456789'],
      ['CH', 'DE 136 695 976'],
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
          const waiting = await unconfirmedBusinesses(database.db);
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
});
