import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { auditMailDelivery, auditWebhookDelivery } from '../../adapters/audit/deliver.js';
import { auditMessages } from '../../adapters/audit/notices.js';
import { BrokenLog, openDailyRoots, type LogNotice } from '../../adapters/event-log/daily-roots.js';
import { localMailbox } from '../../adapters/mail/mailbox.js';
import { smtpMailer } from '../../adapters/mail/smtp.js';
import { findMessage, listMessages, putDown } from '../../adapters/outbox/messages.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { defineEvent } from '../../domain/kernel/event.js';
import { Temporal } from '../../domain/kernel/time.js';
import { verifyLogCommand } from '../../scripts/operator/verify-log.js';
import { eventually } from '../support/eventually.js';
import { testLog } from '../support/log.js';
import { testSmtp } from '../support/smtp-server.js';

const Noted = defineEvent('Noted', z.object({ n: z.number() }));
const { db, pool, store, log } = await testLog(t, [Noted]);
let today = '2026-07-21';
const clock = { now: () => Temporal.Instant.from(`${today}T10:00:00Z`) };
const portal = { publicUrl: 'https://portal.example', operatorName: 'Solarbetrieb' };
const folder = await mkdtemp(join(tmpdir(), 'sitelink-'));
t.teardown(() => rm(folder, { recursive: true }));

async function note(stream: string, n: number): Promise<void> {
  const events = [{ id: randomUUID(), event: { type: 'Noted', data: { n } } }];
  const result = await log.append(stream, events, await log.load(stream), {
    actor: { kind: 'system', id: 'test' },
    correlationId: 'c',
  });
  if (!result.ok) throw new Error(result.reason);
}

/** The code of `verify-log --against` the file that an auditor was sent. */
async function verifyAgainst(file: string): Promise<number> {
  const roots = join(folder, 'roots.jsonl');
  await writeFile(roots, file);
  const nobody = { out: () => undefined, err: () => undefined };
  const house = { store, dailyRoots: node(), close: async () => undefined };
  return verifyLogCommand(['--against', roots], async () => house, nobody);
}

const received: { readonly headers: object; readonly body: string }[] = [];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    received.push({ headers: request.headers, body });
    response.end();
  });
});
receiver.listen(0, '127.0.0.1');
await once(receiver, 'listening');
t.teardown(() => new Promise<void>((resolve) => receiver.close(() => resolve())));
const webhook = { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, secret: 'x'.repeat(32) };

const messagesAbout = auditMessages({ mailTo: ['audit@example.org', 'office@example.org'], webhook }, clock);
type Tell = NonNullable<Parameters<typeof openDailyRoots>[0]['tell']>;
const node = (tell: Tell = (tx, notice) => putDown(tx, messagesAbout(notice))) =>
  openDailyRoots({ pool, store, clock, tell });

await note('plant-a', 1);
await note('plant-a', 2);
await note('plant-b', 1);

t.test('a root is told once, in the transaction that records it', async (t) => {
  const dies: Tell = async (tx, notice: LogNotice) => {
    await putDown(tx, messagesAbout(notice));
    throw new Error('the node died here');
  };
  await t.rejects(node(dies).make(), /died here/);
  t.strictSame(await listMessages(pool), { items: [], next: null });
  t.strictSame(await node().list(), [], 'neither without the other');

  const made = await Promise.all([node().make(), node().make(), node().make()]);
  t.equal(made.filter((root) => root !== null).length, 1);
  t.equal(await node().make(), null);
  t.match((await listMessages(pool)).items, [
    { kind: 'audit-mail', template: 'daily-root', state: 'waiting', eventId: null, accountId: null },
    { kind: 'audit-mail', template: 'daily-root' },
    { kind: 'audit-webhook', template: 'daily-root' },
  ]);
  t.notMatch(JSON.stringify(await listMessages(pool)), /@/);
});

