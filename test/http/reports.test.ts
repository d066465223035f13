import { randomUUID } from 'node:crypto';
import t from 'tap';
import { extractText, getDocumentProxy } from 'unpdf';
import { monthlyReportsJob } from '../../adapters/report/monthly-job.js';
import { revisedReportsJob } from '../../adapters/report/revised-job.js';
import { reportMailDelivery } from '../../adapters/mail/report-mail.js';
import { chooseReports, loadReporting } from '../../commands/reporting/month-reports.js';
import { IncidentOpened } from '../../domain/alerting/events.js';
import { AccountId, IncidentId, PlantId, streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { lastMonthOver } from '../../domain/reporting/reporting.js';
import { eventFixture } from '../support/event-fixtures.js';
import { eventually } from '../support/eventually.js';
import { newOwner, sharePlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { watchedPortal } from '../support/watched-portal.js';

const portal = await testPortal(t);
const { system, url } = portal;
const [owner, viewer, stranger] = await Promise.all([newOwner(url), newOwner(url), newOwner(url)]);
const { report, plantWith, serials, mailsTo } = await watchedPortal(portal, owner);
const [serial = ''] = serials('REPORT');
const { plantId, inverterIds } = await plantWith(serial);
await sharePlant(owner, plantId, viewer, 'viewer');
await owner.call('PATCH', `/plants/${plantId}`, { feedInTariffs: [{ from: '2020-01-01', centsPerKwh: 10 }] });
const month = lastMonthOver(Temporal.Now.instant());
const sixOf = (day: number) =>
  Temporal.PlainYearMonth.from(month).toPlainDate({ day }).toZonedDateTime('Europe/Berlin').add({ hours: 6 });
for (const [day, dayWh] of [
  [3, 40_000],
  [4, 60_000],
] as const) {
  await report(
    serial,
    Array.from({ length: 20 }, (_, n) => ({
      at: sixOf(day).epochMilliseconds + n * 2_400_000,
      wh: (dayWh * (n + 1)) / 20,
    })),
  );
}
await system.sumsSettled();
const path = `/plants/${plantId}/reports`;
const idOf = async (person: typeof owner) => AccountId.parse((await person.call('GET', '/me')).body.id);
const never = new AbortController().signal;

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll('\u00a0', ' ');
}

async function fileOf(which: string, language: string) {
  const answer = await fetch(`${url}/api/v1${path}/${which}.pdf?language=${language}`, {
    headers: { authorization: `Bearer ${owner.accessToken}` },
  });
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

t.test('the month as a file, in the language that is asked for', async (t) => {
  t.match(await owner.call('GET', path), {
    status: 200,
    body: { items: [{ month, energyWh: 100_000 }], isWanted: false },
  });
  const german = await fileOf(month, 'de');
  t.equal(german.status, 200);
  t.equal(german.headers.get('content-type'), 'application/pdf');
  t.match(german.headers.get('content-disposition'), `filename="SiteLink-${month}.pdf"`);
  const words = await wordsOf(german.bytes);
  t.match(words, /Monatsbericht/);
  t.match(words, /Scheune/);
  t.match(words, /100,0 kWh/);
  t.match(words, /10,00 €/, 'by the tariff');
  t.match(words, /2 von (28|29|30|31)/, 'days with data');
  t.match(await wordsOf((await fileOf(month, 'en')).bytes), /Monthly report.*€10\.00/s);
  const thisMonth = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate().toPlainYearMonth().toString();
  for (const none of [thisMonth, '2019-01', '2999-12']) t.equal((await fileOf(none, 'de')).status, 404, none);
  for (const odd of ['2026-13', '2026-1', '..%2F..', '%00'])
    t.ok([400, 404].includes((await fileOf(odd, 'de')).status));
});

t.test('a month that was corrected is a revised edition, and its sum follows', async (t) => {
  const [, secondDay] = [sixOf(3), sixOf(4)].map((at) => at.toPlainDate().toString());
  const wish = {
    ...{ inverterId: inverterIds[0], firstDay: secondDay, lastDay: secondDay, energyWhPerDay: 50_000 },
    ...{ basis: 'corrected', reason: 'am Zähler abgelesen' },
  };
  const made = await owner.call('POST', `/plants/${plantId}/corrections`, wish);
  t.equal(made.status, 201);
  await system.sumsSettled();
  const words = await wordsOf((await fileOf(month, 'de')).bytes);
  t.match(words, /90,0 kWh/);
  t.match(words, /Berichtigte Ausgabe: Ein Tag enthält Werte/);
  t.equal((await owner.call('DELETE', `/plants/${plantId}/corrections/${made.body.id}`)).status, 200);
  await system.sumsSettled();
  t.notMatch(await wordsOf((await fileOf(month, 'de')).bytes), /Berichtigte Ausgabe/);
});

t.test('all incidents of the month, with their end, over as many pages as they need', async (t) => {
  const { data } = await eventFixture('IncidentOpened', 1);
  const stream = streamOf.alerts(PlantId.parse(plantId));
  const opened = (n: number, since: string) => ({
    id: randomUUID(),
    event: {
      ...{ type: 'IncidentOpened' as const },
      data: IncidentOpened.schema.parse({ ...data, plantId, incidentId: incidentIdOf(n), at: since, since }),
    },
  });
  const incidentIdOf = (n: number) => IncidentId.parse(`0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`);
  const before = sixOf(1).subtract({ days: 9 }).toInstant().toString();
  const during = Array.from({ length: 60 }, (_, n) =>
    opened(n + 2, sixOf(2).add({ minutes: n }).toInstant().toString()),
  );
  const end = {
    plantId: PlantId.parse(plantId),
    incidentId: incidentIdOf(1),
    because: 'measured',
    evidence: null,
  } as const;
  const recovered = {
    id: randomUUID(),
    event: { type: 'IncidentRecovered' as const, data: { ...end, at: sixOf(5).toInstant().toString() } },
  };
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' } as const;
  const loaded = await system.log.load(stream);
  t.ok((await system.log.append(stream, [opened(1, before), ...during, recovered], loaded, context)).ok);
  const pdf = await getDocumentProxy(new Uint8Array((await fileOf(month, 'de')).bytes));
  const { text: pages } = await extractText(pdf, { mergePages: false });
  t.ok(pages.length > 2, `${pages.length} pages`);
  t.match(pages.join(' '), /Beginn[^]*Ende[^]*Wo[^]*Was/);
  t.equal(pages.join(' ').split('noch offen').length - 1, 60, 'each of them, also that from before the month');
  t.match(pages[1], /Beginn[^]*noch offen/, 'the head stands on the next page, too');
});

t.test('by mail at once, with the file; not again and again', async (t) => {
  t.equal((await viewer.call('POST', `${path}/${month}/mail`)).status, 204, 'whoever sees the plant');
  await eventually(async () => (await mailsTo(viewer, /Monatsbericht/)).length === 1);
  const [mail] = await mailsTo(viewer, /Monatsbericht/);
  t.match(mail?.text.replaceAll('\u00a0', ' '), /100,0 kWh/);
  t.match(mail?.attachments, [{ name: `SiteLink-${month}.pdf`, contentType: 'application/pdf' }]);
  const [file] = mail?.attachments ?? [];
  t.match(await wordsOf(Buffer.from(file !== undefined && 'base64' in file ? file.base64 : '', 'base64')), /100,0 kWh/);
  t.match(await viewer.call('POST', `${path}/${month}/mail`), { status: 409, body: { code: 'report.just-sent' } });
  t.match(await viewer.call('POST', `${path}/2019-01/mail`), { status: 404, body: { code: 'report.not-found' } });
});

t.test('each month by itself, to who wants it, once', async (t) => {
  t.match(await owner.call('PUT', path, { isWanted: true }), { status: 200, body: { isWanted: true } });
  t.match(await viewer.call('GET', path), { body: { isWanted: false } }, 'everybody for themselves');
  t.match(await owner.call('PUT', path, { isWanted: false }), { status: 200, body: { isWanted: false } });
  const job = monthlyReportsJob({
    ...{ db: system.database.db, log: system.log, clock: system.clock },
    onError: (error) => t.error(error),
  });
  await job.run(never);
  const readersOf = async () => (await loadReporting(system.log, PlantId.parse(plantId))).readers;
  t.equal((await loadReporting(system.log, PlantId.parse(plantId))).reportedMonth, null, 'nobody wants it');

  // As if they had been wanted since the month of the report.
  const early = { ...system, clock: { now: () => sixOf(15).toInstant() } };
  for (const person of [owner, viewer]) {
    const accountId = await idOf(person);
    const wish = { plantId: PlantId.parse(plantId), accountId, isWanted: true };
    const chosen = await chooseReports(early, wish, {
      actor: { kind: 'account', id: accountId },
      correlationId: 'test',
    });
    t.ok(chosen.ok);
    if (chosen.ok && chosen.position !== null)
      await system.readModels.waitFor(chosen.position, { names: ['reporting'] });
  }
  t.equal((await owner.call('DELETE', `/plants/${plantId}/grants/${await idOf(viewer)}`)).status, 204);
  await Promise.all([job.run(never), job.run(never)]);
  await job.run(never);
  await eventually(async () => (await mailsTo(owner, /Monatsbericht/)).length > 0);
  await eventually(
    async () =>
      (await system.database.pool.query(`select from outbox where kind = 'report-mail' and sent_at is null`))
        .rowCount === 0,
  );
  t.equal((await mailsTo(owner, /Monatsbericht/)).length, 1);
  t.equal((await mailsTo(viewer, /Monatsbericht/)).length, 1, 'nothing to who does not see the plant any more');
  t.strictSame([...(await readersOf()).keys()], [await idOf(owner)]);
});

t.test('who has had a month is told when it has become another one', async (t) => {
  const job = revisedReportsJob({
    ...{ db: system.database.db, log: system.log, clock: system.clock, reports: system.reports },
    onError: (error) => t.error(error),
  });
  const revised = async () => (await mailsTo(owner, /neue Ausgabe/)).length;
  const editions = async () => (await loadReporting(system.log, PlantId.parse(plantId))).editions;
  await job.run(never);
  await job.run(never);
  t.match(await editions(), new Map([[month, { energyWh: 100_000, toldAt: null }]]));
  const day = sixOf(4).toPlainDate().toString();
  const wish = {
    ...{ inverterId: inverterIds[0], firstDay: day, lastDay: day, energyWhPerDay: 50_000 },
    ...{ basis: 'corrected', reason: 'am Zähler abgelesen' },
  };
  const made = await owner.call('POST', `/plants/${plantId}/corrections`, wish);
  await system.sumsSettled();
  await Promise.all([job.run(never), job.run(never)]);
  await eventually(async () => (await revised()) === 1);
  const [mail] = await mailsTo(owner, /neue Ausgabe/);
  t.match(mail?.text.replaceAll('\u00a0', ' '), new RegExp(`jetzt 90,0 kWh[^]*/plants/${plantId}/export#reports`));
  t.equal((await owner.call('DELETE', `/plants/${plantId}/corrections/${made.body.id}`)).status, 200);
  await system.sumsSettled();
  await job.run(never);
  t.match(await editions(), new Map([[month, { energyWh: 90_000 }]]), 'once a day is enough');
  t.equal(await revised(), 1);
});

t.test('not to who may not monitor the plant any more', async (t) => {
  const { mailbox, log } = system;
  if (mailbox === null) throw new Error('mails go elsewhere');
  const accountId = await idOf(owner);
  const asked: unknown[] = [];
  const deliver = (isOpen: boolean) =>
    reportMailDelivery({
      ...{ log, mailer: mailbox, reports: system.reports, isLocked: async () => false, publicUrl: url },
      isOpenFor: async (...of) => {
        asked.push(of);
        return isOpen;
      },
      sender: { name: 'SiteLink', email: 'service@example.org' },
    })({ id: randomUUID(), payload: { template: 'month-report', plantId, accountId, month }, attempt: 1 });
  const before = (await mailsTo(owner, /Monatsbericht/)).length;
  await deliver(false);
  t.equal((await mailsTo(owner, /Monatsbericht/)).length, before);
  await deliver(true);
  t.equal((await mailsTo(owner, /Monatsbericht/)).length, before + 1);
  t.strictSame(asked[0], [accountId, plantId]);
});

t.test('only for those who see the plant', async (t) => {
  for (const [method, of, body] of [
    ['GET', path, undefined],
    ['PUT', path, { isWanted: true }],
    ['POST', `${path}/${month}/mail`, undefined],
    ['GET', `${path}/${month}.pdf`, undefined],
  ] as const) {
    t.equal((await stranger.call(method, of, body)).status, 404, `${method} ${of}`);
  }
  t.equal((await owner.call('PUT', path, { isWanted: 'yes' })).status, 400);
});

t.test('what was produced in a place that is gone stays in the report', async (t) => {
  await owner.call('DELETE', `/plants/${plantId}/inverters/${inverterIds[0]}`);
  t.match(await owner.call('GET', path), { body: { items: [{ month, energyWh: 100_000 }] } });
  t.match(await wordsOf((await fileOf(month, 'de')).bytes), /100,0 kWh/);
});

t.test('only with a licence', async (t) => {
  const ended = `update licences.licences set state = jsonb_set(state::jsonb, '{trial,lastDay}', '"2020-01-01"') where plant_id = $1`;
  await system.database.pool.query(ended, [plantId]);
  for (const [method, of, body] of [
    ['GET', path, undefined],
    ['PUT', path, { isWanted: true }],
    ['POST', `${path}/${month}/mail`, undefined],
    ['GET', `${path}/${month}.pdf`, undefined],
  ] as const) {
    const refused = { status: 402, body: { code: 'licence.required' } };
    t.match(await owner.call(method, of, body), refused, `${method} ${of}`);
  }
});
