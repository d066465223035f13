import { once } from 'node:events';
import t from 'tap';
import { request } from 'undici';
import { callJson, newOwner, newPlant, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('signing out ends the live views of the session, and of no other', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  // From another browser: in the same one, signing in ends the session that it had.
  const signIn = { userName: owner.userName, password };
  const second = await callJson(`${portal.url}/api/v1/sessions`, 'POST', signIn);
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
  const third = await callJson(`${portal.url}/api/v1/sessions`, 'POST', signIn);
  const itself = `${portal.url}/api/v1/me/sessions/${third.body.sessionId}`;
  const bearer = { authorization: `Bearer ${second.body.accessToken}` };
  t.equal((await callJson(itself, 'DELETE', undefined, bearer)).status, 204);
  t.equal(
    (await callJson(itself, 'DELETE', undefined, { authorization: `Bearer ${third.body.accessToken}` })).status,
    401,
  );
});

t.test('of too many live views of one account, the oldest ends', async (t) => {
  const portal = await testPortal(t);
  const watch = async ({ accessToken }: { readonly accessToken: string }, plantId: string) => {
    const { body } = await request(`${portal.url}/api/v1/plants/${plantId}/live`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    await once(body, 'readable');
    const view = { body, ended: false };
    body.once('end', () => (view.ended = true)).resume();
    return view;
  };
  const [owner, neighbour] = [await newOwner(portal.url), await newOwner(portal.url)];
  const [plantId, otherId] = [await newPlant(owner), await newPlant(neighbour)];
  const other = await watch(neighbour, otherId);
  const views = [];
  for (let i = 0; i < 20; i++) views.push(await watch(owner, plantId));
  const [oldest, ...rest] = views;
  t.notOk(oldest?.ended);
  const end = once(oldest?.body ?? other.body, 'end');
  rest.push(await watch(owner, plantId));
  await end;
  t.notOk(
    [other, ...rest].some((view) => view.ended),
    'all others go on',
  );
  rest[0]?.body.destroy();
});
