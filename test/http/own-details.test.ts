import t from 'tap';
import { eventually } from '../support/eventually.js';
import { callJson, newOwner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('correcting the own details (Art. 16 GDPR)', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const patch = (body: unknown, headers = {}) => owner.call('PATCH', '/me', body, headers);

  await t.test('name, address and the language of the mails', async (t) => {
    const address = { street: 'Sonnenweg 2', postcode: '72556', town: 'Metzingen-Süd' };
    const person = { firstName: 'Zoë', lastName: 'Müller-Lüdenscheidt' };
    const corrected = await patch({ person, address, language: 'en' });
    t.match([corrected.status, corrected.body], [200, { person, address: { ...address, country: 'DE' } }]);
    t.match((await owner.call('GET', '/me')).body, { person, address, language: 'en' });
    t.match((await patch({ person: { firstName: 'Zoe' } })).body, { person: { ...person, firstName: 'Zoe' } });
    await callJson(`${portal.url}/api/v1/password-resets`, 'POST', { email: `${owner.userName}@example.org` });
    const mail = await eventually(async () => {
      const { items } = (await callJson(`${portal.url}/dev/mails?to=${owner.userName}@example.org`, 'GET')).body;
      return items.find(({ subject }: { subject: string }) => subject === 'New password for SiteLink');
    });
    t.match(mail.text, 'Hello Zoe,', 'mails speak the new language and know the new name');
  });

  await t.test('the same again is no news, and an old page overwrites nothing', async (t) => {
    const { headers } = await owner.call('GET', '/me');
    const again = await patch({ language: 'en' });
    t.equal(again.headers['etag'], headers['etag']);
    t.equal((await patch({ language: 'de' }, { 'if-match': '"1"' })).status, 412);
    const key = { 'idempotency-key': 'once' };
    const [once, twice] = [await patch({ language: 'de' }, key), await patch({ language: 'de' }, key)];
    t.strictSame([once.status, twice.status, twice.headers['etag']], [200, 200, once.headers['etag']]);
  });

  await t.test('what is wrong is said beside its field, and the country is not asked', async (t) => {
    for (const [body, pointer] of [
      [{ person: { firstName: ' ' } }, '/person/firstName'],
      [{ person: { lastName: 'x'.repeat(81) } }, '/person/lastName'],
      [{ address: { postcode: '1010' } }, '/address/postcode'],
      [{ language: 'fr' }, '/language'],
    ] as const) {
      const answer = await patch(body);
      t.match([answer.status, answer.body], [400, { errors: [{ pointer }] }], pointer);
    }
    t.equal((await patch({ address: { country: 'AT' } })).status, 400);
    t.equal((await patch({ company: { name: 'Sonne' } })).status, 422, 'a consumer has no company');
    t.match((await owner.call('GET', '/me')).body, { person: { firstName: 'Zoe' }, address: { country: 'DE' } });
  });
});
