import t from 'tap';
import { request } from 'undici';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { callJson, newOwner, newPlant, password, sharePlant, type Owner } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { troubles } from '../support/troubles.js';

t.test('programs ask for what happened to incidents, as pages and as a stream', async (t) => {
  const portal = await testPortal(t);
  const [owner, viewer, stranger] = await Promise.all([
    newOwner(portal.url),
    newOwner(portal.url),
    newOwner(portal.url),
  ]);
  const plantId = await newPlant(owner, { name: 'Scheune' });
  const hidden = await newPlant(owner, { name: 'Dach' });
  const viewerId = await sharePlant(owner, plantId, viewer, 'viewer');
  const [here, there] = [await troubles(portal, owner, plantId), await troubles(portal, owner, hidden)];
  const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type.split('.')[2]);

  const stream = await eventStream(portal, owner);
  await here.open();
  await there.open();
  await here.recover();
  await eventually(async () => (await owner.call('GET', '/events')).body.items.length === 3);
  const all = (await owner.call('GET', '/events')).body;
  t.match(all, {
    next: null,
    items: [
      {
        ...{ specversion: '1.0', type: 'sitelink.incident.opened', source: portal.url },
        data: { plantId, plantName: 'Scheune', inverterName: /^W-/, page: /\/incidents\//, position: /^\d+$/ },
      },
      { data: { plantId: hidden } },
      { type: 'sitelink.incident.recovered' },
    ],
  });
  const first = (await owner.call('GET', '/events?limit=1')).body;
  t.strictSame([first.items, first.next], [all.items.slice(0, 1), all.items[0].data.position]);
  const rest = (await owner.call('GET', `/events?after=${first.next}`)).body;
  t.strictSame(rest.items, all.items.slice(1), 'everything since a position');
  t.strictSame(typesOf((await viewer.call('GET', '/events')).body.items), ['opened', 'recovered'], 'of what is shared');
  t.strictSame((await stranger.call('GET', '/events')).body, { items: [], next: null });
  t.match(await owner.call('GET', '/events?after=yesterday'), { status: 400 });

  const snooze = `/incidents/${all.items[0].data.incidentId}/snooze`;
  const until = Temporal.Now.instant().add({ hours: 2 }).toString();
  t.match(await owner.call('POST', snooze, { until }), { status: 409, body: { code: 'incident.over' } });

  await eventually(() => stream.events().length === 3);
  t.strictSame(
    stream.events().map(({ data }) => data),
    all.items,
    'the stream tells the same',
  );
  t.strictSame(
    stream.events().map(({ id, type }) => [id, type]),
    all.items.map((one: { type: string; data: { position: string } }) => [one.data.position, one.type]),
  );
  const resumed = await eventStream(portal, owner, { 'last-event-id': first.next });
  await eventually(() => resumed.events().length === 2);
  t.strictSame(
    resumed.events().map(({ data }) => data),
    all.items.slice(1),
    'nothing is lost where it broke off',
  );

  const watching = await eventStream(portal, viewer);
  const limited = { name: 'One roof', scopes: ['plants:read'], plantIds: [hidden], password };
  const made = await owner.call('POST', '/me/tokens', { ...limited, expiresAt: until });
  const token = { authorization: `Bearer ${made.body.token}` };
  const seen = await callJson(`${portal.url}/api/v1/events`, 'GET', undefined, token);
  t.match([seen.status, plantsIn(seen.body.items)], [200, [hidden]], 'a token for one plant');
  const ofToken = await eventStream(portal, owner, { ...token, 'last-event-id': '0' });
  t.equal((await owner.call('DELETE', `/plants/${plantId}/grants/${viewerId}`)).status, 204);
  await here.open();
  await there.recover();
  await eventually(() => stream.events().length === 5 && ofToken.events().length === 2);
  t.strictSame(plantsIn(ofToken.events().map(({ data }) => data)), [hidden, hidden]);
  t.strictSame(watching.events(), [], 'what is not shared any more is not told, in an open stream, too');
  t.equal((await viewer.call('GET', '/events')).body.items.length, 0);

  t.equal((await owner.call('DELETE', `/me/tokens/${made.body.id}`)).status, 204);
  await eventually(() => ofToken.hasEnded());
  t.notOk(stream.hasEnded());
  await owner.call('DELETE', '/sessions/current');
  await eventually(() => stream.hasEnded() && resumed.hasEnded());
});

function plantsIn(events: readonly { readonly data: { readonly plantId: string } }[]): readonly string[] {
  return events.map(({ data }) => data.plantId);
}

/** What comes over the stream of events. */
async function eventStream({ url }: Portal, { accessToken }: Owner, headers = {}) {
  const { statusCode, body } = await request(`${url}/api/v1/events`, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'text/event-stream', ...headers },
  });
  if (statusCode !== 200) throw new Error(`answered with ${statusCode}`);
  let text = '';
  let ended = false;
  body.setEncoding('utf8');
  body.on('data', (piece: string) => (text += piece)).once('end', () => (ended = true));
  await eventually(() => text.includes('from here on'));
  const events = () =>
    [...text.matchAll(/^id: (.*)\nevent: (.*)\ndata: (.*)\n\n/gm)].map(([, id, type, data]) => ({
      ...{ id, type },
      data: JSON.parse(data ?? ''),
    }));
  return { events, hasEnded: () => ended };
}
