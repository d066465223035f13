import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { request } from 'undici';
import { PlantId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { eventually } from '../../support/eventually.js';
import { earlierOwner } from '../../support/earlier-owner.js';
import { callJson, newOwner, newPlant, password, sharePlant, type Owner } from '../../support/owner.js';
import { testPortal } from '../../support/portal.js';
import { codeAt } from '../../support/totp.js';
import { contentOf, dataServiceCaller, denied, failed } from '../../support/data-service.js';

t.test('who and what the original data service lets in', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1', ARGON2: 'm=7168,t=1,p=1' });
  const { url, system } = portal;
  const owner = await newOwner(url);
  const plantId = await newPlant(owner);
  const number = (await owner.call('GET', `/plants/${plantId}`)).body.number;
  const { answerTo, ask } = dataServiceCaller(t, url);

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
});
