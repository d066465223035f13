import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { request } from 'undici';
import { parseXml, type XmlElement } from '../../../adapters/inverter-protocol/xml.js';
import { escapeText } from '../../../adapters/data-service/reply.js';
import { PlantId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { eventually } from '../../support/accounts.js';
import { earlierOwner } from '../../support/earlier-owner.js';
import { callJson, newInverter, newOwner, newPlant, password, sharePlant, type Owner } from '../../support/owner.js';
import { testPortal } from '../../support/portal.js';
import { codeAt } from '../../support/totp.js';
import { vectors } from '../../adapters/inverter-protocol/vectors.js';
import { inverterDataSample, plain } from './samples.js';

const denied = "<error>Access denied. The requested plant's data is not accessible for the specified user</error>";
const failed = '<error>Authentication failed</error>';

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

  let hosts = 0;
  const answerTo = async (
    operation: string,
    xml: string,
    how: { method?: 'GET' | 'POST'; prefix?: string; address?: string; raw?: boolean; status?: number } = {},
  ) => {
    const {
      method = 'POST',
      prefix = '/DataServiceApi.asmx',
      address = `10.1.${hosts >> 8}.${hosts++ & 255}`,
      raw = false,
    } = how;
    const parameter = `xmlData=${raw ? xml : encodeURIComponent(xml)}`;
    const answer = await request(`${url}${prefix}/${operation}${method === 'GET' ? `?${parameter}` : ''}`, {
      method,
      headers: { 'x-forwarded-for': address, 'content-type': 'application/x-www-form-urlencoded' },
      body: method === 'GET' ? null : parameter,
    });
    const text = await answer.body.text();
    t.equal(answer.statusCode, how.status ?? 200);
    t.equal(answer.headers['content-type'], 'text/xml; charset=utf-8');
    t.equal(Number(answer.headers['content-length']), Buffer.byteLength(text));
    const inner =
      /^<\?xml version="1\.0" encoding="utf-8"\?>\r\n<string xmlns="DataService\.API">([^<>]*)<\/string>$/.exec(
        text,
      )?.[1];
    if (inner === undefined) throw new Error(`no envelope: ${text}`);
    return inner.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#13;', '\r').replaceAll('&amp;', '&');
  };
  const requestOf = (who: { userName: string; password?: string }, operation: string, fields: object) => {
    const content = Object.entries(fields)
      .map(([field, value]) => `<${field}>${String(value)}</${field}>`)
      .join('\n ');
    return `<?xml version='1.0' encoding='utf-8'?>
      <rws_request><Auth><Username> ${who.userName}
      </Username><Password>${escapeText(who.password ?? password)}</Password></Auth><${operation}>${content}</${operation}></rws_request>`;
  };
  const ask = (who: { userName: string; password?: string }, operation: string, fields: object, how = {}) =>
    answerTo(operation, requestOf(who, operation, fields), how);
  const contentOf = (inner: string) => /^<rws_response>(.*)<\/rws_response>$/s.exec(inner)?.[1];
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
        `<d t='${t0}'>${IntervalType === 'overall' ? '4.6' : '3.'}`,
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

  await t.test('who is let in', async (t) => {
    const list = { Plant: number };
    const stranger = await newOwner(url);
    for (const Plant of [number, 999, 0, -1, '9'.repeat(20)]) {
      t.equal(contentOf(await ask(stranger, 'GetInverterList', { Plant })), denied, `${Plant}: the same as unknown`);
    }
    t.equal(contentOf(await ask(owner, 'GetObjectErrorsCount', { ObjectId: 7, ObjectType: 'Subplant' })), denied);
    t.equal(contentOf(await ask({ userName: 'nobody' }, 'GetInverterList', list)), failed);
    await sharePlant(owner, plantId, stranger, 'viewer');
    t.match(await ask(stranger, 'GetInverterList', list), /<Plant id='1'/, 'shared');

    const limited = async (scopes: string[], plantIds: string[] | null = null) => {
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      const made = await owner.call('POST', '/me/tokens', { name: 'x', scopes, plantIds, expiresAt, password });
      return { userName: owner.userName, password: made.body.token as string };
    };
    const reader = await limited(['plants:read']);
    t.match(await ask(reader, 'GetInverterList', list), /<Plant/, 'a token in place of the password');
    t.equal(contentOf(await ask(reader, 'GetObjectErrorsCount', { ObjectId: 1, ObjectType: 'Plant' })), denied);
    t.equal(contentOf(await ask({ ...reader, userName: stranger.userName }, 'GetInverterList', list)), failed);
    const otherPlant = await newPlant(owner);
    t.equal(contentOf(await ask(await limited(['plants:read'], [otherPlant]), 'GetInverterList', list)), denied);

    const setUp = await owner.call('POST', '/me/totp', { password });
    const confirmed = await owner.call('POST', '/me/totp/confirmation', {
      code: codeAt(setUp.body.secret, Temporal.Now.instant()),
    });
    t.ok(confirmed.status < 300, JSON.stringify([setUp.body, confirmed.body]).slice(0, 300));
    t.equal(contentOf(await ask(owner, 'GetInverterList', list)), failed, 'a second factor that no program shows');
    t.match(await ask(reader, 'GetInverterList', list), /<Plant/);
  });

  await t.test('lock-out: as at the sign-in, and for both', async (t) => {
    const person = await newOwner(url);
    const own = await newPlant(person);
    const Plant = (await person.call('GET', `/plants/${own}`)).body.number;
    t.match(await ask(person, 'GetInverterList', { Plant }), /<Plant/);
    for (let n = 0; n < 5; n++)
      t.equal(contentOf(await ask({ ...person, password: 'Falsch#1' }, 'GetInverterList', { Plant })), failed);
    t.equal(
      contentOf(await ask(person, 'GetInverterList', { Plant })),
      failed,
      'locked, though the password was right before',
    );
    const signIn = await callJson(
      `${url}/api/v1/sessions`,
      'POST',
      { userName: person.userName, password },
      { 'x-forwarded-for': '10.9.0.1' },
    );
    t.equal(signIn.status, 423);
  });

  await t.test('only licensed plants, only with accepted documents', async (t) => {
    const person = await newOwner(url);
    const own = await newPlant(person);
    const Plant = (await person.call('GET', `/plants/${own}`)).body.number;
    const data = {
      plantId: PlantId.parse(own),
      at: '2026-01-01T00:00:00Z',
      firstDay: '2026-01-01',
      lastDay: '2026-02-09',
    };
    const head = await system.log.load(`licence-${own}`);
    const metadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
    const id = '0198a000-0000-7000-8000-0000000000aa';
    const appended = await system.log.append(
      `licence-${own}`,
      [{ id, event: { type: 'TrialStarted', data } }],
      head,
      metadata,
    );
    if (!appended.ok) throw new Error(appended.reason);
    await system.readModels.waitFor(appended.position);
    t.equal(contentOf(await ask(person, 'GetInverterList', { Plant })), denied);

    const early = await earlierOwner(portal, Temporal.Instant.from('2026-11-24T12:00:00Z'));
    t.match(
      await ask(early, 'GetInverterList', { Plant: 1 }),
      /<error>The terms of use or the privacy policy have changed.*\/accept<\/error>/,
    );
  });

  await t.test('bad input', async (t) => {
    const person = await newOwner(url);
    const auth = `<Auth><Username>${person.userName}</Username><Password>${password}</Password></Auth>`;
    const wrong = (content: string) => `<rws_request>${auth}${content}</rws_request>`;
    for (const [xml, message] of [
      ['', /not valid XML/],
      ['no xml', /not valid XML/],
      ['<rws_request>', /not valid XML/],
      ['<!DOCTYPE x [<!ENTITY a "b">]><rws_request/>', /document type/],
      [
        `<!DOCTYPE lolz [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]><rws_request>${auth}<GetInverterList><Plant>&m;</Plant></GetInverterList></rws_request>`,
        /document type/,
      ],
      ['<x/>', /root element must be rws_request/],
      ['<RWS_REQUEST/>', /root element/],
      ['<rws_request/>', /Auth is missing/],
      ['<rws_request><Auth><Username>x</Username></Auth></rws_request>', /Password is missing/],
      [wrong(''), /GetInverterList is missing/],
      [wrong('<getinverterlist><Plant>1</Plant></getinverterlist>'), /GetInverterList is missing/],
      [wrong('<GetInverterList/>'), /Plant is missing/],
      [wrong('<GetInverterList><plant>1</plant></GetInverterList>'), /Plant is missing/],
      [wrong("<GetInverterList><Plant>1' or '1'='1</Plant></GetInverterList>"), /Plant must be a whole number/],
      [wrong('<GetInverterList><Plant>&#0;&lt;x</Plant></GetInverterList>'), /whole number/],
      [wrong('<GetInverterList><Plant>1\u0000</Plant></GetInverterList>'), /not valid XML/],
      [`<rws_request>${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}</rws_request>`, /<error>/],
      [wrong(`<GetInverterList><Plant>${'1'.repeat(20_000)}</Plant></GetInverterList>`), /too large/],
    ] as const) {
      t.match(await answerTo('GetInverterList', xml), message, xml.slice(0, 60));
    }
    const range = (FromDate: unknown, ToDate: unknown) =>
      ask(person, 'GetInverterData', { InverterId: 1, FromDate, ToDate });
    t.match(await range(2, 1), /FromDate must not be after ToDate/);
    t.match(await range('2011-01-01', 1), /FromDate must be a whole number/);
    t.equal(contentOf(await range(-5, 1e9)), denied);
    const missing = await request(`${url}/DataServiceApi.asmx/GetInverterList`, { method: 'POST' });
    t.match(await missing.body.text(), /xmlData is missing/);
    for (const [DataType, IntervalType, ObjectType] of [
      ['x', 'Month', 'Plant'],
      ['Energy', 'Week', 'Plant'],
      ['Energy', 'Month', 'constructor'],
    ]) {
      const fields = { ObjectId: 1, ObjectType, DataType, IntervalType, FromDate: 0, ToDate: 1 };
      t.match(await ask(person, 'GetObjectDataForInterval', fields), /has an unknown value/);
    }
  });

  await t.test('a thousand calls of one user hurt nobody else', async (t) => {
    const [loud, quiet] = [await newOwner(url), await newOwner(url)];
    const plants = await Promise.all([loud, quiet].map((one) => newPlant(one)));
    const numberOf = async (one: Owner, id: string | undefined) =>
      (await one.call('GET', `/plants/${id}`)).body.number as number;
    const [loudNumber, quietNumber] = [await numberOf(loud, plants[0]), await numberOf(quiet, plants[1])];
    const address = '10.8.8.8';
    const flood = Array.from({ length: 1_000 }, () => ask(loud, 'GetInverterList', { Plant: loudNumber }, { address }));
    t.match(
      await ask(quiet, 'GetInverterList', { Plant: quietNumber }, { address }),
      /<Plant/,
      'from the same address',
    );
    const answers = await Promise.all(flood);
    const refused = answers.filter((answer) => answer.includes('The quota of calls is exceeded'));
    t.ok(refused.length > 800, `${refused.length} refused`);
    t.ok(answers.some((answer) => answer.includes('<Plant')));
    await eventually(async () => {
      await pause(200);
      return (await ask(loud, 'GetInverterList', { Plant: loudNumber }, { address })).includes('<Plant') ? true : null;
    });
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