t.test('by mail and by webhook, and the file proves the log', async (t) => {
  const smtp = await testSmtp(t);
  const mailer = smtpMailer({ url: smtp.url, from: 'SiteLink <portal@example.org>' });
  t.teardown(() => mailer.close());
  const outbox = openOutbox({
    pool,
    handlers: {
      'audit-mail': auditMailDelivery({ ...portal, mailer }),
      'audit-webhook': auditWebhookDelivery({ ...portal, target: webhook, clock }),
    },
  });
  t.teardown(() => outbox.stop());
  outbox.start();
  await eventually(async () => (await outbox.status()).waiting === 0);

  t.strictSame(smtp.received.map(({ to }) => [to].flat()[0]?.text).sort(), ['audit@example.org', 'office@example.org']);
  const [mail] = smtp.received;
  t.match(mail, { subject: 'SiteLink: Tageswurzel / daily root 2026-07-20', html: false });
  t.match(mail?.text, /3 Ereignisse in 2 Strömen[^]*3 events in 2 streams[^]*https:\/\/portal\.example/);
  const file = mail?.attachments[0]?.content.toString('utf8') ?? '';
  t.match(mail?.attachments, [{ filename: 'roots.jsonl' }]);
  const [root] = await node().list();
  t.match(root, JSON.parse(file));
  t.equal(await verifyAgainst(file), 0);

  t.equal(received.length, 1);
  const event = JSON.parse(received[0]?.body ?? '');
  t.strictSame(event, {
    specversion: '1.0',
    datacontenttype: 'application/json',
    id: event.id,
    source: 'https://portal.example',
    type: 'sitelink.log.root-made',
    time: '2026-07-21T10:00:00Z',
    data: JSON.parse(file),
  });
  t.match(received[0]?.headers, { 'webhook-id': event.id, 'webhook-signature': /^v1,/ });
  t.match(await findMessage(pool, event.id), { state: 'sent' });

  await pool.query(`create table kept as select * from log.events`);
  await pool.query(`delete from log.events where stream_id = 'plant-b'`);
  await pool.query(`delete from log.daily_roots; delete from log.stream_heads`);
  t.equal(await verifyAgainst(file), 1, 'also against somebody who may change the database');
  await pool.query(`insert into log.events select * from kept where stream_id = 'plant-b'`);
  await node(async () => undefined).make();
});

t.test('a broken log alarms once', async (t) => {
  const mailbox = localMailbox(db, clock);
  const outbox = openOutbox({
    pool,
    handlers: {
      'audit-mail': auditMailDelivery({ ...portal, mailer: mailbox }),
      'audit-webhook': auditWebhookDelivery({ ...portal, target: webhook, clock }),
    },
  });
  t.teardown(() => outbox.stop());
  outbox.start();
  received.length = 0;
  await note('plant-a', 3);
  await note('plant-a', 4);
  await pool.query(`update log.events set data = '{"n": 7}' where stream_id = 'plant-a' and stream_revision = 2`);
  for (const day of ['2026-07-22', '2026-07-23']) {
    today = day;
    await t.rejects(node().make(), BrokenLog);
  }
  t.match(await node().faults(), [
    { streamId: 'plant-a', revision: '2', fault: 'changed', foundAt: '2026-07-22T10:00:00.000Z' },
  ]);
  await eventually(async () => (await outbox.status()).waiting === 0);
  const mails = await mailbox.list();
  t.equal(mails.length, 2, 'each auditor once');
  t.match(mails, [
    {
      subject: /beschädigt \/ The log is broken/,
      text: /plant-a, revision 2\nchanged: its content/,
      attachments: { length: 0 },
    },
  ]);
  t.match(JSON.parse(received[0]?.body ?? ''), {
    type: 'sitelink.log.broken',
    data: { streamId: 'plant-a', revision: '2', fault: 'changed' },
  });

  await pool.query(`update log.events set data = '{"n": 3}' where stream_id = 'plant-a' and stream_revision = 2`);
  t.match(await node().make(), { day: '2026-07-22', events: 5 });
  t.strictSame(await node().faults(), [], 'it is whole again');
  await note('plant-b', 2);
  await pool.query(`update log.events set data = '{"n": 7}' where stream_id = 'plant-b' and stream_revision = 1`);
  today = '2026-07-24';
  await t.rejects(node().make(), BrokenLog);
  await eventually(async () => (await mailbox.list({ to: 'audit@example.org' })).length === 3);
});
