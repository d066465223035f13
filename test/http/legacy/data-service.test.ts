import t from 'tap';
import { request } from 'undici';
import { parseXml, type XmlElement } from '../../../adapters/inverter-protocol/xml.js';
import { newInverter, newOwner, newPlant } from '../../support/owner.js';
import { testPortal } from '../../support/portal.js';
import { vectors } from '../../adapters/inverter-protocol/vectors.js';
import { inverterDataSample, plain } from './samples.js';
import { contentOf, dataServiceCaller } from '../../support/data-service.js';

t.test('over HTTP', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1', ARGON2: 'm=7168,t=1,p=1' });
  const { url, system } = portal;
  const owner = await newOwner(url);
  const name = `Hof "Süd" & <Söhne> O'Hara; drop table plants;--`;
  const feedInTariffs = [{ from: '2011-01-01', centsPerKwh: 10 }];
  const plantId = await newPlant(owner, { name, feedInTariffs });
  const roof = await owner.call('POST', `/plants/${plantId}/subplants`, { name: 'Dach <1>' });
  const inRoof = await newInverter(owner, plantId, 'LBAN02261010322');
  await newInverter(owner, plantId, 'LBAN02261010321');
  await owner.call('PATCH', `/plants/${plantId}/inverters/${inRoof}`, { subplantId: roof.body.id });
  const number = (await owner.call('GET', `/plants/${plantId}`)).body.number;
  t.equal(number, 1);

  const push = (body: string) =>
    request(`${url}/x/InverterService/InverterService.asmx/CollectInverterData`, { method: 'POST', body });
  const s1 = vectors.s1;
  await push(s1);
  await push(vectors.r1);
  await push(vectors.s2);
  const record = (clockS: number, wh: number) =>
    `xmlData=<rd><m>502DF400489C</m><s>LBAN02261010322</s><d t="${clockS}" l="600"><p i="1">43660000</p><p i="C">${(wh / 100).toString(16)}</p></d></rd>`;
  // 30 October 2011 in Berlin has 25 hours; 144 records of the next day.
  const october31 = 1320019200;
  for (let n = 0; n < 144; n++) await push(record(october31 + n * 600, Math.max(0, n - 40) * 100));
  await system.sumsSettled();

  const { ask } = dataServiceCaller(t, url);
  const inner = (found: string) => parseXml(found) as XmlElement;

  await t.test('GetInverterList, by POST and GET, under any prefix and in any case', async (t) => {
    const list = await ask(owner, 'GetInverterList', { Plant: number });
    t.equal(
      list,
      `<rws_response><Plant id='1' name='Hof "Süd" &amp; &lt;Söhne&gt; O&apos;Hara; drop table plants;--'>` +
        `<Subplant id='1' name='Dach &lt;1&gt;'><Inverter serial='LBAN02261010322' name='LBAN02261010322' id='1' /></Subplant>` +
        `<Inverter serial='LBAN02261010321' name='LBAN02261010321' id='2' /></Plant></rws_response>`,
    );
    t.equal(inner(list).children[0]?.children.length, 2);
    for (const how of [
      { method: 'GET' },
      { prefix: '/dataservice/DataServiceapi.asmx' },
      { prefix: '/a/b/DATASERVICEAPI.asmx', method: 'GET' },
      { raw: true },
    ] as const) {
      t.equal(await ask(owner, 'GetInverterList', { Plant: ` ${number}\n` }, how), list);
    }
    t.equal(await ask({ userName: owner.userName.toUpperCase() }, 'GetInverterList', { Plant: number }), list);
    const other = await request(`${url}/dataserviceapi.asmx/getinverterlist`, { method: 'PUT', body: '' });
    t.equal(other.statusCode, 405);
    await other.body.dump();
  });

  await t.test('GetInverterData', async (t) => {
    const day = { FromDate: 1308614400, ToDate: 1308700799 };
    t.equal(
      await ask(owner, 'GetInverterData', { InverterId: 1, ...day }),
      plain(inverterDataSample).replace("InverterId='2'", "InverterId='1'"),
    );
    const full = inner(
      await ask(owner, 'GetInverterData', { InverterId: 1, FromDate: october31, ToDate: october31 + 86_399 }),
    );
    t.match(full.children[0]?.attributes.get('RecordsLeft'), '44');
    const times = full.children[0]?.children.map((data) => Number(data.attributes.get('Time'))) ?? [];
    t.strictSame(
      times,
      Array.from({ length: 100 }, (_, n) => october31 + n * 600),
      'the first 100, by the local clock',
    );
    t.ok(full.children[0]?.children.every(({ children }) => children.length === 15));
    t.equal(
      await ask(owner, 'GetInverterData', { InverterId: 2, ...day }),
      "<rws_response><InverterData InverterId='2' RecordsLeft='0'></InverterData></rws_response>",
    );
    t.match(
      await ask(owner, 'GetInverterData', { InverterId: 1, FromDate: 0, ToDate: '9'.repeat(25) }),
      /RecordsLeft='45'/,
    );
  });

  await t.test('GetObjectDataForInterval', async (t) => {
    const asked = async (fields: object) =>
      contentOf(
        await ask(owner, 'GetObjectDataForInterval', {
          ObjectId: 1,
          ObjectType: 'PLANT',
          FromDate: 0,
          ToDate: 4e9,
          ...fields,
        }),
      );
    const [month, year, overall] = [october31, 1317427200, 1293840000];
    for (const [IntervalType, t0] of [
      ['MontH', month],
      ['Year', year],
      ['overall', overall],
    ] as const) {
      for (const ObjectType of ['Plant', 'subPLANT', 'Inverter']) {
        const energy = await asked({ IntervalType, ObjectType, DataType: 'dailyYIELD' });
        t.match(energy, `<d t='${t0}'>${IntervalType === 'overall' ? '' : '10.'}`, `${ObjectType} ${IntervalType}`);
      }
      t.match(await asked({ IntervalType, DataType: 'Income' }), `<d t='${t0}'>1.`);
      t.match(
        await asked({ IntervalType, DataType: 'ReducedCO2' }),
        `<d t='${t0}'>${IntervalType === 'overall' ? '4.4' : '3.'}`,
      );
      t.match(await asked({ IntervalType, DataType: 'DailyEnergyNormalized' }), `<d t='${t0}'>0.`);
      t.match(
        await asked({ IntervalType, DataType: 'DailySunEnergy', FromDate: 1308528000, ToDate: 1308700000 }),
        /0\.153/,
      );
      t.match(
        await asked({ IntervalType, DataType: 'PerformanceRatio', FromDate: 1308528000, ToDate: 1308700000 }),
        /<d t='\d+'>\d/,
      );
      t.equal(await asked({ IntervalType, DataType: 'ACpower' }), '');
    }
    const one = { IntervalType: 'Month', DataType: 'NormalizedEnergyDeviationPercent' };
    t.match(await asked({ ...one, ObjectType: 'Inverter' }), /<d t='\d+'>[\d.]+<\/d>/);
    t.match(await asked(one), /<error>NormalizedEnergyDeviationPercent does not exist/);
    const year2011 = { FromDate: overall, ToDate: overall + 86_400, ObjectType: 'Inverter' };
    const forecast = /^<d t='1293840000'>(\d+)\.?\d*<\/d>$/;
    const [, wholeYear] =
      forecast.exec((await asked({ ...year2011, IntervalType: 'Overall', DataType: 'IdealEnergy' })) ?? '') ?? [];
    t.ok(Number(wholeYear) > 5_000 && Number(wholeYear) < 20_000, `${wholeYear} kWh of half of 24 kW in a usual year`);
    const [, january] =
      forecast.exec((await asked({ ...year2011, IntervalType: 'Year', DataType: 'EnergyForecast' })) ?? '') ?? [];
    t.ok(Number(january) > 100 && Number(january) < Number(wholeYear) / 12, `${january} kWh in January`);
    t.match(await asked({ ...year2011, IntervalType: 'Overall', DataType: 'IncomeForecast' }), forecast);
    t.match(await asked({ IntervalType: 'Month', DataType: 'IdealIncome', ObjectType: 'Inverter' }), /<error>/);
  });

  await t.test('errors of devices and their pages', async (t) => {
    const object = { ObjectId: 1, ObjectType: 'Inverter' };
    t.equal(contentOf(await ask(owner, 'GetObjectErrorsCount', object)), "<Errors count='1'></Errors>");
    t.equal(
      contentOf(await ask(owner, 'GetObjectErrorsCount', { ...object, ObjectId: 2 })),
      "<Errors count='0'></Errors>",
    );
    const page = (PageNumber: unknown, PageSize: unknown = 100) =>
      ask(owner, 'GetObjectErrors', { ObjectId: 1, ObjectType: 'Plant', PageSize, PageNumber }).then(contentOf);
    t.equal(
      await page(1),
      "<Error code='0A010C' date='1604741706' stateId='2' state='Activation'><Text>Error 0A010C</Text></Error>",
    );
    for (const beyond of [2, 999_999_999_999]) t.equal(await page(beyond), '');
    t.equal(await page(1, 101), '<error>Maximum size of a page is 100.</error>');
    for (const [number, size] of [
      [0, 10],
      [1, 0],
      [-1, 10],
      ['x', 10],
      [1, ''],
    ] as const)
      t.match(await page(number, size), /^<error>/);
  });

  await t.test('the address that plants had', async (t) => {
    const leadsTo = async (path: string) => {
      const answer = await request(`${url}${path}`);
      await answer.body.dump();
      return [answer.statusCode, answer.headers['location']];
    };
    t.strictSame(await leadsTo('/PlantDetails.aspx?id=1'), [302, '/plants/number/1']);
    t.strictSame(await leadsTo('/plantdetails.ASPX?id=999'), [302, '/plants/number/999'], 'nothing is said');
    t.strictSame(await leadsTo('/PlantDetails.aspx?id=//evil.example'), [302, '/plants']);
    const found = await owner.call('GET', `/plants?number=${number}`);
    t.match(found.body, { items: [{ id: plantId }], next: null });
    const foreign = await newPlant(await newOwner(url));
    t.ok(foreign);
    t.strictSame((await owner.call('GET', '/plants?number=999999')).body, { items: [], next: null });
  });
});
