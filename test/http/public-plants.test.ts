import t from 'tap';
import { request } from 'undici';
import { refreshPublicYields } from '../../adapters/public-map/yields.js';
import { wallClockS } from '../../domain/production/device-clock.js';
import { eventually } from '../support/eventually.js';
import { callJson, newInverter, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const place = (country: string, postcode: string, town: string) => ({
  address: { street: 'Geheimweg 1', postcode, town, country },
});
const at = (latitudeDeg: number, longitudeDeg: number) => ({
  location: { latitudeDeg, longitudeDeg, altitudeM: 300, timeZone: 'Europe/Berlin' },
});

t.test('public plants (B9)', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
  const { url, system } = portal;
  const owner = await newOwner(url);
  const get = (path: string, headers: object = {}) =>
    callJson(`${url}/api/v1/public/${path}`, 'GET', undefined, headers);
  const refresh = () => refreshPublicYields(system.database.pool);
  const made = (who: object) => newPlant(owner, { public: true, ...who });

  const metzingen = await made({ name: 'Villa Geheim', ...place('DE', '72555', 'Metzingen'), ...at(48.5371, 9.2836) });
  const munich = await made({ ...place('DE', '80331', 'München'), ...at(48.1374, 11.5755), generatorPowerW: 8_000 });
  const vienna = await made({ ...place('AT', '1010', 'Wien'), ...at(48.2082, 16.3738), generatorPowerW: 120_000 });
  const hidden = await newPlant(owner, { ...place('DE', '72555', 'Metzingen'), ...at(48.5371, 9.2836) });

  const wh = 12_000;
  await newInverter(owner, munich, 'SUN1');
  const clockS = Math.floor(wallClockS('Europe/Berlin', Date.now() / 1000)) - 5;
  const values = `<p i="1">43660000</p><p i="C">${(wh / 100).toString(16)}</p><p i="E">${(5_000_000 / 100).toString(16)}</p>`;
  await request(`${url}/InverterService/InverterService.asmx/CollectInverterData`, {
    method: 'POST',
    body: `xmlData=<rd><m>502DF400489C</m><s>SUN1</s><d t="${clockS}" l="600">${values}</d></rd>`,
  }).then(({ body }) => body.dump());
  await eventually(async () =>
    (await owner.call('GET', `/plants/${munich}/overview`)).body.energy.totalWh ? true : null,
  );
  await system.sumsSettled();
  await refresh();

  await t.test('the list: what made most for each kilowatt first, and exactly these columns', async (t) => {
    const { body, status } = await get('plants');
    t.equal(status, 200);
    t.same(
      body.items.map(({ id }: { id: string }) => id),
      [munich, ...[metzingen, vienna].sort().reverse()],
    );
    t.strictSame(body.items[0], {
      id: munich,
      country: 'DE',
      postcode: '80331',
      town: 'München',
      generatorPowerW: 8_000,
      nominalPowerW: 20_000,
      energyTodayWh: wh,
      energyTotalWh: 5_000_000,
    });
    t.strictSame((await get(`plants/${munich}`)).body, body.items[0], 'the page of one has nothing else');
    t.notMatch(JSON.stringify([body, (await get('plants/map')).body]), /Geheim|48\.53|11\.57|9\.28/);
    t.match(body.items[1], { energyTodayWh: null, energyTotalWh: null }, 'no data is not zero');
  });

  await t.test('filters, the same for list and map', async (t) => {
    const found = async (query: string) => {
      const [list, map] = [await get(`plants?${query}`), await get(`plants/map?${query}&zoom=9`)];
      t.equal(
        map.body.clusters.reduce((sum: number, { plants }: { plants: number }) => sum + plants, 0),
        list.body.items.length,
        `${query}: as many on the map`,
      );
      return list.body.items.map(({ id }: { id: string }) => id).sort();
    };
    t.same(await found('country=de'), [metzingen, munich].sort());
    t.same(await found('postcode=72'), [metzingen]);
    t.same(await found('country=AT&postcode=10%2010'), [vienna]);
    t.same(await found('town=munch'), [munich]);
    t.same(await found(`town=${encodeURIComponent('MÜNCHEN')}`), [munich]);
    t.same(await found('size=over100kW'), [vienna]);
    t.same(await found('size=upTo30kW&country=DE'), [metzingen]);
    for (const query of [
      'town=%25',
      'town=_ien',
      `town=${encodeURIComponent("' or 1=1 --")}`,
      'postcode=%5C',
      'country=FR',
    ]) {
      t.same(await found(query), []);
    }
    for (const query of [
      'country=Germany',
      'size=huge',
      'limit=1000',
      'cursor=x',
      'cursor=MSAx',
      `town=${'x'.repeat(200)}`,
    ]) {
      t.match(await get(`plants?${query}`), { status: 400, body: { code: 'request.query-invalid' } }, query);
    }
    t.equal((await get('plants/map?west=-999')).status, 400);
    const part = await get('plants/map?town=m&south=48.0123&north=48.3&west=11.001&east=12.5');
    t.strictSame(part.body.clusters, [{ latitudeDeg: 48.1, longitudeDeg: 11.6, plants: 1, plantId: munich }]);
  });

  await t.test('pages', async (t) => {
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`plants?limit=1${cursor}`);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    t.same(
      ids,
      (await get('plants')).body.items.map(({ id }: { id: string }) => id),
    );
  });

  await t.test('the map: clusters, and single plants to a tenth of a degree', async (t) => {
    const far = (await get('plants/map')).body.clusters as { plants: number; plantId: string | null }[];
    t.ok(far.some(({ plants, plantId }) => plants > 1 && plantId === null));
    const near = await get('plants/map?zoom=9&west=11&south=48&east=12&north=48.5');
    t.strictSame(near.body, { clusters: [{ latitudeDeg: 48.1, longitudeDeg: 11.6, plants: 1, plantId: munich }] });
  });

  await t.test('totals', async (t) => {
    t.strictSame((await get('totals')).body, {
      plants: 3,
      generatorPowerW: 152_000,
      nominalPowerW: 20_000,
      energyTodayWh: wh,
      energyTotalWh: 5_000_000,
    });
  });

  await t.test('caches ask each time', async (t) => {
    for (const path of ['plants', 'plants/map', `plants/${munich}`, 'totals']) {
      const { headers } = await get(path);
      t.equal(headers['cache-control'], 'public, no-cache');
      t.equal((await get(path, { 'if-none-match': headers['etag'] })).status, 304, path);
    }
  });

  await t.test('the widget stands in frames of others, and nothing else does', async (t) => {
    const page = async (id: string, query = '', headers = {}) => {
      const answer = await request(`${portal.url}/widget/plants/${id}${query}`, { headers });
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
    };
    const german = await page(munich, '?lang=de&theme=dark');
    t.match(german, {
      status: 200,
      text: /<html lang="de" data-theme="dark">[^]*Solaranlage in München[^]*Generatorleistung/,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache' },
    });
    t.match(
      german.headers['content-security-policy'],
      /default-src 'none'; style-src 'sha256-[^ ]+'; .*frame-ancestors \*/,
    );
    t.equal(german.headers['x-frame-options'], undefined);
    t.notMatch(german.text, /<script|\son\w+=/);
    t.match((await page(munich, '', { 'accept-language': 'en' })).text, /<html lang="en">[^]*Solar plant in München/);
    const etag = String(german.headers['etag']);
    t.match(await page(munich, '?lang=de&theme=dark', { 'if-none-match': etag }), { status: 304, text: '' });
    t.match(await page(hidden, '?lang=de'), { status: 404, text: /nicht öffentlich/ });
    t.equal((await page('not-an-id')).status, 404);
    const policyOf = async (path: string) =>
      (await request(`${portal.url}${path}`, { headers: { accept: 'text/html' } })).headers['content-security-policy'];
    t.match(await policyOf(`/public-plants/${munich}`), /frame-ancestors 'none'/);
    t.match(await policyOf(`/api/v1/public/plants/${munich}`), /frame-ancestors 'none'/);
  });

  await t.test('what is not public is not there, and what is public no more is gone at once', async (t) => {
    t.match(await get(`plants/${hidden}`), { status: 404 });
    t.match(await get('plants/not-an-id'), { status: 404 });
    const etags = await Promise.all(
      ['plants', 'plants/map?zoom=9'].map(async (path) => (await get(path)).headers['etag']),
    );
    t.equal((await owner.call('PATCH', `/plants/${munich}`, { public: false })).status, 200);
    // The answer to the change waited for the read model: no time passes here.
    t.equal((await get(`plants/${munich}`)).status, 404);
    t.equal((await request(`${portal.url}/widget/plants/${munich}`)).statusCode, 404);
    const [list, map] = await Promise.all(
      ['plants', 'plants/map?zoom=9'].map((path, index) => get(path, { 'if-none-match': etags[index] })),
    );
    t.notMatch(JSON.stringify([list, map].map((answer) => answer?.body)), munich);
    t.equal(list?.body.items.length, 2);
    t.equal(map?.body.clusters.length, 2);
    await refresh();
    t.match((await get('totals')).body, { plants: 2 });
    t.equal((await owner.call('DELETE', `/plants/${vienna}`)).status, 204);
    t.same(
      (await get('plants')).body.items.map(({ id }: { id: string }) => id),
      [metzingen],
    );
  });
});
