import { once } from 'node:events';
import t from 'tap';
import { request } from 'undici';
import { newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('signing out ends the live views of the session, and of no other', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  const second = await owner.call('POST', '/sessions', { userName: owner.userName, password: 'Sonne#2026' });
  const live = async (accessToken: string) => {
    const { statusCode, body } = await request(`${portal.url}/api/v1/plants/${plantId}/live`, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'text/event-stream' },
    });
    t.equal(statusCode, 200);
    await once(body, 'readable');
    return body.resume();
  };
  const leaving = await live(owner.accessToken);
  const staying = await live(second.body.accessToken);
  let stayed = true;
  staying.once('end', () => (stayed = false));
  t.equal((await owner.call('DELETE', '/sessions/current')).status, 204);
  await once(leaving, 'end');
  t.ok(stayed);
  t.equal((await owner.call('GET', `/plants/${plantId}`)).status, 401);
});
